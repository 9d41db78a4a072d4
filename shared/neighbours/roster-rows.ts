/** A roster as people have it: a pasted list, CSV or a sheet, with names and perhaps mail addresses. */
import type { Block } from '../document/types.ts';

interface RosterRows {
  /** Names, each once, in the order given. */
  agencies: string[];
  /** Agency → address, where one stands in its row. */
  mails: Record<string, string>;
}

/** A name of an agency: Chinese characters, at least four, with what names have beside them. */
const NAME = /^[\p{Script=Han}（）()〇·、—-]{4,60}$/u;
const HEAD = /^(?:序号|单位|单位名称|机关|机关名称|名称|邮箱|电子邮箱|邮件地址|联系方式|备注|联系人)$/;
const ADDRESS = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;
const SEPARATORS = /[\t,;，；|]+| {2,}/;

/** Rows of cells out of what a file was read as; a line of text is a row with its separators between the cells. */
export function rowsOf(blocks: readonly Block[]): string[][] {
  return blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : linesOf(block.text),
  );
}

export function linesOf(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => line.split(SEPARATORS));
}

/** The first cell of each row that is a name, with the address in its row; rows without a name are passed over. */
export function rosterOf(rows: readonly (readonly string[])[]): RosterRows {
  const roster: RosterRows = { agencies: [], mails: {} };
  for (const row of rows) {
    const cells = row.map((cell) => cell.trim().replace(/^["“]|["”]$/g, ''));
    const name = cells.find((cell) => NAME.test(cell) && !HEAD.test(cell));
    if (name === undefined) continue;
    if (!roster.agencies.includes(name)) roster.agencies.push(name);
    const address = cells.find((cell) => ADDRESS.test(cell));
    if (address !== undefined) roster.mails[name] = address;
  }
  return roster;
}
