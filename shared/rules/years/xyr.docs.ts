import type { CellAddress } from '../../domain/addresses.ts';
import { ROW_LABELS, type Text } from '../../domain/labels.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, notApplicable, undecided, whyUndecided } from '../verdict.ts';
import { twoNumbers, withEarlier } from './earlier.ts';

const ROWS = ['regulations', 'normativeDocuments'] as const;
/** Documents leave the stock, or enter it, otherwise than by issue and repeal; the report says so. */
const RECOUNTED =
  /(?:到期|届满|自动|自然)(?:失效|废止)|失效\d*件|重新(?:统计|核定|认定|梳理|清理)|(?:机构|单位)(?:改革|合并|撤并)|统计口径/;

const STOCK = { 'proactive.regulations.inForce': 0, 'proactive.normativeDocuments.inForce': 27 };
const THREE_LESS = { earlier: earlierYear({ cells: { ...STOCK, 'proactive.normativeDocuments.inForce': 25 } }) };

/** Documents in force: last year's, and those issued, less those repealed. */
export const rule: Rule = {
  id: 'XYR.DOCS',
  title: { zh: '现行有效件数与上年度不连续', en: 'Documents in force do not follow from the year before' },
  severity: 'warning',
  about: 'cells',
  needs: 'earlier',
  why: { zh: '现行有效件数等于上年的加制发减废止。', en: "In force: last year's, and issued, less repealed." },
  falseAlarm: {
    zh: '文件到期失效、重新统计或机构合并（写明的作未定）。',
    en: 'Documents that lapsed or were counted anew (undecided where told).',
  },
  basis: null,
  check: (context) =>
    withEarlier(context, (earlier) => {
      const { report } = context;
      if (report.format !== '2021-30' || earlier.format !== '2021-30') return notApplicable();
      const told = [...report.prose.map(({ plain }) => plain), ...Object.values(earlier.text)];
      if (told.some((text) => RECOUNTED.test(text))) {
        return undecided({
          zh: '报告提到文件到期失效、重新统计或机构合并，现行有效件数请人工核对。',
          en: 'The report tells of documents that lapsed or were counted anew. Please check the number in force yourself.',
        });
      }
      const results = ROWS.map((row) => compare(report, earlier, row));
      return decided(
        results.flatMap(({ fault }) => fault ?? []),
        results.flatMap(({ reason }) => reason ?? []),
      );
    }),
  examples: () => [
    { title: '27 + 6 − 2 = 31', neighbours: { earlier: earlierYear({ cells: STOCK }) }, outcome: 'pass' },
    {
      title: 'two more in force than follow from the year before',
      neighbours: THREE_LESS,
      outcome: { fails: [{ expected: 29, actual: 31, cells: stockCells('normativeDocuments') }] },
    },
    {
      title: 'files handed over that are expressly not counted explain nothing (随县 2024)',
      text: { proactive: ['管委会移交4份文件，经审查，该4份文件不属于行政规范性文件。'] },
      neighbours: THREE_LESS,
      outcome: { fails: [{ expected: 29 }] },
    },
    {
      title: 'regulations have a stock as well',
      cells: { 'proactive.regulations.inForce': 3 },
      neighbours: { earlier: earlierYear({ cells: STOCK }) },
      outcome: { fails: [{ expected: 0, actual: 3, cells: stockCells('regulations') }] },
    },
    {
      title: 'false alarm: 对外公开总数量 of the 2019 form is no stock',
      neighbours: { earlier: earlierYear({ format: '2019-60' }) },
      outcome: 'notApplicable',
    },
  ],
  cases: () => [
    ...['其中2件文件有效期届满自动失效。', '经重新认定，现行有效31件。', '因单位合并，接收文件2件。'].map(
      (sentence) => ({
        title: `false alarm: ${sentence}`,
        text: { proactive: [sentence] },
        neighbours: THREE_LESS,
        outcome: 'undecided' as const,
      }),
    ),
    {
      title: 'the number issued was not read',
      cells: { 'proactive.normativeDocuments.issued': undefined },
      neighbours: { earlier: earlierYear({ cells: STOCK }) },
      outcome: 'undecided',
    },
    { title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' },
    {
      title: 'the report itself is on the form of 2019',
      report: { format: '2019-60' },
      neighbours: { earlier: earlierYear({ cells: STOCK }) },
      outcome: 'notApplicable',
    },
    {
      title: 'false alarm: the report of the year before counted again',
      neighbours: { earlier: { ...THREE_LESS.earlier, text: { proactive: '经重新认定，现行有效25件。' } } },
      outcome: 'undecided',
    },
    {
      title: 'the stock of the year before was not read',
      neighbours: { earlier: earlierYear({ cells: {} }) },
      outcome: 'undecided',
    },
    {
      title: 'the number repealed was not read',
      cells: { 'proactive.normativeDocuments.repealed': undefined },
      neighbours: { earlier: earlierYear({ cells: STOCK }) },
      outcome: 'undecided',
    },
  ],
};

/** A fault, or the reason why nothing can be told; neither if the stock follows. */
function compare(report: Report, earlier: Neighbour, row: (typeof ROWS)[number]): { fault?: Fault; reason?: Text } {
  const cells = stockCells(row);
  const [issued, repealed, inForce] = cells;
  const stock = twoNumbers(report, inForce, earlier, inForce);
  if ('reason' in stock) return stock;
  const made = addCells(report, [issued]);
  const gone = addCells(report, [repealed]);
  if (made === null || gone === null) return { reason: whyUndecided(report, cells) };
  const expected = stock.before + made - gone;
  if (stock.now === expected) return {};
  const { zh, en } = ROW_LABELS[`proactive.${row}`] as Text;
  const sum = `${stock.before}+${made}−${gone}=${expected}`;
  const fault: Fault = {
    cells,
    expected,
    actual: stock.now,
    message: {
      zh: `${zh}：上年度现行有效${stock.before}件，本年制发${made}件、废止${gone}件，应为${sum}件，填报${stock.now}件，相差${Math.abs(stock.now - expected)}件。`,
      en: `${en}: ${sum} should be in force, ${stock.now} is reported.`,
    },
    hint: {
      zh: '如有到期失效、移交或重新认定的文件，请在报告中说明。',
      en: 'If documents expired, were handed over or counted again, say so in the report.',
    },
  };
  return { fault };
}

function stockCells(row: (typeof ROWS)[number]): [CellAddress, CellAddress, CellAddress] {
  return [`proactive.${row}.issued`, `proactive.${row}.repealed`, `proactive.${row}.inForce`];
}
