import type { Claim } from '../../claims/types.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { comparable, compare, evidenceOfClaim } from './compare.ts';
import { claimText } from './words.ts';

/** Kinds whose words leave one meaning: 收到 and 办理 have several and are held against the table alone. */
const ONE_MEANING = [
  'received',
  'carriedIn',
  'done',
  'carriedOut',
  'granted',
  'partiallyGranted',
  'denied',
  'unavailable',
  'notProcessed',
  'detail',
  'reconsideration',
  'dispute.outcome',
  'documents.issued',
  'documents.repealed',
  'documents.inForce',
  'licensing',
  'penalties',
  'coercion',
] as const;

export const rule: Rule = {
  id: 'NAR.SELF',
  title: { zh: '同一指标前后两次不同', en: 'The text gives two values for one quantity' },
  severity: 'error',
  about: 'words',
  why: { zh: '同一指标前后写了两个数，必有一个错。', en: 'Two values for one quantity: one of them is wrong.' },
  falseAlarm: { zh: '两处的时间或口径不同而没有写明。', en: 'They mean other times or things and do not say so.' },
  basis: null,
  check({ report, claims }) {
    const first = new Map<string, Claim>();
    const faults: Fault[] = [];
    let repeated = false;
    for (const claim of comparable(claims, ONE_MEANING)) {
      const quantity = JSON.stringify(claim.satisfiedBy);
      const before = first.get(quantity);
      if (!before) first.set(quantity, claim);
      else {
        repeated = true;
        if (before.value !== claim.value && !bothBorneOut(report, before, claim)) faults.push(toFault(before, claim));
      }
    }
    return repeated ? decided(faults) : notApplicable();
  },
  examples: () => [
    { title: 'nothing is said twice', outcome: 'notApplicable' },
    {
      title: 'the same number twice',
      text: { requests: ['2023年新收政府信息公开申请59件。'] },
      outcome: 'pass',
    },
    {
      title: 'two numbers of new requests',
      text: { requests: ['2023年新收政府信息公开申请61件。'] },
      outcome: {
        fails: [
          {
            cells: ['requests.received.total'],
            expected: 59,
            actual: 61,
            evidence: [
              {
                place: { line: 205 },
                text: '2023年，本机关新收政府信息公开申请59件，上年结转4件；办结60件，其中予以公开24件、部分公开8件、不予公开15件、无法提供9件、不予处理3件、其他处理1件；结转下年度继续办理3件。',
              },
              { place: { line: 401 }, text: '2023年新收政府信息公开申请61件。' },
            ],
          },
        ],
      },
    },
    {
      title: 'two numbers where the table was not read',
      cells: { 'requests.received.total': undefined },
      text: { requests: ['2023年新收政府信息公开申请61件。'] },
      outcome: { fails: [{ expected: 59, actual: 61 }] },
    },
    {
      title: '收到 twice, one number right',
      text: { overview: ['收到政府信息公开申请61件。'], requests: ['收到政府信息公开申请63件。'] },
      outcome: { fails: [{ expected: 61, actual: 63 }] },
    },
  ],
  cases: () => [
    {
      title: 'one with those carried in, one without: both are right',
      text: { overview: ['收到政府信息公开申请59件。'], requests: ['收到政府信息公开申请63件。'] },
      outcome: 'pass',
    },
    {
      title: 'cumulative, and one channel alone',
      text: { requests: ['历年累计收到政府信息公开申请592件。', '通过网络收到政府信息公开申请40件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'another year',
      text: { requests: ['2022年新收政府信息公开申请40件。'] },
      outcome: 'notApplicable',
    },
    {
      title: '收到 twice, the other number right',
      text: { overview: ['收到政府信息公开申请63件。'], requests: ['收到政府信息公开申请61件。'] },
      outcome: { fails: [{ expected: 63, actual: 61 }] },
    },
    {
      title: 'each of the other quantities, told twice',
      text: {
        requests: [
          '2023年，政府信息公开申请上年结转5件；办结61件，其中予以公开25件、部分公开9件、不予公开16件、无法提供10件、不予处理4件；结转下年度继续办理4件。',
          '收到政府信息公开申请59件，无法提供（本机关不掌握相关政府信息）7件。',
          '收到政府信息公开申请59件，无法提供（本机关不掌握相关政府信息）8件。',
        ],
        proactive: [
          '制发行政规范性文件7件，废止3件，现行有效32件。',
          '作出行政许可决定1284件、行政处罚决定312件、行政强制决定17件。',
          '作出行政许可决定1285件、行政处罚决定313件、行政强制决定18件。',
        ],
        disputes: [
          '因政府信息公开工作被申请行政复议6件，其中结果维持3件。',
          '因政府信息公开工作被申请行政复议7件，其中结果维持4件。',
        ],
      },
      outcome: {
        fails: [
          { expected: 6, actual: 7 },
          { expected: 2, actual: 3 },
          { expected: 31, actual: 32 },
          { expected: 1284, actual: 1285 },
          { expected: 312, actual: 313 },
          { expected: 17, actual: 18 },
          { expected: 4, actual: 5 },
          { expected: 60, actual: 61 },
          { expected: 24, actual: 25 },
          { expected: 8, actual: 9 },
          { expected: 15, actual: 16 },
          { expected: 9, actual: 10 },
          { expected: 3, actual: 4 },
          { expected: 3, actual: 4 },
          { expected: 7, actual: 8 },
          { expected: 6, actual: 7 },
          { expected: 3, actual: 4 },
        ],
      },
    },
  ],
};

/** Two right readings of one word, 收到 with and without those carried in. */
function bothBorneOut(report: Report, one: Claim, other: Claim): boolean {
  return one.satisfiedBy.length > 1 && [one, other].every((claim) => compare(report, claim).outcome !== 'differs');
}

function toFault(before: Claim, claim: Claim): Fault {
  const [one, other] = [claimText(before), claimText(claim)];
  return {
    message: {
      zh: `正文前后不一致：一处称${one.zh}，另一处称${other.zh}，请核对后改为一致。`,
      en: `The text says ${one.en} in one place and ${other.en} in another.`,
    },
    cells: [...new Set(before.satisfiedBy.flat())],
    expected: before.value,
    actual: claim.value,
    evidence: [evidenceOfClaim(before), evidenceOfClaim(claim)],
  };
}
