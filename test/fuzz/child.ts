/** The process that reads: makes one input after another and says of each what came out, until it is stopped. */

import { setImmediate } from 'node:timers/promises';
import { recheck } from '../../shared/check.ts';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import { type Input, Inputs } from './inputs.ts';
import { inventedNumbers } from './invented.ts';
import type { Answer, Task } from './messages.ts';

process.once('message', async ({ kinds, first }: Task) => {
  const inputs = new Inputs(kinds);
  for (let number = first; ; number++) {
    process.send?.({ number, ...(await answerTo(inputs.at(number))) } satisfies Answer);
    // Lets what was sent leave, so that a process that hangs hangs at the input after the last answer.
    await setImmediate();
  }
});

async function answerTo({ name, bytes }: Input): Promise<Omit<Answer, 'number'>> {
  const answer: Omit<Answer, 'number'> = { outcomes: [], cells: 0, invented: [], error: null, milliseconds: 0 };
  const before = process.cpuUsage();
  try {
    for (const file of await readDocuments({ name, bytes: new Uint8Array(bytes) })) {
      try {
        if (file.document instanceof UnreadableError) throw file.document;
        const report = await readReport(file.document);
        const source = { name, bytes: bytes.length, sha256: '', mediaType: file.mediaType, encoding: null };
        answer.outcomes.push(recheck({ source, report }).status);
        answer.cells += report.cells.size;
        answer.invented.push(...inventedNumbers(file.document, report));
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        answer.outcomes.push(error.detail?.includes('the stack was full') ? 'stack' : error.reason);
      }
    }
  } catch (error) {
    answer.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  answer.milliseconds = (user + system) / 1000;
  return answer;
}
