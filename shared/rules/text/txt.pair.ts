import { sentencesOf } from '../../claims/sentences.ts';
import type { Text } from '../../domain/labels.ts';
import type { Prose, Where } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { countPair, markedLines, PAIRS, type Pair } from './pairs.ts';

/** Above and below the report stand the frames of the site: `字号【`. */
const FRAME: readonly Where[] = ['head', 'tail'];

/** Sentences shown: in a text that went wrong as a whole, all of them would be. */
const MOST_SHOWN = 5;

export const rule: Rule = {
  id: 'TXT.PAIR',
  title: { zh: '括号、引号、书名号不配对', en: 'Brackets or quotation marks without their partner' },
  severity: 'notice',
  about: 'words',
  why: { zh: '括号、引号、书名号不成对，多为漏字。', en: 'A bracket without its partner: something was left out.' },
  falseAlarm: { zh: '转换时丢失的标点。', en: 'Marks lost in conversion.' },
  basis: null,
  check({ report }) {
    const lines = markedLines(report.prose.filter(({ where }) => !FRAME.includes(where)));
    return decided(
      PAIRS.flatMap((pair): Fault[] => {
        const { opened, closed, lines: wrong, nested } = countPair(pair, lines);
        if (opened === closed && !nested) return [];
        const evidence = wrong.flatMap((line) => unmatched(line, pair)).slice(0, MOST_SHOWN);
        return [
          {
            message: toMessage(pair, closed - opened, evidence[0] as Shown),
            expected: opened,
            actual: closed,
            evidence,
          },
        ];
      }),
    );
  },
  examples: () => [
    { title: 'every mark has its partner', outcome: 'pass' },
    {
      title: 'a bracket is lost',
      text: { other: ['按照国办函〔2020109号规定，未收取信息处理费。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '第701行「按照国办函〔2020109号规定，未收取信息处理…」缺1个「〕」（或多「〔」），请补上或删去。',
              en: 'Line 701, 「按照国办函〔2020109号规定，未收取信息处理」, lacks 1 「〕」, or has 「〔」 too many: add or remove it.',
            },
            expected: 2,
            actual: 1,
          },
        ],
      },
    },
    {
      title: 'opened twice, closed once',
      text: { overview: ['推进“五公开”。开展“全区政府系统“机关开放月”活动。'] },
      outcome: {
        fails: [
          {
            expected: 3,
            actual: 2,
            evidence: [{ place: { line: 201 }, text: '开展“全区政府系统“机关开放月”活动。' }],
          },
        ],
      },
    },
    {
      title: 'a mark the wrong way round',
      text: { overview: ['推进“五公开”。落实“一网通办“要求，推进”互联网+”。'] },
      outcome: {
        fails: [
          {
            expected: 3,
            actual: 3,
            evidence: [{ place: { line: 201 }, text: '落实“一网通办“要求，推进”互联网+”。' }],
          },
        ],
      },
    },
    {
      title: 'a quotation over two paragraphs',
      text: { overview: ['会议指出：“公开是原则。', '“不公开是例外。”'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'numbers of a list',
      text: { overview: ['1)主动公开。2)依申请公开。', '一)监督保障。'] },
      outcome: 'pass',
    },
    {
      title: 'a bracket closed that was never opened, in a short sentence',
      text: { overview: ['公开信息3条）。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '第201行「公开信息3条）。」多1个「)」（或缺「(」），请补上或删去。',
              en: 'Line 201, 「公开信息3条）。」, has 1 「)」 too many, or lacks 「(」: add or remove it.',
            },
          },
        ],
      },
    },
    {
      title: 'a quotation over two paragraphs that are set in, and over two points of a list',
      text: { overview: ['　　“公开是原则。', '　　“不公开是例外。”', '1)“应公开尽公开。', '2)“能公开尽公开。”'] },
      outcome: 'pass',
    },
    { title: 'titles in titles', text: { overview: ['执行《关于印发《办法》的通知》。'] }, outcome: 'pass' },
    { title: 'the frame of the site', text: { head: ['发布日期：2024-01-20 字号【'] }, outcome: 'pass' },
    {
      title: 'each kind of mark, left open',
      text: { overview: ['（一。', '〔二。', '【三。', '《四。', '“五。', '‘六。', '「七。', '『八。'] },
      outcome: { fails: [1, 2, 3, 4, 5, 6, 7, 8].map(() => ({})) },
    },
    { title: 'the frame of the site below', text: { tail: ['【打印'] }, outcome: 'pass' },
    {
      title: 'a bracket that opens each of two paragraphs and closes once is lost',
      text: { preamble: [], overview: ['（公开是原则。', '（不公开是例外。）'], problems: [], other: [] },
      outcome: { fails: [{ expected: 2, actual: 1 }] },
    },
    {
      title: 'a quotation opened again within a paragraph that does not start with it',
      text: { overview: ['会议指出：“公开是原则。', '又指出“不公开是例外。”'] },
      outcome: { fails: [{ expected: 2, actual: 1 }] },
    },
    {
      title: 'six sentences that do not match: five are shown',
      text: { overview: ['“一。', '又“二。', '又“三。', '又“四。', '又“五。', '又“六。'] },
      outcome: {
        fails: [
          {
            expected: 6,
            actual: 0,
            evidence: ['“一。', '又“二。', '又“三。', '又“四。', '又“五。'].map((text, index) => ({
              place: { line: 201 + index },
              text,
            })),
          },
        ],
      },
    },
    {
      title: 'a quotation over two paragraphs, opened again within the second',
      text: { overview: ['会议指出：“公开是原则。', '“不公开“是例外。”'] },
      outcome: { fails: [{ expected: 2, actual: 1 }] },
    },
    {
      title: 'a quotation over two sentences is not shown beside the one that is left open',
      text: { overview: ['“公开是原则。不公开是例外。”', '又“指出。'] },
      outcome: { fails: [{ evidence: [{ place: { line: 202 }, text: '又“指出。' }] }] },
    },
  ],
};

interface Shown {
  place: Prose['place'];
  text: string;
}

/** Characters of the sentence that the message quotes; the whole stands beside it. */
const QUOTED = 24;

/** Where the first of them stands, what is too much or lacking there, and what to do. */
function toMessage({ open, close }: Pair, tooMany: number, { place, text }: Shown): Text {
  const shown = text.slice(0, QUOTED);
  const q = (words: string) => (/[「」]/.test(open) ? `“${words}”` : `「${words}」`);
  const where = {
    zh: `第${place.line}行${q(shown === text ? text : `${shown}…`)}`,
    en: `Line ${place.line}, ${q(shown)},`,
  };
  if (tooMany > 0) {
    return {
      zh: `${where.zh}多${tooMany}个${q(close)}（或缺${q(open)}），请补上或删去。`,
      en: `${where.en} has ${tooMany} ${q(close)} too many, or lacks ${q(open)}: add or remove it.`,
    };
  }
  if (tooMany < 0) {
    return {
      zh: `${where.zh}缺${-tooMany}个${q(close)}（或多${q(open)}），请补上或删去。`,
      en: `${where.en} lacks ${-tooMany} ${q(close)}, or has ${q(open)} too many: add or remove it.`,
    };
  }
  return {
    zh: `${where.zh}的${q(open + close)}重复打开或左右写反，请改正。`,
    en: `${where.en} opens ${q(open)} twice, or has it the wrong way round: correct it.`,
  };
}

/** The sentences of the line that do not match. */
function unmatched(line: Prose, pair: Pair): Shown[] {
  return sentencesOf(line).flatMap(({ plain, text }) => {
    const { opened, closed, nested } = countPair(pair, markedLines([{ ...line, plain }]));
    return opened !== closed || nested ? [{ place: line.place, text }] : [];
  });
}
