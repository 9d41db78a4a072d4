/**
 * Workbooks (ECMA-376) written row by row: numbers as numbers, everything else as inline text, so that no formula of a
 * stranger runs and no code loses its zeros. Rows that a sheet cannot hold go on in the next one.
 */
import { escaped } from '../markup.ts';
import { type WriteBytes, ZipStream } from '../zip-stream.ts';
import { SHEET_STYLES, STYLED } from './sheet-styles.ts';

/** A text that leads somewhere when it is clicked. */
interface SheetLink {
  text: string;
  href: string;
}
export type SheetValue = string | number | null | SheetLink;

/** Rows of one sheet in Excel (2^20) without the head. */
const MOST_ROWS = 1_048_575;
const LONGEST_TEXT = 32_767;
/** Links that Excel keeps for one sheet; those beyond stay text. */
const MOST_LINKS = 65_530;
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
  /** Address → the cells of this sheet that lead there. */
  #links = new Map<string, string[]>();
  #linked = 0;

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
      this.#note(row);
      xml += rowXml(row, this.#widths.length > 0 ? STYLED.text : STYLED.plain);
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
      `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    );
    await this.#file('xl/styles.xml', SHEET_STYLES);
    await this.#file(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    const overrides = sheets.map(
      ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
    );
    await this.#file(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${overrides.join('')}</Types>`,
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
      `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${view}${columnsXml(this.#widths)}<sheetData>${rowXml(this.#head, this.#widths.length > 0 ? STYLED.head : STYLED.plain)}`,
    );
    this.#row = 1;
  }

  async #finish(): Promise<void> {
    const filter =
      this.#widths.length > 0 ? `<autoFilter ref="A1:${columnName(this.#widths.length)}${this.#row}"/>` : '';
    const links = [...this.#links];
    const cells = links.flatMap(([, refs], i) => refs.map((ref) => `<hyperlink ref="${ref}" r:id="rId${i + 1}"/>`));
    const hyperlinks = cells.length > 0 ? `<hyperlinks>${cells.join('')}</hyperlinks>` : '';
    await this.#entry?.write(`</sheetData>${filter}${hyperlinks}</worksheet>`);
    await this.#entry?.close();
    this.#entry = null;
    if (links.length > 0) {
      const related = links.map(
        ([href], i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/hyperlink" Target="${escaped(href)}" TargetMode="External"/>`,
      );
      await this.#file(
        `xl/worksheets/_rels/sheet${this.#names.length}.xml.rels`,
        `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
      );
    }
    this.#links.clear();
    this.#linked = 0;
  }

  /** Where the links of a row stand. */
  #note(row: readonly SheetValue[]): void {
    for (const [column, value] of row.entries()) {
      if (!isLink(value) || this.#linked === MOST_LINKS) continue;
      this.#linked += 1;
      this.#links.set(value.href, [...(this.#links.get(value.href) ?? []), `${columnName(column + 1)}${this.#row}`]);
    }
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

const isLink = (value: SheetValue): value is SheetLink => typeof value === 'object' && value !== null;

/** A to Z, then AA. */
function columnName(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

function rowXml(row: readonly SheetValue[], style: number): string {
  return `<row>${row.map((value) => cellXml(value, style)).join('')}</row>`;
}

function cellXml(value: SheetValue, style: number): string {
  const styled = style === STYLED.plain ? '' : ` s="${style}"`;
  if (value === null || value === '') return `<c${styled}/>`;
  if (typeof value === 'number') return `<c${styled}><v>${value}</v></c>`;
  if (isLink(value)) return textXml(value.text, ` s="${STYLED.link}"`);
  return textXml(value, styled);
}

/** `_x000D_` in a text would be read as the character of this number (ECMA-376 part 1, 22.9.2.19). */
function textXml(text: string, styled: string): string {
  const literal = text.slice(0, LONGEST_TEXT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<c${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(literal)}</t></is></c>`;
}

/** What Excel allows as the name of a sheet. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
