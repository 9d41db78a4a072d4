/** The shape of a claim pattern, and the pieces that patterns are made from. Regular expressions are over plain text. */

import type { CellAddress } from '../domain/addresses.ts';
import type { ClaimKind } from './types.ts';

/** What a sentence speaks about. A claim that does not name its category needs one of these from what stands before it. */
export type Topic = 'requests' | 'reconsideration' | 'litigation' | 'documents' | 'regulations' | 'powers';

export interface ClaimPattern {
  kind: ClaimKind;
  topic: Topic;
  /** Words right before the number: `…收到政府信息公开申请|70件`. */
  before?: string;
  /** Words right after number and measure word, up to the next mark: `3件|结转2023年度继续办理`. */
  after?: string;
  /** What stands behind the number, its mark included: `9件|(含部分公开1件)`. */
  follows?: RegExp;
  /** A clause without number that says none: `未收到政府信息公开申请`. */
  zero?: string;
  /** A clause without number that says it of every one counted before it: `行政诉讼3件，均胜诉`. */
  all?: string;
  /** Read only where the words themselves, or the sentence before them, last spoke of one of these. */
  needs?: readonly Topic[];
  /** Read only beside another outcome in the same sentence: 主动公开1件、部分公开1件. */
  amongOutcomes?: true;
  /** Scoped only where the sentence names disclosure, or that the agency was the one complained of. */
  complainedOf?: true;
  /** Only of 0. */
  noneOnly?: true;
  /** After 其中 it counts a part. */
  wholeOnly?: true;
  /** Too loose for a comparison that ends in an error: 公开规范性文件6件. */
  loose?: true;
  /** Measure words; every one if not given. */
  units?: readonly string[];
  /** Sums that satisfy it, the likeliest first; addresses of the other form are left out when read. */
  cells: readonly (readonly CellAddress[])[] | ((topic: Topic) => readonly (readonly CellAddress[])[]);
}

/** What may stand between a name and its number. */
export const TAIL = '(?:共计|共有|总计|合计|累计|总共|达到|分别为|数量|件数|共|为|是|计|有|达|了|:)*';

/** The year before and after the report's are filled in when the patterns are made for a report. */
export const LAST_YEAR = '(?:上年度?|上一年度?|去年|{previous}年度?)';
export const NEXT_YEAR = '(?:下年度?|下一年度?|次年|明年|{next}年度?)';

/** Names of one request or all of them: 政府信息公开申请, 依申请公开, 申请表 … */
export const REQUEST =
  '(?:(?:政府|信息|公开|依|的|类)*申请(?:公开|政府|信息|的|申请)*(?:书|表|件|事项|数量|数|总数|总量|信件|办件)*)';

/** Whoever asks, where all of them are meant. */
export const ANYONE =
  '(?:(?:公民|自然人)(?:法人|和|或者?|及|、|以及)*(?:非法人|其他)组织|社会公众|群众|申请人)(?:提出|提交)?的?';
