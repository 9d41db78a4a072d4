/** A workbook a table; printed without a number is the word `null`, as in CSV, and sums pass over it. */
import { Workbook } from '../../output/xlsx/workbook.ts';
import type { OpenTable } from './types.ts';
import { headsOf, wordOf } from './words.ts';

export const openXlsx: OpenTable = async (sink, { columns, say, title, about }) => {
  const book = new Workbook((bytes) => sink.write(bytes));
  await book.sheet(title, headsOf({ columns, say }));
  return {
    write: (rows) =>
      book.rows(
        rows.map((row) =>
          columns.map((column, i) => {
            const value = wordOf(column, row[i], say);
            if (value === undefined) return null;
            return typeof value === 'number' ? value : String(value);
          }),
        ),
      ),
    async end() {
      await book.sheet('about', ['name', 'value']);
      await book.rows(Object.entries(about));
      await book.end();
      await sink.end();
    },
  };
};
