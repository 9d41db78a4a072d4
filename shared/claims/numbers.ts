/** Numbers with their measure words in one sentence of the narrative. */

/** `70件`, `约47.10万元`, `十二宗`: where it stands (unit included) and what it says. */
export interface Quantity {
  start: number;
  end: number;
  /** Money is in 万元, everything else in the unit as it stands. */
  value: number;
  /** 件, 条, 万元 …; empty where none is printed. */
  unit: string;
  /** `false` for 约, 近, 余, 多, 以上 and for counts rounded to 万 or 亿. */
  exact: boolean;
  /** Half of the last printed digit for money, which texts round; 0 for counts. */
  tolerance: number;
}

const UNITS = '件次|人次|件\\(次\\)|条\\(次\\)|件|条|宗|份|项|起|部|个|例|桩|篇|期|场|次|元';
const CHINESE = '[零〇一二两三四五六七八九十百千]';
/** Not 第20条, not the rest of a longer number, not 2023年, 24小时, 100%, 3月, 1-2名, 〔2021〕30号. */
const QUANTITY = new RegExp(
  `(?<about>大约|约|将近|近|超过|超|逾|至少|不少于|不超过)?` +
    `(?:(?<!第|\\d:|[\\d.\\-—〔\\[/])(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?<fraction>\\.\\d+)?(?![\\d.]|,\\d{3}(?!\\d))|(?<!第|无|${CHINESE})(?<chinese>${CHINESE}+)(?=余|多|${UNITS}|复议|诉讼))` +
    `(?<more>余|多)?(?<scale>[万亿])?(?<moreScale>余|多)?(?<unit>${UNITS})?(?<after>以上|左右|上下)?` +
    `(?![年月日时号%‰点级]|:?\\d|个?小时|-\\d)`,
  'gu',
);

const SCALE = { 万: 1e4, 亿: 1e8 } as const;

/** Every quantity of a sentence without spaces, left to right. */
export function quantitiesIn(sentence: string): Quantity[] {
  return [...sentence.matchAll(QUANTITY)].map((match) => {
    const { about, digits, fraction = '', chinese, more, scale, moreScale, unit = '', after } = match.groups ?? {};
    const plain = chinese === undefined ? Number(`${digits}${fraction}`.replaceAll(',', '')) : chineseNumber(chinese);
    const factor = scale === undefined ? 1 : SCALE[scale as keyof typeof SCALE];
    const isMoney = unit === '元';
    const toUnit = isMoney ? factor / 1e4 : factor;
    const vague = about ?? more ?? moreScale ?? after;
    return {
      start: match.index,
      end: match.index + match[0].length,
      value: roundTo(plain * toUnit),
      unit: isMoney ? '万元' : unit,
      exact: vague === undefined && (isMoney || scale === undefined),
      tolerance: isMoney ? 0.5 * 10 ** -Math.max(fraction.length - 1, 0) * toUnit : 0,
    };
  });
}

/** Removes the noise that a factor of 10,000 leaves on decimals. */
function roundTo(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}

const DIGITS = '零一二三四五六七八九';
const PLACES = { 十: 10, 百: 100, 千: 1000 } as const;

/** 一 → 1, 十二 → 12, 一百零三 → 103, 二〇 → 20. */
export function chineseNumber(text: string): number {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (!/[十百千]/.test(plain)) return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  let sum = 0;
  let digit = 0;
  for (const character of plain) {
    const place = PLACES[character as keyof typeof PLACES];
    if (place === undefined) digit = DIGITS.indexOf(character);
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum + digit;
}
