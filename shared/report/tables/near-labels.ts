/**
 * Labels and headers of the form with a slip of the pen: 属于行政执法案件, 结果维待. A row is read by its place and what is
 * left of its label, never lost; that its label is wrong is for a rule to say (`TableReading.labels`, `headers`).
 */
import { REQUEST_ROWS, type RequestRow, type Table } from '../../domain/addresses.ts';
import { editDistance } from '../../domain/edit-distance.ts';
import { plainLabel, ROW_LABELS } from '../../domain/labels.ts';
import { remembered } from '../../remembered.ts';
import { squeeze } from '../normalise.ts';
import { bareLabel } from './patterns.ts';

/** Shorter words come near each other by chance. */
const SHORTEST = 4;
/** One character in so many may be another in the label of a row, which stands among others that are like it… */
const CHARACTERS_A_SLIP = 6;
/** … and in a header, which stands among headers. In table 3 nothing else is like one. */
const CHARACTERS_A_SLIP_OF_HEADERS: Record<Table, number> = { proactive: 2.5, requests: 2, disputes: 2.5 };
/** With more, two headers were glued together. */
const MOST_SLIPS = 3;

/** What the form prints above the columns, as far as it is long enough to be known with a slip. */
const HEADERS: Record<Table, readonly string[]> = {
  proactive:
    '第二十条第(一)项 第二十条第(五)项 第二十条第(六)项 第二十条第(八)项 信息内容 本年制发件数 本年废止件数 现行有效件数 本年处理决定数量 本年收费金额(单位:万元) 本年新制作数量 本年新公开数量 对外公开总数量 上一年项目数量 处理决定数量'.split(
      ' ',
    ),
  requests: '申请人情况 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构'.split(' '),
  disputes: '行政复议 行政诉讼 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结'.split(' '),
};

const PROACTIVE_LABELS = Object.keys(ROW_LABELS)
  .filter((address) => address.startsWith('proactive.'))
  .map((address) => ({ row: address.slice('proactive.'.length), label: ROW_LABELS[address]?.zh ?? '' }));
const REQUEST_LABELS = REQUEST_ROWS.map((row) => ({
  row,
  label: squeeze(bareLabel(plainLabel(`requests.${row}`)).bare).replace(/\(.*$/, ''),
}));

/** Whether a cell is a header of this table but for a slip. */
export function isNearHeader(table: Table, key: string): boolean {
  return NEAR_HEADER[table](key);
}
const nearOneOf = (table: Table) =>
  remembered((key) => HEADERS[table].some((header) => isNear(key, header, CHARACTERS_A_SLIP_OF_HEADERS[table])));
const NEAR_HEADER: Record<Table, (key: string) => boolean> = {
  proactive: nearOneOf('proactive'),
  requests: nearOneOf('requests'),
  disputes: nearOneOf('disputes'),
};

/** The row of table 2 that a cell is the label of, but for a slip; `null` for the label itself and for anything else. */
export const nearProactiveRow: (key: string) => string | null = remembered((key) => {
  const words = key.replace(/\(.*$/, '');
  return PROACTIVE_LABELS.find(({ label }) => isNear(words, label))?.row ?? null;
});

/** The same for table 3; `bare` is the label without its number. */
export const nearRequestRow: (bare: string) => RequestRow | null = remembered((bare) => {
  const words = bare.replace(/\(.*$/, '');
  return REQUEST_LABELS.find(({ label }) => isNear(words, label))?.row ?? null;
});

function isNear(key: string, official: string, charactersASlip = CHARACTERS_A_SLIP): boolean {
  const most = Math.min(MOST_SLIPS, Math.max(1, Math.floor(official.length / charactersASlip)));
  if (official.length < SHORTEST || Math.abs(key.length - official.length) > most || key === official) return false;
  return editDistance(key, official) <= most;
}
