import type { DocumentFormat } from '../../format.ts';

/** Of no ending it is expected to be a report: a picture in a folder counts where one is found in it. */
const ANY: readonly string[] = [];

/** Pictures of pages, which scanners and screens make. */
export const png: DocumentFormat = {
  kind: 'png',
  mediaType: 'image/png',
  extensions: ANY,
  recognises: ({ head }) => head.startsWith('\x89PNG\r\n\x1a\n'),
  load: async () => (await import('#pictures')).readPng,
};

export const jpeg: DocumentFormat = {
  kind: 'jpeg',
  mediaType: 'image/jpeg',
  extensions: ANY,
  recognises: ({ head }) => head.startsWith('\xFF\xD8\xFF'),
  load: async () => (await import('#pictures')).readJpeg,
};
