import type { DocumentFormat } from '../../format.ts';

export const pdf: DocumentFormat = {
  kind: 'pdf',
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  recognises: ({ head }) => head.includes('%PDF-'),
  load: async () => (await import('./read.ts')).readPdf,
};
