import { REQUEST_COLUMNS, type RequestColumn } from '../../domain/addresses.ts';
import { COLUMN_LABELS, type Text } from '../../domain/labels.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, undecided } from '../verdict.ts';
import { twoNumbers, whyIncomparable, withEarlier } from './earlier.ts';

const CARRIED_OUT = {
  'requests.carriedOut.naturalPerson': 3,
  'requests.carriedOut.enterprise': 1,
  'requests.carriedOut.researchInstitution': 0,
  'requests.carriedOut.socialOrganization': 0,
  'requests.carriedOut.legalService': 0,
  'requests.carriedOut.otherOrganization': 0,
  'requests.carriedOut.total': 4,
} as const;
const ONE_MORE = { ...CARRIED_OUT, 'requests.carriedOut.naturalPerson': 4, 'requests.carriedOut.total': 5 };
const LAST_COLUMN = { 'requests.carriedOut.naturalPerson': 2, 'requests.carriedOut.otherOrganization': 1 };

/** What was carried in this year must be what the year before carried out. */
export const rule: Rule = {
  id: 'XYR.CARRY',
  title: { zh: '上年结转与上年度“结转下年度”不一致', en: 'Carried in differs from carried out of the year before' },
  severity: 'warning',
  about: 'cells',
  needs: 'earlier',
  why: { zh: '本年的“上年结转”就是上年的“结转下年度”。', en: 'Carried in is what the year before carried out.' },
  falseAlarm: { zh: '机构合并，或上年数据已更正并说明。', en: 'A merger, or a correction that the report tells of.' },
  basis: { zh: '国办公开办函〔2021〕30号所附表三', en: 'Table 3 of the form, 国办公开办函〔2021〕30号' },
  check: (context) =>
    withEarlier(context, (earlier) => {
      const incomparable = whyIncomparable(context.report, earlier);
      if (incomparable !== null) return undecided(incomparable);
      const faults: Fault[] = [];
      const reasons: Text[] = [];
      for (const column of REQUEST_COLUMNS) {
        const pair = twoNumbers(
          context.report,
          `requests.carriedIn.${column}`,
          earlier,
          `requests.carriedOut.${column}`,
        );
        if ('reason' in pair) reasons.push(pair.reason);
        else if (pair.now !== pair.before) faults.push(fault(context.report, earlier, column, pair));
      }
      return decided(faults, reasons);
    }),
  examples: () => [
    {
      title: 'the same in every column',
      neighbours: { earlier: earlierYear({ cells: CARRIED_OUT }) },
      outcome: 'pass',
    },
    {
      title: 'one request more was carried out: the column is a warning, the total of two verified reports an error',
      neighbours: { earlier: earlierYear({ cells: ONE_MORE }) },
      outcome: {
        fails: [
          { cells: ['requests.carriedIn.naturalPerson'], expected: 4, actual: 3, severity: 'warning' },
          { cells: ['requests.carriedIn.total'], expected: 5, actual: 4, severity: 'error' },
        ],
      },
    },
    {
      title: 'the total is a warning while the earlier report has errors of its own',
      neighbours: {
        earlier: earlierYear({ status: 'failed', cells: { ...CARRIED_OUT, 'requests.carriedOut.total': 5 } }),
      },
      outcome: { fails: [{ expected: 5, severity: 'warning' }] },
    },
    {
      title: 'the total is a warning while this report does not balance',
      cells: { 'requests.received.total': 60 },
      neighbours: { earlier: earlierYear({ cells: { ...CARRIED_OUT, 'requests.carriedOut.total': 5 } }) },
      outcome: { fails: [{ expected: 5, severity: 'warning' }] },
    },
    {
      title: 'a blank total is undecided, the columns beside it are not',
      cells: { 'requests.carriedIn.total': null },
      neighbours: { earlier: earlierYear({ cells: CARRIED_OUT }) },
      outcome: 'undecided',
    },
  ],
  cases: () => [
    {
      title: 'false alarm: the body was reorganised',
      text: { overview: ['2023年3月机构改革，原示例中心的职能划转至本机关。'] },
      neighbours: { earlier: earlierYear({ cells: ONE_MORE }) },
      outcome: 'undecided',
    },
    {
      title: 'false alarm: the number was corrected afterwards',
      text: { requests: ['上年结转4件，上年度报告误写为5件，现予更正。'] },
      neighbours: { earlier: earlierYear({ cells: ONE_MORE }) },
      outcome: 'undecided',
    },
    {
      title: 'false alarm: the two years are on different forms',
      neighbours: { earlier: earlierYear({ format: '2019-60', cells: ONE_MORE }) },
      outcome: 'undecided',
    },
    { title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' },
    {
      title: 'a request of the last column counts in the total',
      cells: { 'requests.carriedIn.naturalPerson': 2, 'requests.carriedIn.otherOrganization': 1 },
      neighbours: { earlier: earlierYear({ cells: { ...ONE_MORE, ...LAST_COLUMN } }) },
      outcome: { fails: [{ expected: 5, actual: 4, severity: 'error' }] },
    },
    {
      title: 'the total is a warning while the other totals of this report were not read',
      cells: { 'requests.received.total': null, 'requests.total.total': null },
      neighbours: { earlier: earlierYear({ cells: { ...CARRIED_OUT, 'requests.carriedOut.total': 5 } }) },
      outcome: { fails: [{ expected: 5, severity: 'warning' }] },
    },
    {
      title: 'the total is a warning while its own columns do not add up to it',
      cells: { 'requests.received.total': 58, 'requests.carriedIn.total': 5 },
      neighbours: { earlier: earlierYear({ cells: CARRIED_OUT }) },
      outcome: { fails: [{ expected: 4, actual: 5, severity: 'warning' }] },
    },
    {
      title: 'the year before has a blank total',
      neighbours: { earlier: earlierYear({ cells: { ...CARRIED_OUT, 'requests.carriedOut.total': null } }) },
      outcome: 'undecided',
    },
    {
      title: 'false alarm: the report of the year before tells of the reorganisation',
      neighbours: { earlier: earlierYear({ cells: ONE_MORE, text: { overview: '2022年12月机构改革。' } }) },
      outcome: 'undecided',
    },
  ],
};

function fault(
  report: Report,
  earlier: Neighbour,
  column: RequestColumn,
  side: { now: number; before: number },
): Fault {
  const { zh, en } = COLUMN_LABELS[column] as Text;
  const certain = column === 'total' && earlier.status === 'passed' && balances(report);
  return {
    cells: [`requests.carriedIn.${column}`],
    expected: side.before,
    actual: side.now,
    severity: certain ? 'error' : 'warning',
    message: {
      zh: `“${zh}”列：本年度“上年结转”填${side.now}，${earlier.year}年度报告“结转下年度继续办理”为${side.before}，相差${Math.abs(side.now - side.before)}。`,
      en: `Column ${en}: ${side.now} carried in, but the report for ${earlier.year} carried out ${side.before}.`,
    },
    hint: {
      zh: `请对照${earlier.year}年度报告核对；如有更正，请在报告中说明。`,
      en: `Compare with the report for ${earlier.year}; if it was corrected, say so in the report.`,
    },
  };
}

/** The totals of this report hold together, so that its carried-in total can be relied on. */
function balances(report: Report): boolean {
  const came = addCells(report, ['requests.received.total', 'requests.carriedIn.total']);
  const went = addCells(report, ['requests.total.total', 'requests.carriedOut.total']);
  const columns = REQUEST_COLUMNS.slice(0, -1).map((column) => `requests.carriedIn.${column}` as const);
  const total = addCells(report, ['requests.carriedIn.total']);
  return came !== null && came === went && total === addCells(report, columns);
}
