/** Totals and the parts that a sentence lists after 其中. Measure words mix in such lists: only the numbers count. */

import type { Report } from '../report/types.ts';
import type { Quantity } from './numbers.ts';
import { quantitiesOf, type Sentence, sentencesOf, sentencesWith } from './sentences.ts';
import { latestTopic, outcomesNamed } from './topics.ts';

export interface PartsList {
  sentence: Sentence;
  total: Quantity;
  /** Numbers that the sentence says before it, of the same measure: 收到申请32件,上年结转3件,其中… lists those received. */
  earlier: readonly number[];
  /** The numbers listed, up to the first that is no part of the list. */
  parts: Part[];
  /** How the list is announced: by 其中, or only by its colon, comma or bracket and a last part called 其他. */
  announced: 'among' | 'bare';
  /** 等, 主要: the list does not claim to be whole. */
  open: boolean;
  /** The last part is 其他, or joined by 和: the list claims to be whole. */
  closed: boolean;
  /** 分别为 or 包括 announces it. */
  spelledOut: boolean;
  /** A colon or bracket opens the list, and with its last part the sentence or the bracket ends. */
  ends: boolean;
  /** Something that is no part stands in the sentence before its end: what was left out may follow there. */
  cutShort: boolean;
  /** All parts are joined by 、: no other list begins among them. */
  closelyJoined: boolean;
  /** The parts are results of requests, whose sum may be (七) rather than the number received. */
  outcomes: boolean;
}

/** One part with the words before its number. */
interface Part extends Quantity {
  label: string;
}

/** `5059条,其中:`, `6件(其中:` and `350条,同比增加50条,其中`: the total stands right before the list, or before what it is compared with. */
const AMONG = /^(?:,(?:比|较|同比|环比)[^,;。]{1,20})?[,:;]?\(?其中[,:]*/;
/** `同比增加50条`: a change is no total. */
const CHANGE = /(?:增加|减少|增长|上升|下降|多|少)了?$/;
/** `316条:统计公报100条、…`, `316条(统计公报100条…)`, `316条,统计公报100条、…`. */
const BARE = /^[(,:](?:分别(?:为|是)|包括|包含|含)?[:]?(?!其中)(?=[^\d,;。])/;
/** Words that start another statement: what follows them is no part. `达` counts only as 达到 or before a digit: 直达 is none. */
const ELSEWHERE =
  /同比|环比|增长|增加|减少|下降|上年|去年|结转|办结|回复|答复|浏览|点击|阅读|访问|培训|转载|此外|另外|另有|还|较|占|达到|达$|平均|满意|^[,;](?:组织|开展|举办|召开|办理|发放|回应|接待|受理|收到|编印|制作|推送)/;
/** What is said of the same things rather than which of them: 可以掌上办的, 网上办结, 全程网办, 按时. */
const ATTRIBUTE =
  /的$|^[、,;]?(?:可|能|已|须|需|均|全部|实现|支持|符合|涉及|纳入|属于)|当场|即办|即时|掌上|网办|网上|线上|线下|全程|一次|零跑|最多跑|免费|按时|按期|及时|容缺|承诺|跨省|通办|出席|参加|首次|采用|录用/;
/** A sentence with more is no list that a person wrote. */
const MOST_PARTS = 100;
const OPEN = /等|主要|重点/;
/** 包括 opens a list that need not be whole, unless 其他 closes it. */
const INCLUDES = /(?:其中|,|:)包括/;
const SPELLED_OUT = /分别|包括|包含|含/;
/** The last part of a list that claims to be whole. */
const LAST_PART = /其[他它余]|^(?:以?及|和)/;
/** Where one part ends and the next begins; once by 、, a comma begins another statement. */
const JOINT = /[、,;]/;
/** `公开信息316条、重要信息12条,` and `其中…30条,`: the number is one of several, not the total of what follows. */
const IN_A_ROW = /\d[^\d,;:。()]*、[^\d,;:。()]*$|其中[^;。]*$/;
/** What announces the total of the parts before it. */
const SUMMED_UP = /,(?:以上)?(?:共计|合计|总计|总共)[^\d,;。]{0,4}(?=\d)/;
/** Farther back a sentence speaks of something else. */
const MOST_EARLIER = 4;
/** A list that no 其中 announces needs so many parts and this end to be one. */
const FEWEST_BARE = 3;
const LONGEST_LABEL = 16;

export function listsIn(report: Report): PartsList[] {
  return [
    ...sentencesWith(report, /其中/).flatMap((sentence) => [
      ...lists(sentence, AMONG, 'among'),
      ...listsOfTheSentenceBefore(sentence),
    ]),
    // Stryker disable next-line Regex: only saves time, since what it lets through is looked at below
    ...sentencesWith(report, /\d[^\d,;。]{0,4}[(:,][^\d,;。]{1,24}\d[^,;。]*[、,]/).flatMap((sentence) =>
      lists(sentence, BARE, 'bare').filter(isBareList),
    ),
    ...sentencesWith(report, SUMMED_UP).flatMap((sentence) => listBefore(sentence) ?? []),
  ];
}

function lists(sentence: Sentence, opens: RegExp, announced: PartsList['announced']): PartsList[] {
  return quantitiesOf(sentence).flatMap((total) => listAfter(sentence, total, opens, announced) ?? []);
}

/** `公开政府信息426条。其中:动态300条、…`: the total is the only number of the sentence before, and its end. */
function listsOfTheSentenceBefore(sentence: Sentence): PartsList[] {
  const { plain, text, line } = sentence;
  const all = sentencesOf(line);
  const before = plain.startsWith('其中') ? all[all.indexOf(sentence) - 1] : undefined;
  if (!before || quantitiesOf(before).length > 1) return [];
  const end = before.plain.length - 1;
  const joined = { plain: `${before.plain.slice(0, end)},${plain}`, text: before.text + text, line };
  return lists(joined, AMONG, 'among').filter(({ total }) => total.end === end);
}

/** `公报100条、分析80条、其他65条,共计316条`: the total stands behind its parts. */
function listBefore(sentence: Sentence): PartsList | null {
  const { plain } = sentence;
  const found = SUMMED_UP.exec(plain);
  const total = quantitiesOf(sentence).find(({ end }) => found && end > found.index);
  if (!found || !total) return null;
  const start = Math.max(...[...':;('].map((mark) => plain.lastIndexOf(mark, found.index))) + 1;
  const words = plain.slice(start, found.index);
  const quantities = quantitiesOf(sentence).filter((one) => one.start >= start && one.end <= found.index);
  const parts = quantities.map((one, index) => ({
    ...one,
    label: plain.slice(quantities[index - 1]?.end ?? start, one.start),
  }));
  const isList =
    parts.length >= FEWEST_BARE &&
    parts.every(({ unit }) => unit === total.unit) &&
    parts.slice(1).every(({ label }) => JOINED.test(label) && label.length <= LONGEST_LABEL) &&
    !/其中|等/.test(words) &&
    !ELSEWHERE.test(words);
  if (!isList) return null;
  return {
    sentence,
    total,
    earlier: [],
    parts,
    announced: 'bare',
    open: false,
    closed: true,
    spelledOut: true,
    ends: true,
    cutShort: false,
    closelyJoined: true,
    outcomes: outcomesNamed(words) > 1,
  };
}

/** How a part is joined to the one before it, where no 其中 announces the list. */
const JOINED = /^、|^,(?=其[他它余])|^(?:和|及|以及)/;

/**
 * Short labels joined by 、, one measure word throughout, and 其他, 和 or the end of a colon's or a bracket's list behind them.
 * Of two parts the second may be left out by intent, so that they are a list only where they exceed the total.
 */
function isBareList({ closed, ends, spelledOut, parts, total, cutShort }: PartsList): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return (
    (closed || ends) &&
    !cutShort &&
    (parts.length >= FEWEST_BARE || (ends && parts.length > 1 && sum > total.value)) &&
    parts.every(({ label, unit }) => unit === total.unit && label.length <= LONGEST_LABEL) &&
    parts.slice(1).every(({ label }) => JOINED.test(label) || (spelledOut && label.startsWith(',')))
  );
}

function listAfter(
  sentence: Sentence,
  total: Quantity,
  opens: RegExp,
  announced: PartsList['announced'],
): PartsList | null {
  const { plain } = sentence;
  const opening = opens.exec(plain.slice(total.end));
  if (!opening || CHANGE.test(plain.slice(0, total.start))) return null;
  if (opening[0].startsWith(',') && announced === 'bare' && IN_A_ROW.test(plain.slice(0, total.start))) return null;
  const start = total.end + opening[0].length;
  const close = opening[0].includes('(') ? plain.indexOf(')', start) : -1;
  const end = close === -1 ? plain.length : close;
  const quantities = quantitiesOf(sentence);
  const parts: Part[] = [];
  let from = start;
  let cutShort = false;
  const joints: (string | undefined)[] = [];
  for (const part of quantities.filter((one) => one.start >= start)) {
    const label = plain.slice(from, part.start);
    if (part.end > end) break;
    const isInBrackets = inBrackets(plain.slice(start, part.start));
    const joint = JOINT.exec(label)?.[0];
    const goesOn = isInBrackets || joint === '、' || joints[0] !== '、' || LAST_PART.test(label);
    if (!goesOn || ELSEWHERE.test(label) || namesAnotherTopic(plain.slice(0, total.start), label)) {
      cutShort = true;
      break;
    }
    // Money adds to money and cases to cases: a list may say both of each part.
    const isSameKind = (part.unit === MONEY) === (total.unit === MONEY);
    if (isSameKind && !isInBrackets) {
      if (parts.length > 0) joints.push(joint);
      parts.push({ ...part, label });
    }
    from = part.end;
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.length > MOST_PARTS) return null;
  const words = plain.slice(start, from);
  return {
    sentence,
    total,
    earlier: quantities
      .filter((one) => one.start < total.start)
      .slice(-MOST_EARLIER)
      .filter(({ unit }) => unit === total.unit)
      .map(({ value }) => value),
    parts: first.label === '' ? parts.map((part) => ({ ...part, label: labelBehind(plain, part) })) : parts,
    announced,
    open:
      OPEN.test(words + plain.slice(from, from + 1)) ||
      (!/其[他它余]/.test(last.label) && INCLUDES.test(opening[0] + words)),
    spelledOut: SPELLED_OUT.test(opening[0]),
    closed: LAST_PART.test(last.label),
    ends: /^[(:]/.test(opening[0]) && /^[。;]?$/.test(plain.slice(from, end)),
    cutShort,
    closelyJoined: joints.every((joint) => joint === '、'),
    outcomes: outcomesNamed(words) > 1,
  };
}
const MONEY = '万元';

/** 行政复议4起,其中3起维持、1起纠正;行政诉讼2起: another thing is counted from here on. */
function namesAnotherTopic(before: string, label: string): boolean {
  const [own, other] = [latestTopic(before, false), latestTopic(label, false)];
  return own !== null && other !== null && own !== other;
}

/** 3起维持: what is counted stands behind its number. */
function labelBehind(plain: string, { end }: Quantity): string {
  return plain.slice(end).replace(/[,、;。()].*/, '');
}

/** Attributes of the same things are no parts of them; nor is a list with two kinds of measure words certain to be one. */
export function saysAttributes({ parts, total }: PartsList): boolean {
  return (
    parts.some(({ label }) => ATTRIBUTE.test(label)) || parts.some(({ unit }) => unit !== '' && unit !== total.unit)
  );
}

function inBrackets(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
