/** Changes from the year before that the narrative states: `收到申请59件，同比增长47.5%`, `比上年减少3件`. */
import type { Report } from '../report/types.ts';
import { sentencesWith } from './sentences.ts';
import type { Claim } from './types.ts';

export interface YearComparison {
  /** The number of this year that is compared. */
  claim: Claim;
  /** Per cent, or the measure word of the claim; negative where it became less. */
  change: number;
  isPercent: boolean;
  /** Digits after the point of the change. */
  decimals: number;
  /** The number with its comparison, as printed but for spaces. */
  words: string;
}

const CHANGE =
  /^[,(]?(?:(?:比|较|与)?(?:上年度?|去年|上一年度?|\d{4}年度?)(?:同期)?(?:相比)?|同比)[,]?(?:增长|增加|上升|提高|多|下降|减少|降低|少)了?(?<amount>\d+(?<fraction>\.\d+)?)(?<unit>%|件次|[件条宗份项起])/;
const LESS = /下降|减少|降低|少/;

/** Exact comparisons behind claims in scope; those with 约 or 近 are none. */
export function comparisonsIn(report: Report, claims: readonly Claim[]): YearComparison[] {
  const known = claims.filter(({ scoped, exact, satisfiedBy }) => scoped && exact && satisfiedBy.length > 0);
  return sentencesWith(report, /同比|上年|去年|上一年|[比较]\d{4}年/).flatMap((sentence) =>
    known
      .filter((claim) => claim.sentence === sentence.text && claim.place === sentence.line.place)
      .flatMap((claim): YearComparison[] => {
        const said = `${claim.value}${claim.unit}`;
        const found = new RegExp(`(?<![\\d.])${said}`).exec(sentence.plain);
        const match = found && CHANGE.exec(sentence.plain.slice(found.index + said.length));
        if (!match?.groups) return [];
        const { amount, fraction = '', unit } = match.groups;
        return [
          {
            claim,
            change: LESS.test(match[0]) ? -Number(amount) : Number(amount),
            isPercent: unit === '%',
            decimals: Math.max(fraction.length - 1, 0),
            words: (said + match[0]).replaceAll(',', '，'),
          },
        ];
      }),
  );
}
