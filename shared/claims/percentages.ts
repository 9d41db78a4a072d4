/** Shares that the narrative states: `予以公开24件,占40%`. */

import type { Report } from '../report/types.ts';
import { isForeign, ownNameTest } from './scope.ts';
import { quantitiesOf, sentencesOf } from './sentences.ts';
import { latestTopic, outcomesNamed } from './topics.ts';

export interface Share {
  /** The part, and the percentage said of it. */
  part: number;
  percent: number;
  /** Digits after the point of the percentage. */
  decimals: number;
  /** Every other number of the paragraph: a share may be of any of them. */
  others: number[];
  sentence: string;
  place: Report['prose'][number]['place'];
}

/** Between the number and its share: `,占总数的`, `(占`, `,占比为`. */
const SHARE = /^[,、(]?(?:约|分别)?占(?:比|到|了)?[^\d,。;()%]{0,14}?(?<percent>\d+(?:\.(?<decimals>\d+))?)%/;
const VAGUE = /约|近|超|逾|以上|余/;

/** Exact shares in sentences about requests of this agency. */
export function sharesIn(report: Report): Share[] {
  const own = ownNameTest(report.agency);
  return report.prose.flatMap((line) => {
    // Stryker disable next-line ConditionalExpression,StringLiteral: only saves time
    if (!line.plain.includes('%')) return [];
    const sentences = sentencesOf(line);
    const numbers = sentences.flatMap((sentence) => quantitiesOf(sentence).map(({ value }) => value));
    return sentences.flatMap((sentence) =>
      quantitiesOf(sentence).flatMap((quantity): Share[] => {
        const { plain, text } = sentence;
        const match = SHARE.exec(plain.slice(quantity.end));
        if (!match?.groups || !quantity.exact || VAGUE.test(match[0])) return [];
        const said = plain.slice(0, quantity.start);
        if (latestTopic(said, outcomesNamed(plain) > 1) !== 'requests' || isForeign(said, own)) return [];
        return [
          {
            part: quantity.value,
            percent: Number(match.groups.percent),
            decimals: match.groups.decimals?.length ?? 0,
            others: numbers,
            sentence: text,
            place: line.place,
          },
        ];
      }),
    );
  });
}
