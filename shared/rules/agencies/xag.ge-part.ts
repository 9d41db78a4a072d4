import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { quote } from '../quote.ts';
import type { Example, Fault, Rule } from '../types.ts';
import { decided, whyUndecided } from '../verdict.ts';
import { GOVERNMENT, reporting } from './example.ts';
import { COVERED, withParts } from './parts.ts';

function noneHas(address: CellAddress): Text {
  const { zh, en } = cellLabel(address);
  return { zh: `所属机关的报告中${quote(zh)}都没有数字。`, en: `No report of its agencies has a number for "${en}".` };
}

const TOO_MANY = Object.fromEntries(COVERED.map((address) => [address, 9999]));

const ZONE: Example['report'] = { level: 'other', agency: '示例综合实验区管理委员会', regionCode: null };
const inZone = (agency: string, received: number) => reporting(agency, received, { regionCode: null });

/** A government that counts its departments in cannot have fewer than one of them. */
export const rule: Rule = {
  id: 'XAG.GE-PART',
  title: { zh: '政府汇总数小于所属机关', en: 'A government with less than one of its departments' },
  severity: 'warning',
  about: 'cells',
  needs: 'peers',
  why: {
    zh: '政府汇总数不会小于它所属的任何一个部门。',
    en: 'A government cannot have less than one of its departments.',
  },
  falseAlarm: { zh: '政府的报告只统计政府本身。', en: 'The government counts itself alone.' },
  basis: null,
  check: (context) =>
    withParts(context, ({ bodies, zone }) => {
      const { report } = context;
      const faults: Fault[] = [];
      const reasons: Text[] = [];
      for (const address of COVERED) {
        const most = greatest(bodies, address);
        const actual = numberAt(report, address);
        if (most === null) reasons.push(noneHas(address));
        else if (typeof actual !== 'number') reasons.push(whyUndecided(report, [address]));
        else if (actual < most.value) {
          const { zh, en } = cellLabel(address);
          faults.push({
            cells: [address],
            expected: most.value,
            actual,
            message: {
              zh: `“${zh}”填${actual}，少于所属${most.agency}的${most.value}。`,
              en: `${en}: ${actual}, fewer than the ${most.value} of ${most.agency}.`,
            },
            hint: {
              zh: `请核对汇总时是否漏了${most.agency}的数据，或该机关是否多报；如报告只含本级，请在报告中说明。`,
              en: `Check whether the numbers of ${most.agency} were left out, or are too large there; if the report covers less, say so in it.`,
            },
          });
        }
      }
      if (zone !== null) faults.push(...lessThanTogether(report, bodies, faults));
      return decided(faults, reasons);
    }),
  examples: () => [
    {
      title: 'no fewer than its department',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例市教育局', 59)] },
      outcome: 'pass',
    },
    {
      title: 'fewer requests than one department',
      report: GOVERNMENT,
      neighbours: { peers: [60, 61, 60].map((received) => reporting('示例市教育局', received)) },
      outcome: { fails: [{ cells: ['requests.received.total'], expected: 61, actual: 59 }] },
    },
    {
      title: 'false alarm: the scopes differ, and the report says so',
      report: GOVERNMENT,
      text: { requests: ['以上数据仅统计市政府本级。'] },
      neighbours: { peers: [reporting('示例市教育局', 60)] },
      outcome: 'undecided',
    },
    {
      title: 'the office of a town is one of its parts',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例镇人民政府办公室', 60, { level: 'town' })] },
      outcome: { fails: [{ expected: 60, actual: 59 }] },
    },
    {
      title: 'every number that is added up is compared',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例市教育局', 0, { cells: TOO_MANY })] },
      outcome: { fails: COVERED.map((address) => ({ cells: [address], expected: 9999 })) },
    },
  ],
  cases: () => [
    {
      title: 'false alarm: a body of the central government in the region is no part',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('国家税务总局示例市税务局', 60)] },
      outcome: 'undecided',
    },
    {
      title: 'false alarm: the government of a county below it counts for itself',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例县人民政府', 60, { level: 'government', regionCode: '999921' })] },
      outcome: 'undecided',
    },
    {
      title: 'false alarm: the office of the government reports for itself alone (浔阳区政府办)',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例市人民政府办公室', 60)] },
      outcome: 'undecided',
    },
    {
      title: 'its own number is blank',
      report: GOVERNMENT,
      cells: { 'requests.received.total': null },
      neighbours: { peers: [reporting('示例市教育局', 60)] },
      outcome: 'undecided',
    },
    {
      title: 'its departments gave no number',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例市教育局', 0, { cells: {} })] },
      outcome: 'undecided',
    },
    {
      title: 'a department has no parts',
      neighbours: { peers: [reporting('示例市教育局', 60)] },
      outcome: 'notApplicable',
    },
    {
      title: 'no area is known',
      report: { ...GOVERNMENT, regionCode: null },
      neighbours: { peers: [reporting('示例市教育局', 60, { regionCode: null })] },
      outcome: 'undecided',
    },
    {
      title: 'no name is known',
      report: { ...GOVERNMENT, agency: null },
      neighbours: { peers: [reporting('示例市教育局', 60)] },
      outcome: 'undecided',
    },
    {
      title: 'a department of another area, and another government of this one, are no parts',
      report: GOVERNMENT,
      neighbours: {
        peers: [
          reporting('示例县教育局', 60, { regionCode: '999921' }),
          reporting('示例市开发区人民政府', 60, { level: 'government' }),
        ],
      },
      outcome: 'undecided',
    },
    {
      title: 'a government may have less than its departments together',
      report: GOVERNMENT,
      neighbours: { peers: [reporting('示例市教育局', 40), reporting('示例市水利局', 40)] },
      outcome: 'pass',
    },
    {
      title: 'a zone with as much as its departments together',
      report: ZONE,
      neighbours: { peers: [inZone('示例综合实验区财政局', 29), inZone('示例综合实验区统计局', 30)] },
      outcome: 'pass',
    },
    {
      title: 'a zone with less than one department is told that alone',
      report: ZONE,
      neighbours: { peers: [inZone('示例综合实验区财政局', 60), inZone('示例综合实验区统计局', 9)] },
      outcome: { fails: [{ expected: 60, actual: 59 }] },
    },
    {
      title: 'a zone whose own number is blank',
      report: ZONE,
      cells: { 'requests.received.total': null },
      neighbours: { peers: [inZone('示例综合实验区财政局', 29), inZone('示例综合实验区统计局', 30)] },
      outcome: 'undecided',
    },
    {
      title: 'departments of another zone, and its committee, are no part of a zone',
      report: ZONE,
      neighbours: {
        peers: [
          inZone('示例综合实验区财政局', 40),
          inZone('云岭综合实验区财政局', 40),
          inZone('示例综合实验区管理委员会', 40),
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'a zone with less than its departments together',
      report: ZONE,
      neighbours: { peers: [inZone('示例综合实验区财政局', 40), inZone('示例综合实验区统计局', 40)] },
      outcome: { fails: [{ code: 'TOGETHER', cells: ['requests.received.total'], expected: 80, actual: 59 }] },
    },
    { title: 'without the reports of its departments it waits', report: GOVERNMENT, outcome: 'undecided' },
  ],
};

/** The agency with the most, of those that gave a number. */
function greatest(bodies: readonly Neighbour[], address: CellAddress): { agency: string; value: number } | null {
  let most: { agency: string; value: number } | null = null;
  for (const { agency, cells } of bodies) {
    const value = cells[address];
    if (typeof value === 'number' && (most === null || value > most.value)) most = { agency, value };
  }
  return most;
}

/** Departments of a zone are counted by its committee alone: it cannot have less than they have together. */
function lessThanTogether(report: Report, bodies: readonly Neighbour[], known: readonly Fault[]): Fault[] {
  return COVERED.flatMap((address) => {
    const actual = numberAt(report, address);
    const numbers = bodies.flatMap(({ cells }) => cells[address] ?? []);
    const expected = Number(numbers.reduce((sum, value) => sum + value, 0).toFixed(6));
    const isKnown = known.some(({ cells }) => cells?.includes(address));
    if (typeof actual !== 'number' || isKnown || bodies.length < 2 || actual >= expected) return [];
    const { zh, en } = cellLabel(address);
    return [
      {
        code: 'TOGETHER',
        cells: [address],
        expected,
        actual,
        message: {
          zh: `“${zh}”填${actual}，少于所属${numbers.length}个工作部门合计的${expected}。`,
          en: `${en}: ${actual}, fewer than the ${expected} of its ${numbers.length} departments together.`,
        },
        hint: {
          zh: '请核对汇总范围，以及是否有部门之间转办而重复统计的申请。',
          en: 'Check what was added up, and whether requests handed on were counted twice.',
        },
      },
    ];
  });
}
