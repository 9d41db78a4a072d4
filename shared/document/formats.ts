/** The formats that are read, in the order in which they are asked whether they recognise a file. A new one is one line here. */
import type { Format } from './format.ts';
import { csvFormat } from './formats/csv/format.ts';
import { doc } from './formats/doc/format.ts';
import { docx } from './formats/docx/format.ts';
import { eml } from './formats/eml/format.ts';
import { html } from './formats/html/format.ts';
import { markdown } from './formats/markdown/format.ts';
import { mhtml } from './formats/mhtml/format.ts';
import { ods } from './formats/ods/format.ts';
import { odt } from './formats/odt/format.ts';
import { ofd } from './formats/ofd/format.ts';
import { pdf } from './formats/pdf/format.ts';
import { jpeg, png } from './formats/picture/format.ts';
import { rtf } from './formats/rtf/format.ts';
import { text } from './formats/text/format.ts';
import { wordxml } from './formats/wordxml/format.ts';
import { xls } from './formats/xls/format.ts';
import { xlsx } from './formats/xlsx/format.ts';
import { zip } from './formats/zip/format.ts';

export const FORMATS: readonly Format[] = [
  // By what is packed in them.
  ...[docx, xlsx, ofd, ods, odt, zip],
  // By their first bytes.
  ...[xls, doc, pdf, png, jpeg],
  // By what their text looks like, down to any text.
  ...[rtf, wordxml, eml, mhtml, html, csvFormat, markdown, text],
];
