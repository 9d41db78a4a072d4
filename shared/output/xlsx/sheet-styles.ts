/** How the cells of a sheet look (ECMA-376 part 1, 18.8): plain for programs, wrapped under a bold head for people. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Place of each style in `cellXfs`. */
export const STYLED = { plain: 0, head: 1, text: 2, link: 3 } as const;

const TOP = '<alignment vertical="top" wrapText="1"/>';
const xf = (font: number, fill: number) =>
  `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${TOP}</xf>`;

export const SHEET_STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(1, 2)}${xf(0, 0)}${xf(2, 0)}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
