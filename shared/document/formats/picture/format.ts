import type { DocumentFormat } from '../../format.ts';

/** Pictures of pages, which scanners and screens make. */
export const png: DocumentFormat = {
  kind: 'png',
  mediaType: 'image/png',
  extensions: ['png'],
  recognises: ({ head }) => head.startsWith('\x89PNG\r\n\x1a\n'),
  load: async () => (await import('#pictures')).readPng,
};

export const jpeg: DocumentFormat = {
  kind: 'jpeg',
  mediaType: 'image/jpeg',
  extensions: ['jpg', 'jpeg'],
  recognises: ({ head }) => head.startsWith('\xFF\xD8\xFF'),
  load: async () => (await import('#pictures')).readJpeg,
};
