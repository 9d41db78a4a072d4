import { ROW_LABELS } from '../../domain/labels.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { mask, masked } from './mask.ts';

/** Eleven digits, also set in groups; not inside a longer number, a link or an index number. */
const MOBILE = /(?<![\dA-Za-z_/=*-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z_*])/g;

const ROWS = Object.values(ROW_LABELS).map(({ zh }) => zh);

/** Digits right behind the name of a row are its cells, run together. */
function numbersIn(plain: string): string[] {
  const found = [...plain.matchAll(MOBILE)];
  return found
    .filter(({ index }) => !ROWS.some((row) => plain.slice(0, index).endsWith(row)))
    .map(([number]) => number);
}

export const rule: Rule = {
  id: 'PRV.MOBILE',
  title: { zh: '个人手机号', en: 'Mobile telephone number' },
  severity: 'error',
  about: 'words',
  why: { zh: '公布个人手机号侵害个人信息。', en: 'A personal telephone number is personal data.' },
  falseAlarm: { zh: '单位公用的手机号。', en: 'A mobile telephone of the office.' },
  basis: null,
  check({ report }) {
    return decided(
      report.prose.flatMap(({ plain, place }) =>
        [...new Set(numbersIn(plain))].map(
          (number): Fault => ({
            message: {
              zh: `正文出现手机号${mask(number)}，公开前应删除或改为办公电话。`,
              en: `A mobile number, ${mask(number)}, is published; give an office number instead.`,
            },
            actual: mask(number),
            evidence: [{ place, text: masked(plain, number) }],
          }),
        ),
      ),
    );
  },
  examples: () => [
    { title: 'an office number', outcome: 'pass' },
    {
      title: 'a mobile number',
      text: { preamble: ['如有疑问，请联系张某（13900001234）。'] },
      outcome: {
        fails: [
          { actual: '139****1234', evidence: [{ place: { line: 101 }, text: '如有疑问,请联系张某(139****1234)。' }] },
        ],
      },
    },
    {
      title: 'set in groups',
      text: { preamble: ['联系电话：139 0000 1234'] },
      outcome: { fails: [{ actual: '139****1234' }] },
    },
    { title: 'masked already', text: { preamble: ['联系电话：139****1234、1390000****'] }, outcome: 'pass' },
  ],
  cases: () => [
    {
      title: 'cells of a row run together',
      text: { overview: ['行政处罚1639410304760行政强制14848106535第二十条'] },
      outcome: 'pass',
    },
    {
      title: 'two numbers on a line, and an identity number: none is shown whole',
      text: { preamble: ['张某（13900001234，11010519491231002X）、李某（13800005678）。'] },
      outcome: {
        fails: [
          {
            actual: '139****1234',
            evidence: [{ place: { line: 101 }, text: '张某(139****1234,110****002X)、李某(138****5678)。' }],
          },
          { actual: '138****5678' },
        ],
      },
    },
    {
      title: 'index numbers, longer numbers and links',
      text: {
        head: [
          '索引号：006382564L/2024-2169556',
          '编号：202413900001234',
          '网址：https://example.cn/t13900001234.html',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'hot lines and land lines',
      text: { preamble: ['电话：0000-13900001、023—85276112、12345。'] },
      outcome: 'pass',
    },
  ],
};
