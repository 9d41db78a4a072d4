/** Word documents in one XML file: Word 2003 (WordprocessingML 2003) and flat OPC, which hold the same elements as docx. */
import type { Reading } from '../../format.ts';
import { Package, type PartSource } from '../../package.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, find, parseXml, textContent, type XmlElement } from '../../xml.ts';
import { keyOf } from '../../zip.ts';
import { BodyReader } from '../docx/body.ts';
import { Fields } from '../docx/fields.ts';
import { Numbering } from '../docx/numbering.ts';
import { readWordPackage } from '../docx/read.ts';
import { Styles } from '../docx/styles.ts';

/**
 * Places count as in a docx file.
 * @throws UnreadableError FILE.DAMAGED, FILE.BOMB; FILE.KIND for packages of other programs.
 */
export async function readWordXml(bytes: Uint8Array, reading: Reading): Promise<DocumentContent> {
  const root = parseXml(bytes, 'the document');
  return root.name === 'package' ? readWordPackage(new Package(flatParts(root)), reading) : readWord2003(root);
}

/** `pkg:part` holds a part as XML or, for pictures, as base64. */
function flatParts(root: XmlElement): PartSource {
  const parts = new Map(elements(root).map((part) => [keyOf(part.attributes.name ?? ''), part]));
  return {
    names: new Set(parts.keys()),
    bytes(name) {
      const data = find(parts.get(name), 'binaryData');
      return data && Buffer.from(textContent(data), 'base64');
    },
    root(name) {
      const content = find(parts.get(name), 'xmlData');
      return content && elements(content)[0];
    },
  };
}

function readWord2003(root: XmlElement): DocumentContent {
  const body = find(root, 'body');
  if (!body) throw new UnreadableError('FILE.KIND', 'XML of another program');
  const styles = find(root, 'styles');
  const numbering = new Numbering(undefined, styles);
  const reader = new BodyReader({
    numbering,
    styles: new Styles(styles),
    fields: new Fields([body]),
    chunks: new Map(),
  });
  const title = find(root, 'DocumentProperties', 'Title');
  return {
    blocks: reader.blocks(body),
    encoding: null,
    title: title ? textContent(title).trim() || null : null,
    published: null,
    notes: [],
  };
}
