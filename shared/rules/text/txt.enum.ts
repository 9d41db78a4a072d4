import type { Prose } from '../../report/types.ts';
import { placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

const NUMERALS = '一二三四五六七八九十';
/** 一是…二是…, 一要…二要…, 首先 aside; `第一,…第二,…`. Each kind counts by itself. */
const KINDS: readonly RegExp[] = [
  /(?<![一二三四五六七八九十第])([一二三四五六七八九十])是(?!否|以)/g,
  /(?<![一二三四五六七八九十第统唯])([一二三四五六七八九十])要(?![求点素件务闻])/g,
  /第([一二三四五六七八九十])[,:]/g,
];

/**
 * Points of an enumeration that are out of order: 一是…三是…三是.
 */
export const rule: Rule = {
  id: 'TXT.ENUM',
  title: { zh: '列举序号错误', en: 'Points of an enumeration out of order' },
  severity: 'notice',
  about: 'words',
  why: { zh: '列举序号错，说明增删后未校读。', en: 'Points out of order: something was taken out or put in.' },
  falseAlarm: { zh: '同段有两组列举，或引用他文。', en: 'Two enumerations in a paragraph, or a quotation.' },
  basis: null,
  check({ report }) {
    const lines = report.prose.filter(({ where }) => where !== 'head' && where !== 'tail');
    return decided(lines.flatMap((line) => KINDS.flatMap((kind) => outOfOrder(line, kind) ?? [])));
  },
  examples: () => [
    { title: 'points in order', outcome: 'pass' },
    {
      title: 'a point left out, another twice',
      text: { problems: ['存在的问题：一是数据解读不够通俗；三是更新不够及时；三是互动不多。'] },
      outcome: {
        fails: [
          {
            actual: '一、三、三',
            expected: '一、二、三',
            evidence: [
              {
                place: placeOfPart('problems'),
                text: '存在的问题：一是数据解读不够通俗；三是更新不够及时；三是互动不多。',
              },
            ],
          },
        ],
      },
    },
    {
      title: 'two enumerations in one paragraph',
      text: { problems: ['问题：一是形式单一；二是更新不及时。措施：一是丰富形式；二是按月检查；三是加强培训。'] },
      outcome: 'pass',
    },
    {
      title: 'an enumeration within a point of another',
      text: { problems: ['一是加强学习，其中一是学条例，二是学案例；二是加强检查。一要细；三要实。'] },
      outcome: { fails: [{ actual: '一、三', expected: '一、二' }] },
    },
    {
      title: 'an enumeration that goes on in the next paragraph',
      text: { problems: ['三是加强培训不够。', '四是互动较少。改进措施：一是按月检查。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'the second of three enumerations is told alone',
      text: { problems: ['问题：一是甲。措施：一是丙；三是丁。保障：一是戊；二是己。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '列举的序号是一、三，应为一、二，请核对是否漏写或错写。',
              en: 'The points are numbered 1, 3, expected 1, 2.',
            },
          },
        ],
      },
    },
    {
      title: 'one that goes on from the paragraph before',
      text: { problems: ['三是加强培训；五是加强检查。'] },
      outcome: { fails: [{ actual: '三、五', expected: '三、四' }] },
    },
    {
      title: 'after an inner enumeration the outer one goes on',
      text: { problems: ['一是甲：一是子，二是丑，三是寅；二是乙；三是丙。'] },
      outcome: 'pass',
    },
    {
      title: 'what the site prints around the report',
      text: { head: ['一是甲；三是乙。'], tail: ['一是甲；三是乙。'] },
      outcome: 'pass',
    },
    {
      title: 'other words with numbers',
      text: { problems: ['两个第一，三是否达标，四要素齐全，统一要求。第一，甲；第二，乙。'] },
      outcome: 'pass',
    },
  ],
};

/** Each number follows the last of a list that is open, or opens one with 一: lists stand within points of others. */
function outOfOrder({ plain, text, place }: Prose, kind: RegExp): Fault | null {
  const found = [...plain.matchAll(kind)].map((match) => NUMERALS.indexOf(match[1] as string) + 1);
  const wrong = firstOutOfOrder(found);
  if (wrong === -1) return null;
  const start = found.lastIndexOf(1, wrong);
  const end = found.indexOf(1, wrong);
  const list = found.slice(Math.max(start, 0), end === -1 ? undefined : end);
  const first = list[0] as number;
  const say = (numbers: readonly number[]) => numbers.map((number) => NUMERALS[number - 1] ?? number).join('、');
  const expected = list.map((_, index) => first + index);
  return {
    message: {
      zh: `列举的序号是${say(list)}，应为${say(expected)}，请核对是否漏写或错写。`,
      en: `The points are numbered ${list.join(', ')}, expected ${expected.join(', ')}.`,
    },
    expected: say(expected),
    actual: say(list),
    evidence: [{ place, text }],
  };
}

function firstOutOfOrder([first, ...later]: readonly number[]): number {
  const open = [first];
  const wrong = later.findIndex((number) => {
    if (number === 1) return open.push(number) === 0;
    const list = open.lastIndexOf(number - 1);
    if (list === -1) return true;
    open.splice(list, open.length, number);
    return false;
  });
  return wrong === -1 ? wrong : wrong + 1;
}
