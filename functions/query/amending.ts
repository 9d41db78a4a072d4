/** The file of a report replaced or taken away, or the reason in words why it cannot be. */
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { amend } from '../platform/amend.ts';
import { noReport } from './no-report.ts';
import { ProblemError } from './problem.ts';

/**
 * @param content what the file is to be; `null` takes it away
 * @returns the key of its object
 * @throws ProblemError 404; 409 where its ZIP is just being changed, or cannot be written anew
 */
export async function amendFile(report: string, content: Uint8Array | null): Promise<string> {
  const answer = await amend(report, content);
  if (answer.outcome === 'gone') throw noReport();
  if (answer.outcome === 'busy') {
    throw new ProblemError('conflict', PROBLEMS.zipBusy);
  }
  if (answer.outcome === 'fixed') throw cannotChange(answer.key);
  return answer.key;
}

const cannotChange = (key: string) => new ProblemError('conflict', PROBLEMS.zipFixed(key));
