import type { DocumentFormat } from '../../format.ts';

/** The national format of official documents (GB/T 33190). */
export const ofd: DocumentFormat = {
  kind: 'ofd',
  mediaType: 'application/ofd',
  extensions: ['ofd'],
  recognises: ({ packed }) => packed?.has('OFD.xml') === true,
  load: async () => (await import('./read.ts')).readOfd,
};
