/** A Word file (ECMA-376 parts 1 and 2) around a body: A4, margins and page numbers of GB/T 9704-2012. */
import { type Markup, xml } from '../markup.ts';
import { zipped } from '../zip.ts';
import { stylesXml } from './styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const DOCX = `${TYPES}.document`;

/** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, in twentieths of a point. */
const SECTION = xml`<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`;

/** `— 1 —` in 4号宋体, to the right on odd pages and to the left on even ones. */
const footer = (side: 'right' | 'left') =>
  `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>` +
  `${run('<w:t xml:space="preserve">— </w:t>')}<w:fldSimple w:instr=" PAGE ">${run('<w:t>1</w:t>')}</w:fldSimple>${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`;
const run = (content: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>${content}</w:r>`;

const relationships = (...related: [type: string, target: string][]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${related.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

const FIXED: [string, string][] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.settings+xml"/>` +
      `<Override PartName="/word/footer1.xml" ContentType="${TYPES}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${TYPES}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    relationships(
      [`${RELATIONS}/officeDocument`, 'word/document.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ),
  ],
  [
    'word/_rels/document.xml.rels',
    relationships(
      [`${RELATIONS}/footer`, 'footer1.xml'],
      [`${RELATIONS}/footer`, 'footer2.xml'],
      [`${RELATIONS}/styles`, 'styles.xml'],
      [`${RELATIONS}/settings`, 'settings.xml'],
    ),
  ],
  ['word/styles.xml', stylesXml(MAIN)],
  ['word/settings.xml', `<w:settings xmlns:w="${MAIN}"><w:evenAndOddHeaders/></w:settings>`],
  ['word/footer1.xml', footer('right')],
  ['word/footer2.xml', footer('left')],
];

/** @param title as the properties of the file say it */
export function docxOf(title: string, body: readonly Markup[]): Promise<Uint8Array<ArrayBuffer>> {
  const core = xml`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
  const document = xml`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}${SECTION}</w:body></w:document>`;
  const parts: [string, string][] = [
    ...FIXED,
    ['docProps/core.xml', core.toString()],
    ['word/document.xml', document.toString()],
  ];
  return zipped(parts.map(([name, part]) => [name, XML + part] as const));
}
