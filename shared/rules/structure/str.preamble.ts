import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Intro and period stand before part one, under its heading or at its end. */
const OPENING: readonly string[] = ['head', 'preamble', 'overview'];
const SOURCE = /条例|年度报告[^。;]{0,12}(?:格式|通知)|711号|公开办函|办函/;
const PERIOD = /统计(?:期限|时限|时段|周期|范围|时间|起止)|\d{1,2}月\d{1,2}日[^。;]{0,6}(?:至|到|-|—)[^。;]{0,8}12月31/;
const CONTACT = /电话|邮编|邮箱|地址|联系/;

export const rule: Rule = {
  id: 'STR.PREAMBLE',
  title: { zh: '引言缺编制依据、统计期限（或联系方式）', en: 'Introduction lacks source, period (or contact)' },
  severity: 'notice',
  about: 'words',
  why: { zh: '引言写明依据和统计期限，读者才知道数据的口径。', en: 'Source and period tell what the numbers mean.' },
  falseAlarm: { zh: '引言在网页的其他栏目。', en: 'The introduction stands elsewhere on the page.' },
  basis: { zh: '四川省地方标准DB51/T 2660（参照）', en: 'Local standard DB51/T 2660 of Sichuan, for reference' },
  hiddenCodes: ['CONTACT'],
  check({ report }) {
    const lines = report.prose.filter(({ where }) => OPENING.includes(where)).map(({ plain }) => plain);
    const says = (words: RegExp) => lines.some((line) => words.test(line));
    const missing = [
      ...(says(SOURCE) ? [] : [{ zh: '编制依据', en: 'the source' }]),
      ...(report.period || says(PERIOD) ? [] : [{ zh: '统计期限', en: 'the period' }]),
    ];
    const faults: Fault[] = [];
    if (missing.length > 0) {
      const actual = missing.map(({ zh }) => zh).join('、');
      faults.push({
        message: {
          zh: `引言没有写明${actual}，请补上。`,
          en: `The introduction does not state ${missing.map(({ en }) => en).join(' and ')}.`,
        },
        actual,
      });
    }
    if (!says(CONTACT)) {
      faults.push({
        code: 'CONTACT',
        message: { zh: '引言没有写明联系方式。', en: 'The introduction gives no contact.' },
      });
    }
    return decided(faults);
  },
  examples: () => [
    { title: 'source, period and contact', outcome: 'pass' },
    {
      title: 'no introduction',
      report: { period: null },
      text: { preamble: [], overview: ['我镇始终坚持以人民为中心，公开热线电话。'] },
      outcome: { fails: [{ actual: '编制依据、统计期限' }] },
    },
    {
      title: 'no period',
      report: { period: null },
      text: { preamble: ['根据《中华人民共和国政府信息公开条例》编制，联系电话0000-1234567。'] },
      outcome: { fails: [{ actual: '统计期限' }] },
    },
    {
      title: 'introduction under the heading of part one',
      report: { period: null },
      text: {
        preamble: [],
        overview: ['根据《条例》编制，统计期限为2023年全年。如有疑问请与示例市示例局联系。'],
      },
      outcome: 'pass',
    },
    {
      title: 'no contact',
      text: { preamble: ['本报告根据《条例》编制。'] },
      outcome: { fails: [{ code: 'CONTACT' }] },
    },
  ],
  cases: () => [
    {
      title: 'a period that names its days',
      report: { period: null },
      text: { preamble: ['根据《条例》编制，数据从1月1日至12月31日。电话：0000-1234567。'] },
      outcome: 'pass',
    },
    {
      title: 'an introduction so short that it stands with the title',
      report: { period: null },
      text: {
        head: ['依据《条例》编制，统计期限为全年，电话0000-1234567'],
        preamble: [],
        overview: ['全年公开信息426条。'],
      },
      outcome: 'pass',
    },
  ],
};
