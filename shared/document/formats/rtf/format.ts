import type { DocumentFormat } from '../../format.ts';

export const rtf: DocumentFormat = {
  kind: 'rtf',
  mediaType: 'application/rtf',
  extensions: ['rtf'],
  recognises: ({ head }) => /^\s*\{\\rtf/.test(head),
  load: async () => (await import('./read.ts')).readRtf,
};
