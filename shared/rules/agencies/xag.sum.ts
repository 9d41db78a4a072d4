import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { ARTICLE_50 } from '../basis.ts';
import { quote } from '../quote.ts';
import type { Context, Fault, Rule } from '../types.ts';
import { decided, whyUndecided } from '../verdict.ts';
import { GOVERNMENT, reporting } from './example.ts';
import { ADDED_UP, type Parts, withParts } from './parts.ts';

/** Why more than the parts together is no fault yet. */
function waitsForParts(address: CellAddress): Text {
  const { zh, en } = cellLabel(address);
  return {
    zh: `还有所属机关没有报告或没有${quote(zh)}，汇总数无法核对。`,
    en: `"${en}": some of its agencies have not reported or have no number, so the total cannot be checked.`,
  };
}

/** The report presents its numbers as those of all its agencies together. */
const AGGREGATED = /汇总(?:了)?(?:全|各|所属|本[省市县区])|由各?(?:部门|单位|乡镇).{0,16}汇总|汇总(?:形成|编制|而成)/;

const SCHOOLS = reporting('示例市教育局', 40);
const WATER = reporting('示例市水利局', 19);
const TOWN = reporting('示例市示例镇', 1, { level: 'town' });
const OFFICE = reporting('示例市人民政府办公室', 6);
const COMPLETE = { expected: ['示例市教育局', '示例市水利局'], absent: [] };
/** What the government of the example would have, were 59 requests the only number in it. */
const ONLY_REQUESTS = {
  'requests.total.total': 0,
  'proactive.licensing.decisions': 0,
  'proactive.penalties.decisions': 0,
  'proactive.normativeDocuments.issued': 0,
};

/**
 * The parts together against the government. Reports may be missing, so that less than the government's number says
 * nothing unless a roster shows that every agency has reported; more than it does.
 */
export const rule: Rule = {
  id: 'XAG.SUM',
  title: { zh: '政府汇总数与所属机关之和不符', en: 'A government that differs from the sum of its parts' },
  severity: 'notice',
  about: 'cells',
  needs: 'peers',
  why: { zh: '政府汇总数应等于所属机关之和。', en: "A government's numbers are those of its agencies together." },
  falseAlarm: {
    zh: '所属机关未全部报送（未报送时只判大于）。',
    en: 'Agencies that have not reported (only more is told then).',
  },
  basis: ARTICLE_50,
  check: (context) =>
    withParts(context, (parts) => {
      const { report } = context;
      const severity = report.prose.some(({ plain }) => AGGREGATED.test(plain)) ? 'warning' : 'notice';
      const faults: Fault[] = [];
      const reasons: Text[] = [];
      for (const address of ADDED_UP) {
        const actual = numberAt(report, address);
        const sum = sumOfParts(parts, address);
        if (typeof actual !== 'number') reasons.push(whyUndecided(report, [address]));
        else if (actual < sum.known) {
          if (actual >= sum.most) faults.push({ ...fault(report, address, sum.known, parts), severity });
        } else if (actual > sum.known + sum.office) {
          if (sum.complete && isComplete(context))
            faults.push({ ...fault(report, address, sum.known, parts), severity });
          else reasons.push(waitsForParts(address));
        }
      }
      return decided(faults, reasons);
    }),
  examples: () => [
    {
      title: 'the parts give what the government has',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS, WATER] },
      outcome: 'pass',
    },
    {
      title: 'one more in the parts than in the government',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS, WATER, TOWN] },
      outcome: { fails: [{ cells: ['requests.received.total'], expected: 60, actual: 59, severity: 'notice' }] },
    },
    {
      title: 'the same, in a report that says that it adds up',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      text: { preamble: ['本报告由各部门、各乡镇数据汇总而成。'] },
      neighbours: { peers: [SCHOOLS, WATER, TOWN] },
      outcome: { fails: [{ severity: 'warning' }] },
    },
    {
      title: 'every body of the roster has reported, and still something is missing',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS, TOWN], roster: COMPLETE },
      outcome: { fails: [{ expected: 41, actual: 59 }] },
    },
    {
      title: 'false alarm: bodies that have not reported',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS], roster: { ...COMPLETE, absent: ['示例市水利局'] } },
      outcome: 'undecided',
    },
  ],
  cases: () => [
    {
      title: 'false alarm: the office has the same requests again, or some of its own',
      report: GOVERNMENT,
      cells: { ...ONLY_REQUESTS, 'requests.received.total': 63 },
      neighbours: { peers: [SCHOOLS, WATER, OFFICE], roster: COMPLETE },
      outcome: 'pass',
    },
    {
      title: 'one body alone with more than the government is the business of XAG.GE-PART',
      report: GOVERNMENT,
      cells: { ...ONLY_REQUESTS, 'requests.received.total': 39 },
      neighbours: { peers: [SCHOOLS, WATER] },
      outcome: 'pass',
    },
    {
      title: 'its own number is blank',
      report: GOVERNMENT,
      cells: { ...ONLY_REQUESTS, 'requests.received.total': null },
      neighbours: { peers: [SCHOOLS, WATER] },
      outcome: 'undecided',
    },
    { title: 'a department has no parts', neighbours: { peers: [SCHOOLS] }, outcome: 'notApplicable' },
    { title: 'without the reports of its departments it waits', report: GOVERNMENT, outcome: 'undecided' },
    {
      title: 'as many as the greatest part alone, and more parts',
      report: GOVERNMENT,
      cells: { ...ONLY_REQUESTS, 'requests.received.total': 40 },
      neighbours: { peers: [SCHOOLS, WATER] },
      outcome: { fails: [{ expected: 59, actual: 40 }] },
    },
    {
      title: 'every body has reported, and one request is missing',
      report: GOVERNMENT,
      cells: { ...ONLY_REQUESTS, 'requests.received.total': 60 },
      neighbours: { peers: [SCHOOLS, WATER], roster: COMPLETE },
      outcome: { fails: [{ expected: 59, actual: 60 }] },
    },
    {
      title: 'the one body of the roster has reported',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS], roster: { expected: ['示例市教育局'], absent: [] } },
      outcome: { fails: [{ expected: 40, actual: 59 }] },
    },
    {
      title: 'a part has no number there',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS, { ...WATER, cells: {} }], roster: COMPLETE },
      outcome: 'undecided',
    },
    {
      title: 'no roster tells whether all have reported',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS] },
      outcome: 'undecided',
    },
    {
      title: 'a roster without bodies tells nothing',
      report: GOVERNMENT,
      cells: ONLY_REQUESTS,
      neighbours: { peers: [SCHOOLS], roster: { expected: [], absent: [] } },
      outcome: 'undecided',
    },
  ],
};

/** Sum and greatest of the parts' numbers, the office's apart; `complete` where every part has a number. */
function sumOfParts({ bodies, office }: Parts, address: CellAddress) {
  const values = bodies.map(({ cells }) => cells[address]);
  const numbers = values.filter((value) => typeof value === 'number');
  return {
    known: numbers.reduce((sum, value) => sum + value, 0),
    most: Math.max(0, ...numbers),
    office: office?.cells[address] ?? 0,
    complete: numbers.length === values.length,
  };
}

function isComplete({ neighbours: { roster } }: Context): boolean {
  return roster !== undefined && roster.expected.length > 0 && roster.absent.length === 0;
}

/** Parts that are named with their numbers; more are counted. */
const NAMED = 5;

function fault(report: Report, address: CellAddress, sum: number, { bodies }: Parts): Fault {
  const parts = bodies.flatMap(({ agency, cells }) => (cells[address] ? [`${agency}${cells[address]}`] : []));
  const listed = parts.slice(0, NAMED).join('、') + (parts.length > NAMED ? `等${parts.length}个` : '');
  const { zh, en } = cellLabel(address);
  const actual = numberAt(report, address);
  return {
    cells: [address],
    expected: sum,
    actual: actual ?? null,
    message: {
      zh: `“${zh}”填${actual}，所属${bodies.length}个机关之和为${sum}（${listed}）。`,
      en: `${en}: ${actual}, but the ${bodies.length} bodies below it have ${sum} together (${listed}).`,
    },
    hint: {
      zh: '请逐个核对：是否漏了机关、重复统计了转办件，或汇总范围不同；如范围不同，请在报告中说明。',
      en: 'Check one by one for bodies left out and requests counted twice; if the scope differs, say so in the report.',
    },
  };
}
