import { type Share, sharesIn } from '../../claims/percentages.ts';
import { sentencesWith } from '../../claims/sentences.ts';
import type { CellAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, notApplicable, whyUndecided } from '../verdict.ts';

const DONE = 'requests.total.total';
const RECEIVED = 'requests.received.total';
const CARRIED_IN = 'requests.carriedIn.total';
const CARRIED_OUT = 'requests.carriedOut.total';

/** What a share of requests may be a share of. */
const WHOLES: readonly (readonly CellAddress[])[] = [[DONE], [RECEIVED], [RECEIVED, CARRIED_IN]];

/** All finished: not "in time", which may well be so while some are carried out. */
const ALL_DONE = /(?<!按时|按期|及时|限时|如期|期限内|时限内|法定)办结率(?:为|是|达到|达|均为|保持)?100%/;
const OTHER_WORK = /建议|提案|热线|信访|留言|来信|工单|12345|咨询|投诉/;

export const rule: Rule = {
  id: 'NAR.PERCENT',
  title: { zh: '百分比与数量不符', en: 'A percentage that no numbers give' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '百分比可由正文和表中的数字算出，算不出的必有一处错。',
    en: 'Shares follow from numbers of text and table.',
  },
  falseAlarm: { zh: '百分比的分母没有写在报告里。', en: 'A share of something that the report does not name.' },
  basis: null,
  check({ report }) {
    const shares = sharesIn(report);
    const whole = allDone(report);
    if (shares.length === 0 && whole === null) return notApplicable();
    const faults: Fault[] = [];
    const undecided: Text[] = [];
    for (const share of shares) {
      const unknown = WHOLES.find((cells) => addCells(report, cells) === null);
      if (bearsOut(share, report)) continue;
      if (unknown) undecided.push(whyUndecided(report, unknown));
      else faults.push(...wrongShare(share, report));
    }
    if (whole !== null) {
      const out = numberAt(report, CARRIED_OUT);
      if (typeof out !== 'number') undecided.push(whyUndecided(report, [CARRIED_OUT]));
      else if (out > 0) faults.push(notAllDone(whole, out));
    }
    return decided(faults, undecided);
  },
  examples: () => [
    { title: 'no percentage', outcome: 'notApplicable' },
    {
      title: 'a share of those finished, of the new ones, or of both',
      text: { overview: ['办结申请60件，予以公开24件，占40%；不予公开15件，占25.4%；无法提供9件，占14.29%。'] },
      outcome: 'pass',
    },
    {
      title: 'no number of the report gives this share',
      text: { overview: ['办结申请60件，予以公开24件，占44.5%。'] },
      outcome: { fails: [{ expected: '40.0%', actual: '44.5%' }] },
    },
    {
      title: 'all finished, and yet some carried out',
      text: { overview: ['收到申请59件，办结率100%。'] },
      outcome: { fails: [{ code: 'R100', expected: 0, actual: 3, cells: [CARRIED_OUT] }] },
    },
    {
      title: 'a whole per cent too little',
      text: { overview: ['收到申请59件，予以公开24件，占39%。'] },
      outcome: { fails: [{ expected: '40.0%', actual: '39%' }] },
    },
  ],
  cases: () => [
    {
      title: 'a share of another number of the paragraph (28/32 = 87.5 %)',
      text: { overview: ['收到申请59件。其中公民申请32件，予以公开28件，占87.5%。'] },
      outcome: 'pass',
    },
    {
      title: 'parts that add up to 100.1 % by rounding',
      text: { overview: ['办结申请60件，予以公开24件，占40.0%；部分公开8件，占13.3%；不予公开28件，占46.7%。'] },
      outcome: 'pass',
    },
    {
      title: 'a half is rounded up or down (1/8)',
      text: { overview: ['收到申请59件。其中公民申请8件，予以公开1件，占13%，部分公开1件，占12%。'] },
      outcome: 'pass',
    },
    {
      title: 'a share of what was not read',
      cells: { [RECEIVED]: undefined },
      text: { overview: ['办结申请60件，予以公开24件，占44.5%。'] },
      outcome: 'undecided',
    },
    {
      title: 'a share of nothing is for other rules',
      cells: { [DONE]: 0 },
      text: { overview: ['收到申请59件，予以公开24件，占44.5%。'] },
      outcome: 'pass',
    },
    {
      title: 'growth is no share',
      text: { overview: ['收到申请59件，同比增长44.5%。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'all finished in time, some not due yet',
      text: { overview: ['收到申请59件，按时办结率100%，按时答复率100%。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'proposals are other work',
      text: { overview: ['承办建议提案55件，办结率100%。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'all finished and none carried out',
      cells: { [CARRIED_OUT]: 0 },
      text: { overview: ['收到申请59件，办结率100%。'] },
      outcome: 'pass',
    },
    {
      title: 'what was carried out is not known',
      cells: { [CARRIED_OUT]: undefined },
      text: { overview: ['收到申请59件，办结率为100%。'] },
      outcome: 'undecided',
    },
    {
      title: 'a share of those finished, whose number the text does not give',
      text: { overview: ['收到申请59件，予以公开24件，占40%。'] },
      outcome: 'pass',
    },
    {
      title: 'all finished, and yet one carried out',
      cells: { [CARRIED_OUT]: 1 },
      text: { overview: ['收到申请59件，办结率100%。'] },
      outcome: { fails: [{ code: 'R100', expected: 0, actual: 1 }] },
    },
    {
      title: 'all finished, but of what is not said, or other work with them',
      text: { overview: ['全年事项办结率100%。', '申请、建议、热线办结率100%。'] },
      outcome: 'notApplicable',
    },
  ],
};

/** Half of the last printed digit, and what binary fractions add. */
function bearsOut({ part, percent, decimals, others }: Share, report: Report): boolean {
  const wholes = [...others, ...WHOLES.map((cells) => addCells(report, cells))];
  const room = 0.5 * 10 ** -decimals + 1e-9;
  return wholes.some((whole) => whole !== null && Math.abs((part / whole) * 100 - percent) < room);
}

function wrongShare({ part, percent, decimals, sentence, place }: Share, report: Report): Fault[] {
  const done = numberAt(report, DONE);
  if (!done) return [];
  const share = `${((part / done) * 100).toFixed(Math.max(decimals, 1))}%`;
  return [
    {
      message: {
        zh: `正文称${part}件占${percent}%，按办理总计${done}件应为${share}，按正文和表三的其他数也得不出这一比例，请核对件数和比例。`,
        en: `The text says that ${part} is ${percent}%; of ${done} finished it is ${share}, and no other number gives it: check both.`,
      },
      expected: share,
      actual: `${percent}%`,
      evidence: [{ place, text: sentence }],
    },
  ];
}

function allDone(report: Report): { place: Share['place']; text: string } | null {
  for (const { plain, text, line } of sentencesWith(report, /办结率/)) {
    if (ALL_DONE.test(plain) && plain.includes('申请') && !OTHER_WORK.test(plain)) return { place: line.place, text };
  }
  return null;
}

function notAllDone(evidence: { place: Share['place']; text: string }, out: number): Fault {
  return {
    code: 'R100',
    message: {
      zh: `正文称办结率100%，但表三结转下年度继续办理${out}件，请核对两处。`,
      en: `The text says that all requests were finished, but table 3 carries ${out} to the next year: check both.`,
    },
    cells: [CARRIED_OUT],
    expected: 0,
    actual: out,
    evidence: [evidence],
  };
}
