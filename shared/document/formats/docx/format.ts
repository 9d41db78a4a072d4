import type { DocumentFormat } from '../../format.ts';

export const docx: DocumentFormat = {
  kind: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  recognises: ({ packed }) => packed?.has('word/document.xml') === true,
  load: async () => (await import('./read.ts')).readDocx,
};
