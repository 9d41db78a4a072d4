import type { DocumentFormat } from '../../format.ts';

export const xlsx: DocumentFormat = {
  kind: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  recognises: ({ packed }) =>
    packed !== null &&
    (packed.has(/^xl\/workbook\w*\.xml$/) ||
      /spreadsheetml\.\w+\.main|ms-excel\.\w+\.macroEnabled\.main/.test(packed.text('[Content_Types].xml'))),
  load: async () => (await import('./read.ts')).readXlsx,
};
