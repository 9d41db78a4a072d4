import { quantitiesOf, sentencesWith } from '../../claims/sentences.ts';
import type { Level } from '../../domain/level.ts';
import { placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** What is counted, and the most that an agency of each level can have of it in a year, with room to spare. */
const MEASURES: readonly { words: RegExp; name: string; most: Record<Level, number> }[] = [
  {
    words: /访问|浏览|点击|阅读|独立用户|页面|播放/,
    name: '访问、阅读量',
    most: { ministry: 5e10, government: 1e10, department: 1e9, town: 1e8, other: 1e9 },
  },
  {
    words: /(?:关注|粉丝|订阅)[^。;,]{0,6}$/,
    name: '关注人数',
    most: { ministry: 3e8, government: 1e8, department: 5e7, town: 2e6, other: 5e7 },
  },
  {
    words: /(?:公开|发布|更新|推送)[^。;,]{0,10}(?:信息|文件|动态|稿件)/,
    name: '公开信息数量',
    most: { ministry: 1e8, government: 2e7, department: 2e6, town: 2e5, other: 2e6 },
  },
  {
    words: /培训[^。;,]{0,8}$/,
    name: '培训次数',
    most: { ministry: 5000, government: 5000, department: 1000, town: 500, other: 1000 },
  },
];
const COUNTED = /访问|浏览|点击|阅读|独立用户|页面|播放|关注|粉丝|订阅|公开|发布|更新|推送|培训/;

/**
 * A count out of all proportion to the agency, as where 万 was added to a number that was whole already.
 */
export const rule: Rule = {
  id: 'NAR.MAGNITUDE',
  title: { zh: '数量级异常', en: 'A count out of proportion' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '数量大得不合常理，多为多写了“万”。',
    en: 'Out of all proportion: 万 was added to a number that was whole.',
  },
  falseAlarm: { zh: '面向全国服务的网站。', en: 'A site that serves the whole country.' },
  basis: null,
  check({ report }) {
    const faults: Fault[] = [];
    for (const sentence of sentencesWith(report, COUNTED)) {
      if (sentence.line.where === 'head' || sentence.line.where === 'tail') continue;
      let from = 0;
      for (const { start, end, value, unit } of quantitiesOf(sentence)) {
        const before = sentence.plain
          .slice(from, start)
          .split(/[,;:。]/)
          .at(-1) as string;
        from = end;
        const measure = MEASURES.find(({ words }) => words.test(before));
        if (!measure || unit === '万元' || value <= measure.most[report.level]) continue;
        const printed = sentence.plain.slice(start, end);
        faults.push({
          message: {
            zh: `“${printed}”超出本级机关${measure.name}的合理数量级，请核对单位（是否多写了“万”）。`,
            en: `${printed} is out of proportion for an agency of this level: check the unit.`,
          },
          actual: printed,
          evidence: [{ place: sentence.line.place, text: sentence.text }],
        });
      }
    }
    return decided(faults);
  },
  examples: () => [
    { title: 'counts of the usual size', outcome: 'pass' },
    {
      title: 'visits of a whole number with 万 behind it',
      text: { overview: ['网站全年访问量3241654万次。'] },
      outcome: {
        fails: [
          {
            actual: '3241654万次',
            evidence: [{ place: placeOfPart('overview'), text: '网站全年访问量3241654万次。' }],
          },
        ],
      },
    },
    { title: 'many visits', text: { overview: ['网站全年访问量324.2万次，公开信息1.2万条。'] }, outcome: 'pass' },
    {
      title: 'more published than a town can',
      report: { level: 'town' },
      text: { overview: ['全年公开政府信息316万条。'] },
      outcome: { fails: [{ actual: '316万条' }] },
    },
    { title: 'money is another matter', text: { overview: ['公开信息化项目资金120000000000元。'] }, outcome: 'pass' },
  ],
  cases: () => [
    {
      title: 'what another clause counts is no measure',
      text: { overview: ['网站访问便捷，全年培训8万次。'] },
      outcome: { fails: [{ actual: '8万次' }] },
    },
    {
      title: 'the most that is usual',
      report: { level: 'town' },
      text: { overview: ['全年公开政府信息20万条。'] },
      outcome: 'pass',
    },
    {
      title: 'above and below the report stand words of the site',
      text: { head: ['网站访问量3241654万次'], tail: ['网站访问量3241654万次'] },
      outcome: 'pass',
    },
    { title: 'followers', text: { overview: ['公众号粉丝数达3.5亿人。'] }, outcome: { fails: [{ actual: '3.5亿' }] } },
  ],
};
