import { type Heading, PARTS } from '../../report/types.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleHeadings } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, pass } from '../verdict.ts';

const NUMERALS = '一二三四五六七八九';

export const rule: Rule = {
  id: 'STR.ORDER',
  title: { zh: '部分次序或序号错误', en: 'Order or numbers of the parts wrong' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '序号错乱多因复制旧稿，读者找不到对应部分。',
    en: 'Wrong numbers come from copying an older text, and readers look in the wrong part.',
  },
  falseAlarm: {
    zh: '正文自己的小标题也用“一、二、”编号时。',
    en: 'Sub-headings of the text numbered 一、二、 as well.',
  },
  basis: FORM_2021,
  check({ report: { headings } }) {
    if (isInOrder(headings)) return pass();
    const expected = NUMERALS.slice(0, headings.length).split('').join('、');
    const actual = headings.map(({ numeral }) => numeralOf(numeral)).join('、');
    const misplaced = headings.some(({ part }, index) => isBefore(part, headings[index - 1]));
    return decided([
      {
        message: misplaced
          ? {
              zh: `各部分的次序与规定格式不一致：${headings.map(({ plain }) => `“${plain}”`).join('、')}，请按规定的次序调整。`,
              en: `The parts are not in the official order: ${headings.map(({ plain }) => `“${plain}”`).join(', ')}: put them in order.`,
            }
          : {
              zh: `各部分的序号依次为${actual}，应为${expected}，请改正。`,
              en: `The parts are numbered ${actual}; expected ${expected}: correct them.`,
            },
        expected,
        actual,
        evidence: headings.map(({ text, place }) => ({ text, place })),
      },
    ]);
  },
  examples: () => [
    { title: '一 to 六', outcome: 'pass' },
    {
      title: 'a number twice',
      report: { headings: numbered(1, 2, 2, 4, 5, 6) },
      outcome: { fails: [{ expected: '一、二、三、四、五、六', actual: '一、二、二、四、五、六' }] },
    },
    {
      title: 'a number left out',
      report: { headings: numbered(1, 2, 3, 5, 6, 7) },
      outcome: { fails: [{ actual: '一、二、三、五、六、七' }] },
    },
    {
      title: 'one heading without a number among numbered ones',
      report: { headings: numbered(1, null, 3, 4, 5, 6) },
      outcome: { fails: [{ actual: '一、（无）、三、四、五、六' }] },
    },
    {
      title: 'numbers lost from all headings (made by Word as a list)',
      report: { headings: numbered(null, null, null, null, null, null) },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'two parts exchanged',
      report: { headings: exchanged() },
      outcome: { fails: [{ actual: '一、三、二、四、五、六' }] },
    },
    {
      title: 'a part missing, the rest numbered through: STR.SECTIONS has it',
      report: { headings: withoutDisputes() },
      outcome: 'pass',
    },
    {
      title: 'a part missing, its number left out',
      report: { headings: exampleHeadings((heading) => (heading.part === 'disputes' ? null : heading)) },
      outcome: 'pass',
    },
    { title: 'no headings at all: STR.SECTIONS has it', report: { headings: [] }, outcome: 'pass' },
    {
      title: 'two parts exchanged, numbered through',
      report: { headings: exchanged().map((heading, index) => ({ ...heading, numeral: index + 1 })) },
      outcome: {
        fails: [
          { actual: '一、二、三、四、五、六', evidence: exchanged().map(({ text, place }) => ({ text, place })) },
        ],
      },
    },
    {
      title: 'a part twice',
      report: { headings: twice() },
      outcome: { fails: [{ actual: '一、二、三、四、五、六、七' }] },
    },
    {
      title: 'a part missing, and a number twice',
      report: {
        headings: withoutDisputes().map((heading) => ({ ...heading, numeral: Math.max(heading.numeral ?? 0, 2) })),
      },
      outcome: { fails: [{ actual: '二、二、三、四、五' }] },
    },
    {
      title: 'a part missing, and a heading without a number',
      report: {
        headings: withoutDisputes().map((heading, index) => (index === 1 ? { ...heading, numeral: null } : heading)),
      },
      outcome: { fails: [{ actual: '一、（无）、三、四、五' }] },
    },
    {
      title: 'a part missing, and the first heading without a number',
      report: {
        headings: withoutDisputes().map((heading, index) => (index === 0 ? { ...heading, numeral: null } : heading)),
      },
      outcome: { fails: [{ actual: '（无）、二、三、四、五' }] },
    },
  ],
};

/** One numeral each, strictly increasing; without a gap where all parts are there; parts in the official order. */
function isInOrder(headings: readonly Heading[]): boolean {
  const complete = headings.length === PARTS.length;
  const unnumbered = headings.every(({ numeral }) => numeral === null);
  return headings.every(({ part, numeral }, index) => {
    const previous = headings[index - 1];
    if (isBefore(part, previous)) return false;
    if (unnumbered) return true;
    return complete ? numeral === index + 1 : (numeral ?? 0) > (previous?.numeral ?? 0);
  });
}

function isBefore(part: Heading['part'], previous: Heading | undefined): boolean {
  return previous !== undefined && PARTS.indexOf(part) <= PARTS.indexOf(previous.part);
}

function numeralOf(numeral: number | null): string {
  return numeral === null ? '（无）' : NUMERALS.charAt(numeral - 1);
}

function numbered(...numerals: (number | null)[]): Heading[] {
  return exampleHeadings().map((heading, index) => ({ ...heading, numeral: numerals[index] ?? null }));
}

function exchanged(): Heading[] {
  const [first, second, third, ...rest] = exampleHeadings();
  return [first, third, second, ...rest].filter((heading) => heading !== undefined);
}

function withoutDisputes(): Heading[] {
  const kept = exampleHeadings((heading) => (heading.part === 'disputes' ? null : heading));
  return kept.map((heading, index) => ({ ...heading, numeral: index + 1 }));
}

function twice(): Heading[] {
  const headings = exampleHeadings();
  return [...headings.slice(0, 1), ...headings].map((heading, index) => ({ ...heading, numeral: index + 1 }));
}
