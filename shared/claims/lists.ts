/** Totals and the parts that a sentence lists after 其中. Measure words mix in such lists: only the numbers count. */

import type { Report } from '../report/types.ts';
import type { Quantity } from './numbers.ts';
import { quantitiesOf, type Sentence, sentencesWith } from './sentences.ts';
import { outcomesNamed } from './topics.ts';

export interface PartsList {
  sentence: Sentence;
  total: Quantity;
  /** The numbers listed, up to the first that is no part of the list. */
  parts: Quantity[];
  /** 等, 主要: the list does not claim to be whole. */
  open: boolean;
  /** The last part is 其他: the list claims to be whole. */
  closed: boolean;
  /** The parts are results of requests, whose sum may be (七) rather than the number received. */
  outcomes: boolean;
}

/** `5059条,其中:` and `6件(其中:`: the total stands right before the list. */
const OPENS = /^[,:;]?(?<bracket>\(?)其中[,:]*/;
/** Words that start another statement: what follows them is no part. */
const ELSEWHERE =
  /同比|环比|增长|增加|减少|下降|上年|去年|结转|办结|回复|答复|浏览|点击|阅读|访问|培训|转载|此外|另外|另有|还|较|占|达|平均|满意/;
/** A sentence with more is no list that a person wrote. */
const MOST_PARTS = 100;
const OPEN = /等|主要|包括|重点/;

export function listsIn(report: Report): PartsList[] {
  return sentencesWith(report, /其中/).flatMap((sentence) => {
    const quantities = quantitiesOf(sentence);
    return quantities.flatMap((total, index) => listAfter(sentence, total, quantities.slice(index + 1)) ?? []);
  });
}

function listAfter(sentence: Sentence, total: Quantity, later: readonly Quantity[]): PartsList | null {
  const { plain } = sentence;
  const opening = OPENS.exec(plain.slice(total.end));
  if (!opening) return null;
  const start = total.end + opening[0].length;
  const close = opening.groups?.bracket ? plain.indexOf(')', start) : -1;
  const end = close < 0 ? plain.length : close;
  const parts: Quantity[] = [];
  let from = start;
  for (const part of later) {
    const label = plain.slice(from, part.start);
    if (part.end > end || ELSEWHERE.test(label)) break;
    // 380元,其中示例局1件,收取380元: yuan are not added to cases.
    if (isMoney(part) === isMoney(total) && !inBrackets(plain.slice(start, part.start))) parts.push(part);
    from = part.end;
  }
  if (parts.length > MOST_PARTS) return null;
  const words = plain.slice(start, from);
  const last = parts.at(-1);
  const lastLabel = last ? plain.slice(parts.at(-2)?.end ?? start, last.start) : '';
  return {
    sentence,
    total,
    parts,
    open: OPEN.test(words + plain.slice(from, from + 1)),
    closed: /其他|其它/.test(lastLabel),
    outcomes: outcomesNamed(words) > 1,
  };
}

function isMoney({ unit }: Quantity): boolean {
  return unit === '万元';
}

function inBrackets(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/**
 * The parts add up to the total: all of them, the first few (another list follows), or with nested lists counted once
 * (188 = 102 + 86, where 102 is followed by its own parts).
 */
export function addsUp(total: number, parts: readonly number[]): boolean {
  const failed = new Set<string>();
  const from = (index: number, rest: number): boolean => {
    const part = parts[index];
    if (part === undefined || part > rest) return false;
    if (part === rest) return true;
    const state = `${index}/${rest}`;
    if (failed.has(state)) return false;
    failed.add(state);
    return nestedEnds(index).some((next) => from(next, rest - part));
  };
  /** Where the list goes on after a part: right after it, or after parts that add up to it. */
  const nestedEnds = (index: number): number[] => {
    const ends = [index + 1];
    let sum = 0;
    for (let end = index + 1; end < parts.length; end += 1) {
      sum += parts[end] as number;
      if (sum === parts[index] && sum > 0) ends.push(end + 1);
    }
    return ends;
  };
  return from(0, total);
}
