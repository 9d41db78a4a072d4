/**
 * Workbooks (ECMA-376) written row by row: numbers as numbers, everything else as inline text, so that no formula of a
 * stranger runs and no code loses its zeros. Rows that a sheet cannot hold go on in the next one.
 */
import { type WriteBytes, ZipStream } from './zip-stream.ts';

export type SheetValue = string | number | null;

/** Rows of one sheet in Excel (2^20) without the head. */
const MOST_ROWS = 1_048_575;
const LONGEST_TEXT = 32_767;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Entry = Awaited<ReturnType<ZipStream['open']>>;

/**
 * @example const book = new Workbook(write); await book.sheet('数据', ['机关', '数值']); await book.rows([['甲局', 3]]);
 * await book.end();
 */
export class Workbook {
  readonly #zip: ZipStream;
  readonly #names: string[] = [];
  #head: readonly string[] = [];
  #widths: readonly number[] = [];
  #entry: Entry | null = null;
  #row = 0;
  #part = 1;
  #name = '';

  constructor(write: WriteBytes) {
    this.#zip = new ZipStream(write);
  }

  /**
   * Begins a sheet with a head that stays in view.
   * @param widths of its columns in characters, for people: with them it can be filtered by its head too
   */
  async sheet(name: string, head: readonly string[], widths: readonly number[] = []): Promise<void> {
    await this.#finish();
    this.#widths = widths;
    this.#name = name;
    this.#part = 1;
    this.#head = head;
    await this.#begin(sheetName(name));
  }

  async rows(rows: readonly (readonly SheetValue[])[]): Promise<void> {
    let xml = '';
    for (const row of rows) {
      if (this.#row > MOST_ROWS) {
        await this.#entry?.write(xml);
        xml = '';
        this.#part += 1;
        await this.#begin(sheetName(`${this.#name} ${this.#part}`));
      }
      this.#row += 1;
      xml += rowXml(row);
    }
    await this.#entry?.write(xml);
  }

  async end(): Promise<void> {
    await this.#finish();
    const sheets = this.#names.map((name, i) => ({ name, id: i + 1 }));
    const sheetTags = sheets.map(({ name, id }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`);
    await this.#file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheetTags.join('')}</sheets></workbook>`,
    );
    const related = sheets.map(
      ({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
    );
    await this.#file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    );
    await this.#file(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    const overrides = sheets.map(
      ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
    );
    await this.#file(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    );
    await this.#zip.end();
  }

  async #begin(name: string): Promise<void> {
    await this.#finish();
    this.#names.push(name);
    this.#entry = await this.#zip.open(`xl/worksheets/sheet${this.#names.length}.xml`);
    const view =
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
    await this.#entry.write(
      `${XML}<worksheet xmlns="${MAIN}">${view}${columnsXml(this.#widths)}<sheetData>${rowXml(this.#head)}`,
    );
    this.#row = 1;
  }

  async #finish(): Promise<void> {
    const filter =
      this.#widths.length > 0 ? `<autoFilter ref="A1:${columnName(this.#widths.length)}${this.#row}"/>` : '';
    await this.#entry?.write(`</sheetData>${filter}</worksheet>`);
    await this.#entry?.close();
    this.#entry = null;
  }

  async #file(path: string, xml: string): Promise<void> {
    const entry = await this.#zip.open(path);
    await entry.write(XML + xml);
    await entry.close();
  }
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${columns.join('')}</cols>`;
}

/** A to Z: no sheet with widths has more columns. */
const columnName = (number: number) => String.fromCharCode(64 + number);

function rowXml(row: readonly SheetValue[]): string {
  return `<row>${row.map(cellXml).join('')}</row>`;
}

function cellXml(value: SheetValue): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** Characters that no XML 1.0 document may have become U+FFFD; half a surrogate pair as well. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

/** What Excel allows as the name of a sheet. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
