/** A problem as a page: words for a person, where programs get the problem document. */
import type { Text } from '../../shared/domain/labels.ts';
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import { WORDS } from '../../shared/output/words/page.ts';
import { negotiate } from './negotiate.ts';
import { voiceOf } from './pages.ts';
import { PROBLEM_MEDIA_TYPE, ProblemError, type ProblemKind } from './problem.ts';

/** What a person is told in the place of a detail that speaks of requests, headers and addresses. */
const TO_PEOPLE: Partial<Record<ProblemKind, Text>> = {
  'invalid-request': {
    zh: '填写的内容有误，请返回修改后重试。',
    en: 'Something was not filled in rightly; please go back and change it.',
  },
  'invalid-cursor': {
    zh: '列表已有变化，请返回首页重新查询。',
    en: 'The list has changed; please search again from the front page.',
  },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'method-not-allowed': {
    zh: '此页面不能这样打开，请返回首页。',
    en: 'This page cannot be opened like this; please go to the front page.',
  },
  'not-acceptable': {
    zh: '此内容不能以网页显示，请返回首页。',
    en: 'This is not to be had as a page; please go to the front page.',
  },
  'unsupported-media-type': { zh: '请在本站的页面上提交。', en: 'Please send it from a page of this site.' },
  internal: {
    zh: '系统暂时出错，请稍后重试；如仍然出错，请将下面的编号告知管理员。',
    en: 'Something went wrong here; please try again later. If it stays, tell your administrator the number below.',
  },
};

/** Fields of forms and filters as the pages call them. */
const FIELDS: Readonly<Record<string, Text>> = {
  ...{ year: WORDS.year, region: WORDS.region, agency: WORDS.body, text: WORDS.name, status: WORDS.status },
  ...{ severity: WORDS.severity, rule: WORDS.rule, reason: WORDS.reason },
};
const NUMBER: Text = { zh: '编号：', en: 'Number: ' };

export async function problemPage(problem: ProblemError, lang: string | undefined, requestId: string): Promise<string> {
  const language: OutputLanguage = OUTPUT_LANGUAGES.find((each) => each === lang) ?? 'zh';
  const voice = await voiceOf(language, '/', {});
  const { say } = voice;
  const fields = problem.errors.flatMap(({ where }) => FIELDS[where.split('.').at(-1) ?? ''] ?? []);
  // Only a check of fields speaks of requests here; any other invalid request says what a person has to choose or write.
  const speaksToPeople = problem.kind === 'invalid-request' && problem.errors.length === 0;
  const general = speaksToPeople ? null : TO_PEOPLE[problem.kind];
  const text = say(problem.people ?? general ?? problem.detail);
  const named = [...new Set(fields.map(say))].join(say({ zh: '、', en: ', ' }));
  return messagePage(voice, {
    title: say(problem.title),
    text: named === '' ? text : `${text}${say({ zh: '（', en: ' (' })}${named}${say({ zh: '）', en: ')' })}`,
    small: say(NUMBER) + requestId,
  });
}

/** Whether a page is wanted rather than a document for programs, which is also the answer to no wish at all. */
export function wantsPage(accept: string | undefined): boolean {
  try {
    return negotiate(accept, [PROBLEM_MEDIA_TYPE, 'application/json', 'text/html']) === 'text/html';
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
