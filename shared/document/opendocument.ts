/** What texts and sheets of OpenDocument (ISO/IEC 26300) have in common: their parts, or one flat file, and how text is printed. */
import { Package, zippedParts } from './package.ts';
import { UnreadableError } from './unreadable.ts';
import { elements, find, findAll, integer, parseXml, textContent, type XmlElement } from './xml.ts';

/** Elements whose content is not printed in the text: deletions, notes to the author, readings, descriptions. */
export const UNPRINTED = new Set(['tracked-changes', 'annotation', 'ruby-text', 'title', 'desc', 'forms', 'number']);
/** Rows, columns and cells may stand inside these. */
const GROUPS = new Set([
  'table-header-rows',
  'table-rows',
  'table-row-group',
  'table-header-columns',
  'table-columns',
  'table-column-group',
]);
const PICTURE = /^pictures\//i;

interface OpenDocument {
  /** The root that holds the body. */
  content: XmlElement;
  styles: XmlElement | undefined;
  title: string | null;
  hasPictures: boolean;
}

/** Opens a packed or a flat file. @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB. */
export function openDocument(bytes: Uint8Array): OpenDocument {
  if (bytes[0] !== 0x50) {
    const content = parseXml(bytes, 'the file');
    return {
      content,
      styles: content,
      title: titleOf(content),
      hasPictures: findAll(content, 'binary-data').length > 0,
    };
  }
  const file = new Package(zippedParts(bytes));
  if (findAll(file.part('META-INF/manifest.xml'), 'encryption-data').length > 0)
    throw new UnreadableError('FILE.ENCRYPTED');
  return {
    content: file.part('content.xml'),
    styles: file.optional('styles.xml'),
    title: titleOf(file.optional('meta.xml')),
    hasPictures: file.has(PICTURE),
  };
}

function titleOf(root: XmlElement | undefined): string | null {
  const title = find(root, 'meta', 'title');
  return title ? textContent(title).trim() || null : null;
}

/** Text with white space as it is shown; text boxes and notes found on the way are put into `apart`. */
export function printedText(parent: XmlElement, apart: XmlElement[]): string {
  return parent.children
    .map((child): string => {
      if (typeof child === 'string') return child.replace(/[ \t\r\n]+/g, ' ');
      if (child.name === 's') return ' '.repeat(Math.min(integer(child, 'c', 1), 1000));
      if (child.name === 'tab') return '\t';
      if (child.name === 'line-break') return '\n';
      if (child.name === 'text-box') apart.push(child);
      if (child.name === 'note') apart.push(...elements(child).filter(({ name }) => name === 'note-body'));
      return ['text-box', 'note'].includes(child.name) || UNPRINTED.has(child.name) ? '' : printedText(child, apart);
    })
    .join('');
}

/** The elements of these names below `parent`, in it or in groups. */
export function through(parent: XmlElement, names: readonly string[]): XmlElement[] {
  return elements(parent).flatMap((child) => {
    if (names.includes(child.name)) return [child];
    return GROUPS.has(child.name) ? through(child, names) : [];
  });
}
