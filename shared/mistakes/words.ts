/** The sentences of mistakes: the sum spelled out, what to change, and the caution to look it up first. */
import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import { COLUMN_LABELS, cellLabel, ROW_LABELS, type Text } from '../domain/labels.ts';
import { quote } from '../rules/quote.ts';
import type { Repair } from './repairs.ts';
import type { RepairKind } from './slips.ts';
import { addressesOf, type CellNumbers, type CellSum } from './sums.ts';

const CAUTION: Text = {
  zh: '请先对照台账核实（勿为凑平而改数）。',
  en: 'Look it up in the records first; do not change a number to make the sums fit.',
};
/** More alternatives are counted, not named. */
const NAMED = 3;
/** More sums of one slip are counted, not spelled. */
const SPELLED = 3;

const spell = (numbers: CellNumbers, cells: readonly CellAddress[]) => {
  const values = cells.map((cell) => numbers.get(cell) ?? 0);
  const sum = values.reduce((all, value) => all + value, 0);
  const parts = values.filter((value) => value !== 0);
  return { sum, text: parts.length > 1 ? `${parts.join('+')}=${sum}` : String(sum) };
};

const row = (cell: CellAddress) => ROW_LABELS[cell.slice(0, cell.lastIndexOf('.'))] as Text;
const column = (cell: CellAddress) => COLUMN_LABELS[parseAddress(cell).column] as Text;

/** One sum that does not hold, in words: `“自然人”列（一）至（六）各项之和8+6=14，（七）总计填0`. */
function sumWords(sum: CellSum, numbers: CellNumbers): Text {
  const [cell] = addressesOf(sum) as [CellAddress];
  const parts = spell(numbers, sum.parts).text;
  const whole = sum.whole.map((one) => numbers.get(one) ?? 0);
  switch (sum.kind) {
    case 'results':
      return {
        zh: `${quote(column(cell).zh)}列（一）至（六）各项之和${parts}，（七）总计填${whole[0]}`,
        en: `column "${column(cell).en}": results ${parts}, total (7) ${whole[0]}`,
      };
    case 'balance': {
      const [received, carriedIn] = sum.parts.map((one) => numbers.get(one) ?? 0);
      return {
        zh: `${quote(column(cell).zh)}列新收${received}+上年结转${carriedIn}，办结${whole[0]}+结转下年度${whole[1]}`,
        en: `column "${column(cell).en}": received ${received} + carried in ${carriedIn}, done ${whole[0]} + carried out ${whole[1]}`,
      };
    }
    case 'row':
      return {
        zh: `${quote(row(cell).zh)}一行各类申请人之和${parts}，总计填${whole[0]}`,
        en: `row "${row(cell).en}": applicants ${parts}, total ${whole[0]}`,
      };
    case 'block':
      return {
        zh: `${quote(row(cell).zh)}四项之和${parts}，总计填${whole[0]}`,
        en: `"${row(cell).en}": outcomes ${parts}, total ${whole[0]}`,
      };
  }
}

/** `“（一）予以公开·自然人”由15改为14`. */
function changeWords(cell: CellAddress, value: number, numbers: CellNumbers): Text {
  const label = cellLabel(cell);
  const now = numbers.get(cell);
  return {
    zh: `${quote(label.zh)}由${now ?? '空白'}改为${value}`,
    en: `"${label.en}" from ${now ?? 'blank'} to ${value}`,
  };
}

const join = (texts: readonly Text[], zh: string, en: string): Text => ({
  zh: texts.map((text) => text.zh).join(zh),
  en: texts.map((text) => text.en).join(en),
});

/** What follows from the first cell is said once, by the kind. */
function changesWords({ kind, changes }: Repair, numbers: CellNumbers): Text {
  const texts = [...changes]
    .slice(0, kind === 'cellAndTotals' ? 1 : undefined)
    .map(([cell, value]) => changeWords(cell, value, numbers));
  const rest = texts.length - NAMED;
  const all = join(texts.slice(0, NAMED), '、', ', ');
  return rest > 0 ? { zh: `${all.zh}等${texts.length}格`, en: `${all.en} and ${rest} more` } : all;
}

/** How each kind of slip is told, between the sums and the caution. `change` says what would have to change. */
const KIND_WORDS: Record<RepairKind, (change: Text, repair: Repair, numbers: CellNumbers) => Text> = {
  cell: ({ zh, en }) => ({
    zh: `经测算，仅${zh}一格即可使各项勾稽关系成立`,
    en: `Changing ${en} alone makes every sum hold`,
  }),
  cellAndTotal: ({ zh, en }) => ({
    zh: `经测算，这一错误同时计入了总计：${zh}即可使各项勾稽关系成立`,
    en: `The slip went into the total as well: changing ${en} makes every sum hold`,
  }),
  cellAndTotals: ({ zh, en }) => ({
    zh: `经测算，这一错误可能已计入各合计：${zh}，其所在的总计、（七）总计随之更正，即可使各项勾稽关系成立`,
    en: `The slip may have been added up into every total: changing ${en}, and the totals with it, makes every sum hold`,
  }),
  cellAndResultTotal: ({ zh, en }) => ({
    zh: `经测算，这一错误同时计入了（七）总计：${zh}即可使各项勾稽关系成立`,
    en: `The slip went into the total (7) as well: changing ${en} makes every sum hold`,
  }),
  totalRow: (_, { changes }, numbers) => {
    const cells = [...changes.keys()];
    const values = [...new Set(changes.values())];
    const printed = cells.map((cell) => numbers.get(cell));
    const state = printed.every((value) => value === undefined)
      ? { zh: '空着', en: 'blank' }
      : printed.every((value) => value === 0)
        ? { zh: '填的是0', en: '0' }
        : { zh: `填的是${[...new Set(printed)].join('、')}`, en: [...new Set(printed)].join(', ') };
    return {
      zh: `（七）总计一行${state.zh}，各项之和是${values.join('、')}；改后勾稽关系即可平衡`,
      en: `The total (7) is ${state.en}, the results add up to ${values.join(', ')}; with these every sum holds`,
    };
  },
  totalColumn: ({ zh, en }) => ({
    zh: `“总计”一列与各类申请人之和不符：${zh}即可使各项勾稽关系成立`,
    en: `The column of totals differs from the sums of applicants: changing ${en} makes every sum hold`,
  }),
  exchanged: ({ zh, en }) => ({
    zh: `相邻两格可能填反了：${zh}即可使各项勾稽关系成立`,
    en: `Two neighbouring cells may have been exchanged: changing ${en} makes every sum hold`,
  }),
  rowShifted: ({ zh, en }) => ({
    zh: `这一行的数据可能错了一列：${zh}即可使各项勾稽关系成立`,
    en: `The numbers of this row may stand one column off: changing ${en} makes every sum hold`,
  }),
  rowsShifted: ({ zh, en }) => ({
    zh: `数据可能从某一行起错了一行：${zh}即可使各项勾稽关系成立`,
    en: `From some row on the numbers may stand one row off: changing ${en} makes every sum hold`,
  }),
  countedTwice: ({ zh, en }) => ({
    zh: `差额恰好等于“（二）部分公开”的件数，部分公开的申请可能又计入了其他情形（区分处理的，只计部分公开）：${zh}即可使各项勾稽关系成立`,
    en: `The difference is just (2) partially granted, which may be counted in another row as well: changing ${en} makes every sum hold`,
  }),
};

/** The sums that miss, the likeliest change, the alternatives, and the caution. */
export function repairWords(repairs: readonly Repair[], broken: readonly CellSum[], numbers: CellNumbers): Text {
  const [first, ...others] = repairs as [Repair, ...Repair[]];
  const sums = first.kind === 'totalRow' ? [] : broken.slice(0, SPELLED).map((sum) => sumWords(sum, numbers));
  const more = broken.length - sums.length;
  const spelled = join(sums, '；', '; ');
  const counted =
    more > 0 && sums.length > 0 ? { zh: `等${broken.length}处`, en: ` and ${more} more` } : { zh: '', en: '' };
  const told = KIND_WORDS[first.kind](changesWords(first, numbers), first, numbers);
  const named = others.slice(0, NAMED - 1).map((other) => changesWords(other, numbers));
  const rest = others.length - named.length;
  const or = join(named, '；或', '; or ');
  return {
    zh: `${spelled.zh && `${spelled.zh}${counted.zh}。`}${told.zh}${or.zh && `；也可能是${or.zh}`}${rest > 0 ? `，另有${rest}种可能` : ''}，${CAUTION.zh}`,
    en: `${spelled.en && `${capital(spelled.en)}${counted.en}. `}${told.en}${or.en && `; or ${or.en}`}${rest > 0 ? `; ${rest} more are possible` : ''}. ${CAUTION.en}`,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The text differs from the table, whose sums hold. */
export function textIsSuspect(message: Text): Text {
  return {
    zh: `${message.zh}表中这些数所在的合计都成立，请先核对正文，再对照台账核实。`,
    en: `${message.en} The sums of the table that these numbers take part in hold: check the text first, then the records.`,
  };
}
