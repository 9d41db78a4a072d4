import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel } from '../../domain/labels.ts';
import { peer } from '../../neighbours/example.ts';
import { textOf } from '../../neighbours/neighbour.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import { PARTS, type Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, undecided } from '../verdict.ts';

/** Differing cells that the message names; all of them are in `cells`. */
const NAMED = 5;
const COMPARED = ['preamble', ...PARTS] as const;

/** A few copies say what there is to say; a folder full of drafts would drown every other finding. */
const MOST_COPIES = 3;

export const rule: Rule = {
  id: 'META.REVISED',
  title: { zh: '同一年度两个版本内容不同', en: 'Two copies for one year differ' },
  severity: 'warning',
  about: 'words',
  needs: 'otherCopies',
  why: {
    zh: '同一年度两个版本内容不同，公众不知以哪个为准。',
    en: 'Two copies for one year: nobody knows which holds.',
  },
  falseAlarm: { zh: '一份是草稿。', en: 'One of them is a draft.' },
  basis: null,
  check({ report, neighbours }) {
    const { otherCopies } = neighbours;
    if (otherCopies === undefined)
      return undecided({
        zh: '没有查找同一机关同一年度的其他版本。',
        en: 'Other copies of the same agency and year were not looked for.',
      });
    return decided(otherCopies.flatMap((copy) => difference(report, copy)).slice(0, MOST_COPIES));
  },
  examples: () => [
    { title: 'other copies were not looked for', outcome: 'undecided' },
    { title: 'there is no other copy', neighbours: { otherCopies: [] }, outcome: 'pass' },
    {
      title: 'another copy with other numbers',
      neighbours: {
        otherCopies: [peer('示例市示例局', { cells: { 'requests.received.total': 60, 'requests.total.total': 60 } })],
      },
      outcome: {
        fails: [
          {
            code: 'CELLS',
            cells: ['requests.received.total'],
            message: {
              zh: '同一年度另有一份报告（示例市示例局），1格数字不同（本份/另一份）：一、本年新收政府信息公开申请数量·总计 59/60。',
              en: 'Another copy for this year (示例市示例局) differs in 1 cells (this/other): 1. received this year, total 59/60.',
            },
          },
        ],
      },
    },
    {
      title: 'another copy with the same numbers and other words',
      neighbours: {
        otherCopies: [peer('示例市示例局', { text: { preamble: '依据国办公开办函〔2019〕60号编制。' } })],
      },
      outcome: { fails: [{ code: 'TEXT' }] },
    },
    {
      title: 'six other numbers, one of them blank in either copy: five are named',
      cells: { 'proactive.fees.amount': null },
      neighbours: {
        otherCopies: [
          peer('示例市示例局', {
            cells: {
              'proactive.fees.amount': 128.5,
              'proactive.licensing.decisions': null,
              'proactive.penalties.decisions': 1,
              'requests.received.total': 1,
              'requests.carriedIn.total': 1,
              'requests.granted.total': 1,
            },
          }),
        ],
      },
      outcome: { fails: [{ code: 'CELLS' }] },
    },
  ],
  cases: () => [
    {
      title: 'another copy that says the same, of which less was read',
      neighbours: {
        otherCopies: [
          peer('示例市示例局', {
            cells: { 'requests.received.total': 59 },
            text: {
              problems:
                ' （一）存在的主要问题\n一是个别科室答复文书不够规范；二是政策解读的形式还比较单一。\n（二）改进情况\n下一步将统一答复文书格式，增加图解和视频解读，并逐月检查落实情况。',
            },
          }),
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'of four other copies three are told',
      neighbours: {
        otherCopies: [1, 2, 3, 4].map((total) => peer('示例市示例局', { cells: { 'requests.received.total': total } })),
      },
      outcome: { fails: [{ code: 'CELLS' }, { code: 'CELLS' }, { code: 'CELLS' }] },
    },
    {
      title: 'another copy with other words in one part, and with a part that this one has not',
      neighbours: { otherCopies: [peer('示例市示例局', { text: { requests: '另附说明。', problems: '无。' } })] },
      outcome: { fails: [{ code: 'TEXT', actual: 'problems' }] },
    },
  ],
};

/** What both copies have: cells that were read in both, parts that have prose in both. */
function difference(report: Report, copy: Neighbour): Fault[] {
  const cells = [...report.cells].flatMap(([address, { value }]) => {
    const other = copy.cells[address];
    return other !== undefined && other !== value ? [address] : [];
  });
  if (cells.length > 0) return [cellsDiffer(report, copy, cells)];
  const own = textOf(report);
  const parts = COMPARED.filter((part) => own[part] && copy.text[part] && words(own[part]) !== words(copy.text[part]));
  if (parts.length === 0) return [];
  return [
    {
      code: 'TEXT',
      message: {
        zh: `同一年度另有一份报告（${copy.id}），数字相同而文字不同。`,
        en: `Another copy for this year (${copy.id}) has the same numbers and another text (${parts.join(', ')}).`,
      },
      hint: {
        zh: '请确认以哪一份为准，撤下或更正另一份。',
        en: 'Decide which one counts, and take down or correct the other.',
      },
      expected: copy.id,
      actual: parts.join(','),
    },
  ];
}

function cellsDiffer(report: Report, copy: Neighbour, cells: CellAddress[]): Fault {
  const named = cells.slice(0, NAMED);
  const rest = cells.length - named.length;
  const list = (language: 'zh' | 'en') =>
    named
      .map((cell) => `${cellLabel(cell)[language]} ${report.cells.get(cell)?.value ?? '—'}/${copy.cells[cell] ?? '—'}`)
      .join(language === 'zh' ? '；' : '; ');
  return {
    code: 'CELLS',
    message: {
      zh: `同一年度另有一份报告（${copy.id}），${cells.length}格数字不同（本份/另一份）：${list('zh')}${rest > 0 ? `等，另有${rest}格` : ''}。`,
      en: `Another copy for this year (${copy.id}) differs in ${cells.length} cells (this/other): ${list('en')}${rest > 0 ? ` and ${rest} more` : ''}.`,
    },
    hint: {
      zh: '请确认以哪一份为准，撤下或更正另一份。',
      en: 'Decide which one counts, and take down or correct the other.',
    },
    cells,
    expected: copy.id,
  };
}

/** Marks and spaces aside: copies of one text are saved in several ways. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
