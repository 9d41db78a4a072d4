import type { DocumentFormat } from '../../format.ts';
import { flat } from '../../opendocument-kind.ts';

export const odt: DocumentFormat = {
  kind: 'odt',
  mediaType: 'application/vnd.oasis.opendocument.text',
  extensions: ['odt', 'fodt', 'ott'],
  recognises: ({ packed, start }) => packed?.has('META-INF/manifest.xml') === true || flat(start) === 'text',
  load: async () => (await import('./read.ts')).readOdt,
};
