import type { DocumentFormat } from '../../format.ts';

export const odt: DocumentFormat = {
  kind: 'odt',
  mediaType: 'application/vnd.oasis.opendocument.text',
  extensions: ['odt', 'fodt', 'ott'],
  recognises: ({ packed }) => packed?.has('META-INF/manifest.xml') === true,
  load: async () => (await import('./read.ts')).readOdt,
};
