/** The file of a report replaced or taken away, or the reason in words why it cannot be. */
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
    throw new ProblemError('conflict', {
      zh: '该压缩包正在更新，请稍后重试。',
      en: 'The ZIP is just being changed; try again in a moment.',
    });
  }
  if (answer.outcome === 'fixed') throw cannotChange(answer.key);
  return answer.key;
}

const cannotChange = (key: string) =>
  new ProblemError('conflict', {
    zh: `该报告是压缩包 ${key} 中的一份，该压缩包无法改写（加密、过大、嵌套或有同名文件）。请更正后重新上传整个压缩包。`,
    en: `The report is an entry of ${key}, which cannot be written anew (encrypted, too large, nested, or two files of one name). Correct it and upload the whole ZIP again.`,
  });
