import type { ContainerFormat } from '../../format.ts';

/** A ZIP that is no office file. */
export const zip: ContainerFormat = {
  kind: 'zip',
  mediaType: 'application/zip',
  extensions: ['zip'],
  recognises: ({ packed }) => packed !== null,
  open: async () => (await import('./open.ts')).openZip,
};
