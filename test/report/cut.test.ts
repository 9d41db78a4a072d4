import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../shared/document/types.ts';
import { agreed, cuts } from '../../shared/report/tables/glued/cut.ts';
import { agreedCell, digitsAt, glue as glueTokens, type Located } from '../../shared/report/tables/glued/text.ts';
import { tokenize } from '../../shared/report/tokens.ts';

const row = fc.array(fc.nat({ max: 300 }), { minLength: 6, maxLength: 6 }).map((six) => [...six, sum(six)]);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const glue = (numbers: readonly number[]) => ({ digits: numbers.join(''), breaks: new Set<number>() });

describe('digits without separators', () => {
  it('the true cut is always among the ways, and every way adds up', () => {
    fc.assert(
      fc.property(row, (numbers) => {
        const ways = cuts(glue(numbers), 7);
        expect(ways).toContainEqual(numbers);
        for (const way of ways) {
          expect(way.join('')).toBe(numbers.join(''));
          expect(sum(way.slice(0, 6))).toBe(way[6]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a space between two digits is never inside a number', () => {
    expect(cuts({ digits: '1000001', breaks: new Set([1]) }, 7)).toEqual([[1, 0, 0, 0, 0, 0, 1]]);
    expect(cuts({ digits: '1100000011', breaks: new Set([1]) }, 7)).toEqual([]);
  });

  it('three blocks of table 4 are cut at once', () => {
    expect(cuts(glue([1, 0, 2, 0, 3, 12, 0, 0, 1, 13, 2, 1, 0, 1, 4]), 5, 3)).toContainEqual([
      1, 0, 2, 0, 3, 12, 0, 0, 1, 13, 2, 1, 0, 1, 4,
    ]);
  });

  it('a cell is told where all ways agree on it', () => {
    const ways = [
      [1, 2, 3],
      [12, 0, 3],
    ];
    expect([0, 1, 2].map((index) => agreed(ways, index))).toEqual([null, null, 3]);
    expect(agreed([], 0)).toBeNull();
  });

  it('a number stands where its first digit does, and where the run begins if that is open', () => {
    const lines = ['12', '0', '3', '45'].map((text, index) => ({
      kind: 'paragraph' as const,
      text,
      place: { line: index + 1 },
    }));
    const document: Document = {
      mediaType: '',
      encoding: null,
      title: null,
      published: null,
      notes: [],
      blocks: lines,
    };
    const text = glueTokens(tokenize(document, (same) => same));
    const run = digitsAt(text, 0) as Located;
    const lineOf = (ways: number[][], index: number) => agreedCell(text, run, ways, index, ['row'])?.place.line;
    expect([0, 1, 2, 3].map((index) => lineOf([[12, 0, 3, 45]], index))).toEqual([1, 2, 3, 4]);
    expect(
      lineOf(
        [
          [120, 3, 45],
          [12, 3, 45],
        ],
        1,
      ),
    ).toBe(1);
  });

  it('a run with too many ways is not cut', () => {
    expect(cuts(glue([111_111_111, 111_111_111, 1_111_111_111, 11]), 7)).toEqual([]);
  });
});
