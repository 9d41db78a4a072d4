/** A problem as a page: words for a person, where programs get the problem document. */
import type { Text } from '../../shared/domain/labels.ts';
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import { inBrackets, NAMES } from '../../shared/output/words/common.ts';
import { WORDS } from '../../shared/output/words/page.ts';
import { PROBLEM_PAGE_WORDS, PROBLEMS_TO_PEOPLE } from '../../shared/output/words/problems.ts';
import { negotiate } from './negotiate.ts';
import { voiceOf } from './pages.ts';
import { PROBLEM_MEDIA_TYPE, ProblemError } from './problem.ts';

/** Fields of forms and filters as the pages call them. */
const FIELDS: Readonly<Record<string, Text>> = {
  ...{ year: WORDS.year, region: WORDS.region, agency: WORDS.body, text: WORDS.name, status: WORDS.status },
  ...{ severity: WORDS.severity, rule: WORDS.rule, reason: WORDS.reason },
};

export async function problemPage(problem: ProblemError, lang: string | undefined, requestId: string): Promise<string> {
  const language: OutputLanguage = OUTPUT_LANGUAGES.find((each) => each === lang) ?? 'zh';
  const voice = await voiceOf(language, '/', {});
  const { say } = voice;
  const fields = problem.errors.flatMap(({ where }) => FIELDS[where.split('.').at(-1) ?? ''] ?? []);
  // Only a check of fields speaks of requests here; any other invalid request says what a person has to choose or write.
  const speaksToPeople = problem.kind === 'invalid-request' && problem.errors.length === 0;
  const general = speaksToPeople ? null : PROBLEMS_TO_PEOPLE[problem.kind];
  const text = say(problem.detail.people ?? general ?? problem.detail);
  const named = [...new Set(fields.map(say))].join(say(NAMES.comma));
  return messagePage(voice, {
    title: say(problem.title),
    text: named === '' ? text : text + say(inBrackets(named)),
    small: say(PROBLEM_PAGE_WORDS.number) + requestId,
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
