import type { DocumentFormat } from '../../format.ts';

const COMPOUND = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

export const doc: DocumentFormat = {
  kind: 'doc',
  mediaType: 'application/msword',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  recognises: ({ head }) => head.startsWith(COMPOUND),
  load: async () => (await import('./read.ts')).readDoc,
};
