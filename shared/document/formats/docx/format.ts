import type { DocumentFormat } from '../../format.ts';

export const docx: DocumentFormat = {
  kind: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  recognises: ({ packed }) =>
    packed !== null &&
    (packed.has(/^word\/document\w*\.xml$/) ||
      /wordprocessingml\.\w+\.main|ms-word\.\w+\.macroEnabled\w*/.test(packed.text('[Content_Types].xml'))),
  load: async () => (await import('./read.ts')).readDocx,
};
