/** A problem as a page: words for a person, where programs get the problem document. */

import type { Context } from 'hono';
import type { Text } from '../../shared/domain/labels.ts';
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import type { Voice } from '../../shared/output/page/types.ts';
import { WORDS } from '../../shared/output/words/page.ts';
import { fieldsWords, PROBLEMS_TO_PEOPLE, REQUEST_NUMBER } from '../../shared/output/words/problems.ts';
import { negotiate } from './negotiate.ts';
import type { AppEnv } from './operation.ts';
import { voiceOf } from './pages.ts';
import { PROBLEM_MEDIA_TYPE, ProblemError } from './problem.ts';
import { regionQuestion } from './region-question.ts';

/** Fields of forms and filters as the pages call them. */
const FIELDS: Readonly<Record<string, Text>> = {
  ...{ year: WORDS.year, region: WORDS.region, agency: WORDS.body, text: WORDS.name, status: WORDS.status },
  ...{ severity: WORDS.severity, rule: WORDS.rule, reason: WORDS.reason },
};

/** @returns a page: a question where one of several regions may be meant, otherwise what is wrong and what to do */
export async function problemPage(problem: ProblemError, context: Context<AppEnv>): Promise<string> {
  const voice = await voiceFor(context);
  if (problem.regions.length > 0) return regionQuestion(problem.regions, context, voice);
  const { say } = voice;
  const wrong = problem.errors.flatMap(({ where }) => FIELDS[where.split('.').at(-1) ?? ''] ?? []);
  // Only a check of fields speaks of requests here; any other invalid request says what a person has to choose or write.
  const speaksToPeople = problem.kind === 'invalid-request' && problem.errors.length === 0;
  const general = speaksToPeople ? null : PROBLEMS_TO_PEOPLE[problem.kind];
  const text = problem.detail.people ?? general?.text ?? problem.detail;
  return messagePage(voice, {
    title: say((PROBLEMS_TO_PEOPLE[problem.kind] ?? problem).title),
    text: say(wrong.length === 0 ? text : fieldsWords([...new Set(wrong)])),
    ...(problem.kind === 'internal' && { small: say(REQUEST_NUMBER) + context.get('requestId') }),
  });
}

/** In the language that was asked for; in others the same page is had again, except where something was sent. */
async function voiceFor({ req, get }: Context<AppEnv>): Promise<Voice> {
  const { lang = get('form')?.lang, ...query } = req.query();
  const language: OutputLanguage = OUTPUT_LANGUAGES.find((each) => each === lang) ?? 'zh';
  return req.method === 'GET' ? voiceOf(language, req.path, query) : voiceOf(language, '/', {});
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
