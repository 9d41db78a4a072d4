import { sentencesOf } from '../../claims/sentences.ts';
import { numberAt, type Prose, proseOf } from '../../report/types.ts';
import { FEE_REGULATION } from '../basis.ts';
import { placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, whyUndecided } from '../verdict.ts';
import { hasSingleOtherRow } from './rows.ts';

const ROW = 'requests.other.feeUnpaid.total';
/** The report's own words that no fee was charged: 无收取, 不收取, 没有产生, 未收费. */
const NOT_CHARGED = /(?:未|没有|无|不|不再|从未)(?:曾|有)?(?:收取|收缴|产生|发出|发生|收费|收)/;
const NOTICES = /通知[^。]{0,8}?\d+\s*(?:件|份|次)/;
const NOTICES_SENT = /通知(?:书)?[^。\d]{0,8}?([1-9]\d*)\s*(?:件|份|次)/;
/** 发出…总金额N元 … 实收M元. */
const NOTIFIED_AND_RECEIVED =
  /总(?:金)?额[^\d。]{0,6}(\d+(?:\.\d+)?)元[^。]{0,20}?实(?:际)?收(?:取|到)?[^\d。]{0,8}(\d+(?:\.\d+)?)元/;
const AMOUNT = /收取?[^\d。;]{0,12}(\d+(?:\.\d+)?)元/;
/** How much is free by the tariff, not what was charged. */
const TARIFF = /[^。;]*(?:以下|以内|不超过|超过|超出)[^。;]*不(?:予)?收[^。;]*/g;
/** What part six says of fees; fees of other kinds are not meant. */
const FEES = /处理费|收费|费用/;
const OTHER_FEES = /停车|行政事业性|水费|电费|物业|诉讼费/;

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
    const lines = proseOf(report, 'other').filter(({ plain }) => FEES.test(plain) && !OTHER_FEES.test(plain));
    const text = lines.map(({ plain }) => plain.replace(TARIFF, '')).join('\n');
    const evidence = lines.map(({ text: printed, place }) => ({ text: printed, place }));
    const faults: Fault[] = [];
    const denial = NOT_CHARGED.exec(text)?.[0];
    const charged = denial === undefined;
    const unpaid = numberAt(report, ROW);
    if (!charged && !NOTICES.test(text) && unpaid) {
      faults.push({
        code: 'UNPAID',
        message: {
          zh: `表三“（六）2.逾期未按收费通知要求缴纳费用”填了${unpaid}件，第六部分却写“${denial}”，请核对两处。`,
          en: `Table 3 counts ${unpaid} request(s) given up for an unpaid fee; part six says that no fee was asked for.`,
        },
        cells: [ROW],
        actual: unpaid,
        evidence,
      });
    }
    const [, notified, received] = NOTIFIED_AND_RECEIVED.exec(text) ?? [];
    if (Number(received) > Number(notified)) {
      faults.push({
        code: 'RECEIVED',
        message: {
          zh: `第六部分实际收取${received}元，多于收费通知的总金额${notified}元，请核对。`,
          en: `Part six: ${received} yuan received, more than the ${notified} yuan asked for.`,
        },
        expected: Number(notified),
        actual: Number(received),
        evidence,
      });
    }
    const amount = Number(AMOUNT.exec(text)?.[1]);
    if (!charged && amount > 0) {
      faults.push({
        code: 'AMOUNT',
        message: {
          zh: `第六部分既写“${denial}”，又写收取${amount}元，请核对。`,
          en: `Part six says that no fee was charged, and that ${amount} yuan were received.`,
        },
        actual: amount,
        evidence,
      });
    }
    const both = contradiction(lines);
    if (both && faults.length === 0) faults.push(both);
    const waits = !charged && typeof unpaid !== 'number' && !hasSingleOtherRow(report);
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
      outcome: { fails: [{ code: 'AMOUNT', actual: 1 }] },
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

/** One sentence denies every charge, another counts notices that were sent. */
function contradiction(lines: readonly Prose[]): Fault | null {
  const sentences = lines.flatMap((line) => sentencesOf(line));
  const denies = sentences.find(({ plain }) => NOT_CHARGED.test(plain) && !NOTICES.test(plain));
  const counts = sentences.find((sentence) => sentence !== denies && NOTICES_SENT.test(sentence.plain));
  if (!denies || !counts) return null;
  const sent = Number(NOTICES_SENT.exec(counts.plain)?.[1]);
  return {
    code: 'BOTH',
    message: {
      zh: `第六部分一处写“${denies.plain.replace(/[。;]$/, '')}”，另一处写发出收费通知${sent}件，前后不一，请核对。`,
      en: `Part six denies every charge in one sentence (${denies.plain}) and counts ${sent} notice(s) in another.`,
    },
    actual: sent,
    evidence: [denies, counts].map(({ line, text }) => ({ place: line.place, text })),
  };
}
