/** What the sentences of a report say of 信息处理费, in whatever part they stand. */

import { yearsIn } from '../../claims/scope.ts';
import { type Sentence, sentencesOf } from '../../claims/sentences.ts';
import type { Place } from '../../document/types.ts';
import { PART_LABELS, type Text } from '../../domain/labels.ts';
import type { Report, Where } from '../../report/types.ts';

/** One sentence about fees of this year. Amounts in yuan; `null`: it tells none. */
export interface FeeStatement {
  part: Text;
  /** The sentence without its mark, as the message quotes it. */
  said: string;
  /** The report's own words that no fee was charged: 无收取, 不收取, 未收费. */
  denied: string | null;
  /** How many fee notices were sent. */
  notices: number;
  asked: number | null;
  received: number | null;
  /** The amount is that of the whole year and body, as far as the sentence tells. */
  isWhole: boolean;
  evidence: { place: Place; text: string };
}

/** In part six fees are those for information; elsewhere the sentence has to say so. */
const FEES = /处理费|收费|费用/;
const FEES_ELSEWHERE = /信息(?:公开)?处理费|收费通知|(?:申请|公开).{0,12}(?:不|未|免|没有)(?:予)?(?:收取.{0,6}费|收费)/;
const OTHER_FEES = /停车|事业性|水费|电费|物业|诉讼费|培训费|涉企|罚没/;
/** How much is free by the tariff, or who need not pay: not what was charged. */
const TARIFF =
  /[^。;]*(?:以下|以内|不超过|超过|超出)[^。;]*不(?:予)?收[^。;]*|(?:按照?|依据|依照|根据)[^。,;]*(?:标准|办法|》|规定)的?,/g;
const DENIED =
  /(?<!应收)(?:未|没有|无|不|不再|从未)(?:曾|有|予)?(?:(?:收取|收缴)(?!其他|其它|额外|超)|收(?:费|(?=任何|信息|过))(?!标准)|(?:产生|发生|发出)[^,。;]{0,12}?(?:处理费|费用|收费(?!投诉|争议|纠纷)))/;
/** 收费通知2件, 收费通知书0份. */
const NOTICES = /通知(?:书)?[^。\d]{0,8}?(\d+)\s*(?:件|份|次)/;
const ASKED = /(?:总(?:金)?额|通知[^。]{0,12}金额)[^\d。]{0,6}(\d+(?:\.\d+)?)元/;
const RECEIVED = /(?:收取|实收|收到|收缴)[^\d。;]{0,14}(\d+(?:\.\d+)?)元/;
const PARTIAL = /其中|分别|所属|下属|每件|每份|各/;

/** What stands outside the parts. */
const OUTSIDE: Readonly<Partial<Record<Where, Text>>> = {
  head: { zh: '标题处', en: 'the head' },
  preamble: { zh: '引言', en: 'the preamble' },
  tail: { zh: '文末', en: 'the end' },
};

/** In reading order; sentences of another year and of other fees are left out. */
export function feeStatements(report: Report): FeeStatement[] {
  return report.prose
    .filter(({ plain, where }) => (where === 'other' ? FEES : FEES_ELSEWHERE).test(plain))
    .flatMap((line) => sentencesOf(line).flatMap((sentence) => statementOf(sentence, report.year) ?? []));
}

function statementOf({ plain, text, line }: Sentence, year: number | null): FeeStatement | null {
  const words = plain.replace(TARIFF, '');
  if (!(line.where === 'other' ? FEES : FEES_ELSEWHERE).test(words) || OTHER_FEES.test(words)) return null;
  if (year !== null && yearsIn(words).some((named) => named < year)) return null;
  const notices = Number(NOTICES.exec(words)?.[1] ?? 0);
  return {
    part: (PART_LABELS[line.where] ?? OUTSIDE[line.where]) as Text,
    said: text.replace(/[。；;]$/, ''),
    denied: (notices === 0 && DENIED.exec(words)?.[0]) || null,
    notices,
    asked: amountIn(words, ASKED),
    received: amountIn(words, RECEIVED),
    isWhole: !PARTIAL.test(words),
    evidence: { place: line.place, text },
  };
}

function amountIn(words: string, amount: RegExp): number | null {
  const found = amount.exec(words)?.[1];
  return found === undefined ? null : Number(found);
}
