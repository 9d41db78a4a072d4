/** The generator's own promise: numbers that agree, counted independently of every rule. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAddresses, FORM_EDITIONS } from '../../shared/domain/addresses.ts';
import { runs } from '../support/random.ts';
import { reportArbitrary } from './report.ts';

test.each(FORM_EDITIONS)('%s: every cell of the form is there, and all sums of tables 3 and 4 hold', (format) => {
  fc.assert(
    fc.property(reportArbitrary(format), ({ cells }) => {
      expect([...cells.keys()].sort()).toEqual(cellAddresses(format).toSorted());
      const sum = (wanted: (row: string, column: string, table: string) => boolean) =>
        [...cells].reduce((total, [address, value]) => {
          const parts = address.split('.');
          const column = parts.at(-1) ?? '';
          return wanted(parts.slice(1, -1).join('.'), column, parts[0] ?? '') ? total + value : total;
        }, 0);
      const others = ['received', 'carriedIn', 'carriedOut', 'total'];
      for (const column of ['naturalPerson', 'legalService', 'total']) {
        const row = (name: string) => sum((r, c, t) => t === 'requests' && c === column && r === name);
        expect(row('received') + row('carriedIn')).toBe(row('total') + row('carriedOut'));
        expect(sum((r, c, t) => t === 'requests' && c === column && !others.includes(r))).toBe(row('total'));
      }
      for (const name of ['received', 'granted', 'other.other', 'total']) {
        const all = sum((r, _, t) => t === 'requests' && r === name);
        expect(all).toBe(2 * sum((r, c, t) => t === 'requests' && r === name && c === 'total'));
      }
      expect(sum((_, c, t) => t === 'disputes' && c !== 'total')).toBe(
        sum((_, c, t) => t === 'disputes' && c === 'total'),
      );
      expect(
        Math.min(...[...cells].filter(([address]) => !address.endsWith('.change')).map(([, value]) => value)),
      ).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: runs(100) },
  );
});
