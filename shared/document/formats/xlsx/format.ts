import type { DocumentFormat } from '../../format.ts';

export const xlsx: DocumentFormat = {
  kind: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  recognises: ({ packed }) => packed?.has('xl/workbook.xml') === true,
  load: async () => (await import('./read.ts')).readXlsx,
};
