/** Numbers as list labels show them: ECMA-376 part 1, 17.18.59 (ST_NumberFormat), as far as Chinese offices use it. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

type Numeral = (value: number) => string;
const counting: Numeral = (value) => chinese(value, DIGITS, '十百千');
const legal: Numeral = (value) => chinese(value, LEGAL, '拾佰仟').replace(/^拾/, '壹拾');
const lowerRoman: Numeral = (value) => {
  let rest = value;
  return ROMAN.map(([size, letters]) => {
    const times = Math.floor(rest / size);
    rest %= size;
    return letters.repeat(times);
  }).join('');
};
const lowerLetter: Numeral = (value) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(Math.min(value, 1000) / 26));

const FORMATS = new Map(
  Object.entries<Numeral>({
    chineseCounting: counting,
    chineseCountingThousand: counting,
    japaneseCounting: counting,
    taiwaneseCounting: counting,
    taiwaneseCountingThousand: counting,
    ideographDigital: (value) => digits(value, DIGITS),
    japaneseDigitalTenThousand: (value) => digits(value, DIGITS),
    taiwaneseDigital: (value) => digits(value, DIGITS),
    chineseLegalSimplified: legal,
    ideographLegalTraditional: legal,
    ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'.charAt((value - 1) % 10),
    ideographZodiac: (value) => '子丑寅卯辰巳午未申酉戌亥'.charAt((value - 1) % 12),
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalFullWidth: (value) => digits(value, '０１２３４５６７８９'),
    decimalFullWidth2: (value) => digits(value, '０１２３４５６７８９'),
    decimalZero: (value) => String(value).padStart(2, '0'),
    lowerRoman,
    upperRoman: (value) => lowerRoman(value).toUpperCase(),
    lowerLetter,
    upperLetter: (value) => lowerLetter(value).toUpperCase(),
    bullet: () => '',
    none: () => '',
  }),
);

/** `value` (from 0 up to 9999; above, decimal) in a number format of Word; unknown formats are decimal. */
export function numeral(value: number, format: string): string {
  return value >= 0 && value < 10_000 ? (FORMATS.get(format)?.(value) ?? String(value)) : String(value);
}

function digits(value: number, signs: string): string {
  return String(value).replace(/\d/g, (digit) => signs.charAt(Number(digit)));
}

function circled(value: number): string {
  return CIRCLED.charAt(value - 1) || String(value);
}

/** 12 → 十二, 105 → 一百〇五. */
function chinese(value: number, signs: string, units: string): string {
  if (value === 0) return signs.charAt(0);
  const places = [...String(value)].reverse().map(Number);
  const text = places
    .map((digit, place) => (digit === 0 ? signs.charAt(0) : signs.charAt(digit) + units.charAt(place - 1)))
    .reverse()
    .join('');
  const zero = signs.charAt(0);
  return text
    .replace(new RegExp(`${zero}+$`), '')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(/^一十/, '十');
}
