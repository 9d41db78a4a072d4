/** A problem as a page. */
import type { Language } from '../../shared/domain/labels.ts';
import { SAY } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import type { ProblemError } from './problem.ts';

export function problemPage(problem: ProblemError, language: Language, requestId: string): string {
  const say = SAY[language];
  const wrong = problem.errors.map(({ where, message }) => `${where}: ${message}`).join('; ');
  const text = [say(problem.detail), wrong].filter((part) => part !== '').join(' ');
  return messagePage({ language, say, path: '/', query: {} }, { title: say(problem.title), text, small: requestId });
}
