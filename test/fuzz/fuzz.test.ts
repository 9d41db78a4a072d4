/** The short form of `npm run fuzz`: the same inputs each time, so that a change of the code and nothing else can fail it. */
import { expect, test } from 'vitest';
import type { Document } from '../../shared/document/types.ts';
import type { Report } from '../../shared/report/types.ts';
import { runs } from '../support/random.ts';
import { inventedNumbers } from './invented.ts';
import { run } from './run.ts';

test('no changed file ends or fills the reader, and no number is read that the file does not have', async () => {
  const count = runs(120);
  const { failed, inputs, cells } = await run([], 15_000_000, (done) => done >= count);
  expect(failed.map(({ number, failure, detail }) => `${failure} ${number} ${detail}`)).toEqual([]);
  expect(inputs).toBe(count);
  expect(cells).toBeGreaterThan(count);
}, 300_000);

test('a number that stands elsewhere, or is not the one printed, is seen', () => {
  const document: Document = {
    ...{ mediaType: '', encoding: null, title: null, published: null, notes: [] },
    blocks: [{ kind: 'paragraph', text: '规章 12 3', place: { line: 3 } }],
  };
  const judge = (value: number, raw: string, line = 3) => {
    const cells: Report['cells'] = new Map([['proactive.regulations.created', { value, raw, place: { line } }]]);
    return inventedNumbers(document, { cells });
  };
  expect([judge(12, '12'), judge(3, '3'), judge(12, '1 2')]).toEqual([[], [], []]);
  expect([judge(12, '12', 4), judge(2, '12'), judge(7, '7')].map((found) => found.length)).toEqual([1, 1, 1]);
});
