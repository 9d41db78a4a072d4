import type { DocumentFormat } from '../../format.ts';

/** Excel 97 and later keep their sheets in `Workbook`, Excel 5 and 95 in `Book`; WPS tables (.et) are the same. */
const STREAMS = ['workbook', 'book'];

export const xls: DocumentFormat = {
  kind: 'xls',
  mediaType: 'application/vnd.ms-excel',
  extensions: ['xls', 'xlt', 'et', 'ett'],
  recognises: ({ streams }) => STREAMS.some((name) => streams.has(name)) && !streams.has('worddocument'),
  load: async () => (await import('./read.ts')).readXls,
};
