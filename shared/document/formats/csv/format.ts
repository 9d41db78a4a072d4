import { decode } from '../../encoding.ts';
import type { DocumentFormat } from '../../format.ts';
import { delimiterOf } from './delimiter.ts';

/** Rows that end in empty cells: what a sheet leaves behind when it is saved or copied as text. */
const PADDED = /(?:[,\t]\r?\n[^\n]*){5}/;

export const csvFormat: DocumentFormat = {
  kind: 'csv',
  mediaType: 'text/csv',
  extensions: ['csv', 'tsv', 'tab'],
  lined: true,
  recognises: ({ name, start, bytes }) =>
    /\.(?:csv|tsv|tab)$/i.test(name) || (PADDED.test(start) && delimiterOf(decode(bytes).text) !== null),
  load: async () => (await import('./read.ts')).readCsv,
};
