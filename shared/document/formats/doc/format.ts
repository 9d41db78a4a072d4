import { COMPOUND } from '../../compound.ts';
import type { DocumentFormat } from '../../format.ts';

export const doc: DocumentFormat = {
  kind: 'doc',
  mediaType: 'application/msword',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  recognises: ({ head }) => head.startsWith(COMPOUND),
  load: async () => (await import('./read.ts')).readDoc,
};
