import type { DocumentFormat } from '../../format.ts';

/** Word documents in one XML file: that of Word 2003, and the parts of a docx one after the other ("flat OPC"). */
const ROOT =
  /^[^<]{0,8}<\?xml[\s\S]{0,2000}?<(?:\w+:)?(?:wordDocument|package)\b[^>]*schemas\.microsoft\.com\/office\/(?:word\/2003\/wordml|2006\/xmlPackage)/;

export const wordxml: DocumentFormat = {
  kind: 'wordxml',
  mediaType: 'application/vnd.ms-word.xml',
  extensions: ['xml'],
  recognises: ({ start }) => ROOT.test(start),
  load: async () => (await import('./read.ts')).readWordXml,
};
