import type { Claim } from '../../claims/types.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { comparable, compare, evidenceOf } from './compare.ts';
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
  basis: null,
  check({ report, claims }) {
    const first = new Map<string, Claim>();
    const faults: Fault[] = [];
    let repeated = false;
    for (const claim of comparable(claims, ONE_MEANING)) {
      const quantity = JSON.stringify([claim.kind, claim.satisfiedBy]);
      const before = first.get(quantity);
      if (!before) first.set(quantity, claim);
      else {
        repeated = true;
        if (before.value !== claim.value && !bothBorneOut(report, before, claim)) faults.push(toFault(before, claim));
      }
    }
    return repeated ? decided(faults) : notApplicable();
  },
  examples: [
    { title: 'nothing is said twice', outcome: 'notApplicable' },
    {
      title: 'the same number twice',
      text: { requests: ['2023年新收政府信息公开申请59件。'] },
      outcome: 'pass',
    },
    {
      title: 'two numbers of new requests',
      text: { requests: ['2023年新收政府信息公开申请61件。'] },
      outcome: { fails: [{ expected: 59, actual: 61 }] },
    },
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
      title: 'two numbers where the table was not read',
      cells: { 'requests.received.total': undefined },
      text: { requests: ['2023年新收政府信息公开申请61件。'] },
      outcome: { fails: [{ expected: 59, actual: 61 }] },
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
      zh: `正文前后不一致：一处称${one.zh}，另一处称${other.zh}。`,
      en: `The text says ${one.en} in one place and ${other.en} in another.`,
    },
    cells: [...new Set(before.satisfiedBy.flat())],
    expected: before.value,
    actual: claim.value,
    evidence: [evidenceOf(before), evidenceOf(claim)],
  };
}
