import type { DocumentFormat } from '../../format.ts';

/** XML of some other program is no text that anybody wrote. */
const XML = /^\W{0,4}<\?xml/;

export const text: DocumentFormat = {
  kind: 'text',
  mediaType: 'text/plain',
  extensions: ['txt', 'text', 'csv', 'tsv'],
  lined: true,
  recognises: ({ start }) => !XML.test(start),
  load: async () => (await import('./read.ts')).readText,
};
