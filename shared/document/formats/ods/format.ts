import type { DocumentFormat } from '../../format.ts';
import { flat, packedKind } from '../../opendocument-kind.ts';

export const ods: DocumentFormat = {
  kind: 'ods',
  mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
  extensions: ['ods', 'fods', 'ots'],
  recognises: ({ packed, start }) =>
    packed?.has('META-INF/manifest.xml') === true
      ? packedKind(packed) === 'spreadsheet'
      : flat(start) === 'spreadsheet',
  load: async () => (await import('./read.ts')).readOds,
};
