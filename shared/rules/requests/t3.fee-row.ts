import { numberAt } from '../../report/types.ts';
import { FEE_REGULATION } from '../basis.ts';
import { placeOfPart } from '../example-data.ts';
import { quote } from '../quote.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, whyUndecided } from '../verdict.ts';
import { type FeeStatement, feeStatements } from './fees.ts';
import { hasSingleOtherRow } from './rows.ts';

const ROW = 'requests.other.feeUnpaid.total';

export const rule: Rule = {
  id: 'T3.FEE-ROW',
  title: { zh: '信息处理费前后不符', en: 'Processing fees contradict each other' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '逾期不缴费才计入（六）2，未发收费通知就不会有。',
    en: 'Row (6)2 needs a fee notice: without one there can be none.',
  },
  falseAlarm: { zh: '收费通知在上年度发出。', en: 'The notice was sent the year before.' },
  basis: FEE_REGULATION,
  check({ report }) {
    const statements = feeStatements(report);
    const unpaid = numberAt(report, ROW);
    const denial = statements.find(({ denied }) => denied !== null);
    const faults = unpaid && denial && !statements.some(({ notices }) => notices > 0) ? [toUnpaid(denial, unpaid)] : [];
    faults.push(...statements.flatMap((one) => toReceived(one) ?? []));
    const both = toBoth(statements) ?? toDiffering(statements);
    if (both && faults.length === 0) faults.push(both);
    const waits = denial && typeof unpaid !== 'number' && !hasSingleOtherRow(report);
    return decided(faults, waits ? [whyUndecided(report, [ROW])] : []);
  },
  examples: () => [
    { title: 'no notices, nothing received, no row', outcome: 'pass' },
    {
      title: 'fees unpaid in the table, none asked for in the text',
      cells: { [ROW]: 1 },
      text: { other: ['本年度未收取信息处理费。'] },
      outcome: {
        fails: [
          {
            code: 'UNPAID',
            cells: [ROW],
            actual: 1,
            evidence: [{ place: placeOfPart('other'), text: '本年度未收取信息处理费。' }],
          },
        ],
      },
    },
    {
      title: 'notices were sent, nobody paid',
      cells: { [ROW]: 2 },
      text: { other: ['本年度发出信息处理费收费通知2件，总金额60元，未收取费用。'] },
      outcome: 'pass',
    },
    {
      title: 'more received than asked for',
      text: { other: ['本年度发出信息处理费收费通知3件，总金额90元，实际收取120元。'] },
      outcome: { fails: [{ code: 'RECEIVED', expected: 90, actual: 120 }] },
    },
    {
      title: 'nothing charged, and an amount',
      text: { other: ['本年度未收取信息处理费。', '全年收取信息处理费共计1元。'] },
      outcome: { fails: [{ code: 'BOTH', actual: 1 }] },
    },
  ],
  cases: () => [
    {
      title: 'less received than asked for',
      text: { other: ['本年度发出信息处理费收费通知3件，总金额90元，实际收取60元。'] },
      outcome: 'pass',
    },
    {
      title: 'nothing charged, 0 yuan (all samples)',
      text: { other: ['本年度没有产生信息公开处理费，收取0元。'] },
      outcome: 'pass',
    },
    {
      title: 'nothing charged in part six, an amount in part one',
      text: {
        overview: ['本年度依申请公开收取信息处理费260元。'],
        other: ['（一）2023年，无收取信息处理费情况。（二）无其他事项。'],
      },
      outcome: {
        fails: [
          {
            code: 'BOTH',
            message: {
              zh: '第六部分写“（一）2023年，无收取信息处理费情况”，第一部分又写收取260元，前后不一，请核对。',
              en: 'Part 6 denies every charge, and part 1 says: 260 yuan received.',
            },
            evidence: [
              { place: placeOfPart('other'), text: '（一）2023年，无收取信息处理费情况。' },
              { place: placeOfPart('overview'), text: '本年度依申请公开收取信息处理费260元。' },
            ],
          },
        ],
      },
    },
    {
      title: 'denied in part one, unpaid in the table',
      cells: { [ROW]: 1 },
      text: { overview: ['对申请公开政府信息未收取任何费用。'], other: ['无其他事项。'] },
      outcome: {
        fails: [
          {
            code: 'UNPAID',
            message: {
              zh: '表三“（六）2.逾期未按收费通知要求缴纳费用”填了1件，第一部分却写“未收取”，请核对两处。',
              en: 'Table 3 counts 1 request(s) given up for an unpaid fee; part 1 says that no fee was asked for.',
            },
          },
        ],
      },
    },
    {
      title: 'no notice sent, unpaid in the table',
      cells: { [ROW]: 1 },
      text: { other: ['本年度发出收费通知0件，未产生信息处理费。'] },
      outcome: { fails: [{ code: 'UNPAID' }] },
    },
    {
      title: 'two parts with different amounts',
      text: { overview: ['全年收取信息处理费260元。'], other: ['本年度共收取信息处理费620元。'] },
      outcome: {
        fails: [
          {
            code: 'DIFFERING',
            message: {
              zh: '第一部分写收取信息处理费260元，第六部分写620元，前后不一，请核对。',
              en: 'Part 1: 260 yuan of fees received; part 6: 620 yuan.',
            },
            expected: 260,
            actual: 620,
          },
        ],
      },
    },
    {
      title: 'the same amount twice, a part of it, and that of the year before',
      text: {
        overview: ['全年收取信息处理费620元。其中法规科收取信息处理费260元。', '2022年收取信息处理费300元。'],
        other: ['本年度共收取信息处理费620元。2022年未收取信息处理费。'],
      },
      outcome: 'pass',
    },
    {
      title: 'a part of the amount in part one',
      text: { overview: ['其中法规科收取信息处理费260元。'], other: ['本年度共收取信息处理费620元。'] },
      outcome: 'pass',
    },
    {
      title: 'what did not happen beside a fee, and fees that were not above the tariff',
      text: {
        overview: ['未发生收费争议，未收到对信息处理费的投诉。'],
        other: ['收取信息处理费260元，应收未收0元，未发生行政复议，未收取其他费用。'],
      },
      outcome: 'pass',
    },
    {
      title: 'a fee notice and 0 yuan received',
      text: { overview: ['发出收费通知2件。'], other: ['本年度实际收取信息处理费0元。'] },
      outcome: 'pass',
    },
    {
      title: '0 yuan in one part, an amount in another',
      text: { overview: ['收取信息处理费260元。'], other: ['本年度收取信息处理费0元。'] },
      outcome: { fails: [{ code: 'BOTH', actual: 260 }] },
    },
    {
      title: 'nothing charged at all, and a notice sent',
      text: { other: ['全年不收取任何费用。发出收费通知1件，金额260元。'] },
      outcome: { fails: [{ code: 'BOTH', actual: 1 }] },
    },
    {
      title: 'what the tariff does not charge',
      text: { other: ['按规定，申请10件以下的，不收取信息处理费。本年度收取信息处理费200元。'] },
      outcome: 'pass',
    },
    {
      title: 'an amount of something else',
      text: { other: ['本年度未收取信息处理费。', '全年收取停车费30元。'] },
      outcome: 'pass',
    },
    {
      title: 'the form of 2019 has no such row',
      report: { format: '2019-60' },
      text: { other: ['本年度未收取信息处理费。'] },
      outcome: 'pass',
    },
    {
      title: 'the row was not read',
      cells: { [ROW]: undefined },
      text: { other: ['本年度未收取信息处理费。'] },
      outcome: 'undecided',
    },
    {
      title: 'fees unpaid, and asked for in other words',
      cells: { [ROW]: 1 },
      text: { other: ['按规定收取信息处理费。'] },
      outcome: 'pass',
    },
    {
      title: 'the row was not read, and nothing denies that fees were asked for',
      cells: { [ROW]: undefined },
      outcome: 'pass',
    },
  ],
};

/** The row counts what was given up for an unpaid fee, and the text denies every notice. */
function toUnpaid(denial: FeeStatement, unpaid: number): Fault {
  return {
    code: 'UNPAID',
    message: {
      zh: `表三“（六）2.逾期未按收费通知要求缴纳费用”填了${unpaid}件，${denial.part.zh}却写${quote(denial.denied ?? '')}，请核对两处。`,
      en: `Table 3 counts ${unpaid} request(s) given up for an unpaid fee; ${denial.part.en} says that no fee was asked for.`,
    },
    cells: [ROW],
    actual: unpaid,
    evidence: [denial.evidence],
  };
}

/** More received than asked for. */
function toReceived({ asked, received, part, evidence }: FeeStatement): Fault | null {
  if (asked === null || received === null || received <= asked) return null;
  return {
    code: 'RECEIVED',
    message: {
      zh: `${part.zh}写实际收取${received}元，多于收费通知的总金额${asked}元，请核对。`,
      en: `${capital(part.en)}: ${received} yuan received, more than the ${asked} yuan asked for.`,
    },
    expected: asked,
    actual: received,
    evidence: [evidence],
  };
}

/** One sentence denies every charge, another counts notices that were sent or tells an amount. */
function toBoth(statements: readonly FeeStatement[]): Fault | null {
  const denial = statements.find(({ denied, received }) => denied !== null || received === 0);
  const other = statements.find(
    (one) => one !== denial && ((one.received ?? 0) > 0 || (denial?.denied && one.notices > 0)),
  );
  if (!denial || !other) return null;
  const actual = other.received || other.notices;
  const says = other.received
    ? { zh: `收取${actual}元`, en: `${actual} yuan received` }
    : { zh: `发出收费通知${actual}件`, en: `${actual} notice(s) sent` };
  return {
    code: 'BOTH',
    message: {
      zh: `${denial.part.zh}写${quote(denial.said)}，${other.part === denial.part ? '另一处' : other.part.zh}又写${says.zh}，前后不一，请核对。`,
      en: `${capital(denial.part.en)} denies every charge, and ${other.part.en} says: ${says.en}.`,
    },
    actual,
    evidence: [denial.evidence, other.evidence],
  };
}

/** Two parts tell different amounts for the whole year. */
function toDiffering(statements: readonly FeeStatement[]): Fault | null {
  const [one, ...others] = statements.filter(({ received, isWhole }) => received !== null && isWhole);
  const other = others.find(({ received, part }) => part !== one?.part && received !== one?.received);
  if (!one || !other) return null;
  return {
    code: 'DIFFERING',
    message: {
      zh: `${one.part.zh}写收取信息处理费${one.received}元，${other.part.zh}写${other.received}元，前后不一，请核对。`,
      en: `${capital(one.part.en)}: ${one.received} yuan of fees received; ${other.part.en}: ${other.received} yuan.`,
    },
    expected: one.received,
    actual: other.received,
    evidence: [one.evidence, other.evidence],
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
