/** Whatever happens to a file on its way: a document or a reason, never another error, and within seconds. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { runs } from '../support/random.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => /^(?:report|lists)\.(?!pdf)/.test(name) || name === 'lists.pdf');

const isAnswered = async (name: string, bytes: Uint8Array) => {
  const [file] = await readDocuments({ name, bytes });
  return file?.document instanceof UnreadableError || (file?.document.blocks.length ?? 0) > 0;
};

describe.each(fixtures)('%s', (name) => {
  const original = new Uint8Array(readFileSync(new URL(name, folder)));

  it('cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: original.length }), async (length) => {
        expect(await isAnswered(name, original.subarray(0, length))).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });

  it('with bytes changed', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: original.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        expect(await isAnswered(name, bytes)).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });
});
