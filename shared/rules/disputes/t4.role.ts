import { peer } from '../../neighbours/example.ts';
import { numberAt, type Prose } from '../../report/types.ts';
import { ARTICLE_50 } from '../basis.ts';
import { placeOfPart } from '../example-data.ts';
import type { Context, Fault, Rule } from '../types.ts';
import { decided, undecided, whyUndecided } from '../verdict.ts';

const RECONSIDERED = 'disputes.reconsideration.total';
const AFTER = 'disputes.litigationAfterReconsideration.total';
/** 受理行政复议6件: the agency takes cases in, instead of being taken to reconsideration. */
const TAKES_IN =
  /(?:受理|审理)(?:了|的)?[^,。;:]{0,12}?复议(?:案件|申请|案)?(?:共|共计|合计)?\s*(\d+)\s*(?:件|宗|起|条|份)/;
/** Somebody else takes them in. */
const BY_OTHERS = /法院|复议机关|复议机构|上级|司法(?:局|厅|机关)|被[^,。;:]{0,20}(?:受理|审理)/;
const CO_DEFENDANT = /共同被告/;

export const rule: Rule = {
  id: 'T4.ROLE',
  title: { zh: '误将本机关作为复议机关受理的案件计入', en: 'Cases decided as the review organ counted as its own' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '表四只统计本机关被申请、被起诉的案件，不含作为复议机关受理的案件。',
    en: 'Table 4 counts cases against the agency, not those it decides.',
  },
  falseAlarm: { zh: '“受理”一词用得不准，数字本身正确。', en: 'The word is loose and the number right.' },
  basis: ARTICLE_50,
  check(context) {
    const { report } = context;
    const lines = report.prose.filter(({ where }) => where === 'disputes' || where === 'overview');
    const found = lines.flatMap((line) => takesIn(line) ?? []);
    const counted = numberAt(report, RECONSIDERED);
    const faults: Fault[] = [];
    const [first] = found;
    if (first && first.count > 0) {
      if (typeof counted !== 'number') return undecided(whyUndecided(report, [RECONSIDERED]));
      if (counted === first.count) faults.push(asReviewOrgan(context, first));
    }
    return decided([...faults, ...coDefendant(context, lines)]);
  },
  examples: () => [
    { title: 'the body was taken to reconsideration', outcome: 'pass' },
    {
      title: 'the body took cases in',
      text: { disputes: ['本机关受理行政复议6件，其中结果维持3件。'] },
      outcome: {
        fails: [
          {
            severity: 'warning',
            actual: 6,
            cells: [RECONSIDERED],
            evidence: [{ place: placeOfPart('disputes'), text: '本机关受理行政复议6件，其中结果维持3件。' }],
          },
        ],
      },
    },
    {
      title: 'a county that sums up its bodies gets a remark',
      report: { level: 'government' },
      text: { disputes: ['2023年，全县因政府信息公开受理行政复议6件，其中，结果维持3件。'] },
      outcome: { fails: [{ severity: 'notice', actual: 6 }] },
    },
    {
      title: 'cases taken in that the table does not count',
      text: { disputes: ['本机关另受理行政复议申请12件。'] },
      outcome: 'pass',
    },
    {
      title: 'a lawsuit as co-defendant that the other body counts as well',
      text: { disputes: ['本机关作为共同被告的行政诉讼2件。'] },
      neighbours: { peers: [peer('示例市样例局', { cells: { [AFTER]: 1 } })] },
      outcome: {
        fails: [
          {
            code: 'CO-DEFENDANT',
            severity: 'notice',
            cells: [AFTER],
            evidence: [{ place: placeOfPart('disputes'), text: '本机关作为共同被告的行政诉讼2件。' }],
          },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: 'no case taken in',
      cells: { [RECONSIDERED]: 0 },
      text: { disputes: ['全年受理行政复议0件。'] },
      outcome: 'pass',
    },
    {
      title: 'another body took them in',
      text: { disputes: ['市司法局受理以本机关为被申请人的行政复议6件。', '被上级受理行政复议6件。'] },
      outcome: 'pass',
    },
    {
      title: 'requests taken in are no cases',
      text: { overview: ['全年受理依申请公开59件，因政府信息公开被申请行政复议6件。'] },
      outcome: 'pass',
    },
    {
      title: 'the cell was not read',
      cells: { [RECONSIDERED]: undefined },
      text: { disputes: ['本机关受理行政复议6件。'] },
      outcome: 'undecided',
    },
    {
      title: 'a lawsuit as co-defendant that nobody else counts',
      text: { disputes: ['本机关作为共同被告的行政诉讼2件。'] },
      neighbours: { peers: [peer('示例市样例局', { cells: { [AFTER]: 0 } })] },
      outcome: 'pass',
    },
    {
      title: 'a lawsuit as co-defendant that is not counted here',
      cells: { [AFTER]: 0 },
      text: { disputes: ['本机关作为共同被告的行政诉讼2件，由原行为机关统计。'] },
      neighbours: { peers: [peer('示例市样例局', { cells: { [AFTER]: 1 } })] },
      outcome: 'pass',
    },
    {
      title: 'one case taken in, told in part one',
      cells: { [RECONSIDERED]: 1 },
      text: { overview: ['本机关受理行政复议1件。'] },
      outcome: { fails: [{ actual: 1 }] },
    },
    {
      title: 'a lawsuit of which nothing says that there was a co-defendant',
      neighbours: { peers: [peer('示例市样例局', { cells: { [AFTER]: 1 } })] },
      outcome: 'pass',
    },
    {
      title: 'a lawsuit as co-defendant, the cell not read',
      cells: { [AFTER]: undefined },
      text: { disputes: ['本机关作为共同被告的行政诉讼2件。'] },
      neighbours: { peers: [peer('示例市样例局', { cells: { [AFTER]: 1 } })] },
      outcome: 'pass',
    },
    {
      title: 'a lawsuit as co-defendant, the cell of the other report not read',
      text: { disputes: ['本机关作为共同被告的行政诉讼2件。'] },
      neighbours: { peers: [peer('示例市样例局')] },
      outcome: 'pass',
    },
  ],
};

type Taking = { count: number; line: Prose };

function takesIn(line: Prose): Taking | null {
  for (const clause of line.plain.split(/[。;]/)) {
    const match = TAKES_IN.exec(clause);
    if (match && !BY_OTHERS.test(clause)) return { count: Number(match[1]), line };
  }
  return null;
}

function asReviewOrgan({ report }: Context, { count, line }: Taking): Fault {
  return {
    severity: report.level === 'government' ? 'notice' : 'warning',
    message: {
      zh: `正文称“受理”行政复议${count}件，与表四行政复议总计相同；表四只统计本机关被申请的案件，请核对是否计入了作为复议机关受理的案件。`,
      en: `The text says that ${count} reconsiderations were taken in, as many as table 4 counts; it counts cases against the body only.`,
    },
    cells: [RECONSIDERED],
    actual: count,
    evidence: [{ place: line.place, text: line.text }],
  };
}

/** Where the review organ is co-defendant, only the original agency counts the lawsuit. */
function coDefendant({ report, neighbours }: Context, lines: readonly Prose[]): Fault[] {
  const line = lines.find(({ plain }) => CO_DEFENDANT.test(plain));
  const own = numberAt(report, AFTER);
  const other = neighbours.peers?.find(({ cells }) => (cells[AFTER] ?? 0) > 0);
  if (!line || !other || typeof own !== 'number' || own === 0) return [];
  return [
    {
      code: 'CO-DEFENDANT',
      severity: 'notice',
      message: {
        zh: `正文提到作为共同被告的诉讼，表四计入复议后起诉${own}件，${other.agency}也有计入；复议机关作共同被告的，只由原行为机关统计（国办公开办函〔2016〕201号）。`,
        en: `Lawsuits as co-defendant: ${own} counted here, and ${other.agency} counts some too; only the original body counts them (国办公开办函〔2016〕201号).`,
      },
      cells: [AFTER],
      actual: own,
      evidence: [{ place: line.place, text: line.text }],
    },
  ];
}
