import type { DocumentFormat } from '../../format.ts';

/** The head of a message, up to the field that says what it holds. */
const HEAD = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*(?:multipart\/|text\/html)/i;

export const mhtml: DocumentFormat = {
  kind: 'mhtml',
  mediaType: 'multipart/related',
  extensions: ['mhtml', 'mht'],
  recognises: ({ start }) => HEAD.test(start.slice(0, 4096).replaceAll('\r\n', '\n')),
  load: async () => (await import('./read.ts')).readMhtml,
};
