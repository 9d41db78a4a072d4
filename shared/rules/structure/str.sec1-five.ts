import { proseOf } from '../../report/types.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass } from '../verdict.ts';
import { headingOf } from './parts.ts';

/** The five aspects of 总体情况, and the words by which a sub-heading or a sentence is known to be about each. */
const ASPECTS: readonly { name: string; words: RegExp }[] = [
  { name: '主动公开', words: /主动公开|公开(?:各类)?(?:政府)?信息|发布(?:各类)?(?:政府|政务)?信息/ },
  { name: '依申请公开', words: /依申请|公开申请|申请公开/ },
  {
    name: '政府信息管理',
    words:
      /信息(?:资源|公开)?(?:的)?(?:规范化)?管理|信息[^。;]{0,10}(?:清理|维护|更新|审查|审核)|(?:失效|存量)信息|公开目录|规范性文件[^。;]{0,8}(?:清理|管理|库)/,
  },
  { name: '平台建设', words: /平台|网站(?:建设|集约|优化|改版|管理|栏目)|政务新媒体|公开(?:专栏|专区|栏)建设/ },
  { name: '监督保障', words: /监督|考核|保障|评议|督查|督导|业务培训/ },
];

export const rule: Rule = {
  id: 'STR.SEC1-FIVE',
  title: { zh: '总体情况缺少五方面', en: 'Part one lacks some of its five aspects' },
  severity: 'warning',
  basis: FORM_2021,
  check({ report }) {
    if (!report.headings.some(({ part }) => part === 'overview')) return notApplicable();
    const lines = proseOf(report, 'overview');
    const missing = ASPECTS.filter(({ words }) => !lines.some(({ plain }) => words.test(plain)));
    if (missing.length === 0) return pass();
    const names = missing.map(({ name }) => name).join('、');
    return decided([
      {
        severity: report.level === 'town' ? 'notice' : 'warning',
        message: {
          zh: `第一部分“总体情况”没有写到：${names}。`,
          en: `Part one does not speak of: ${names}.`,
        },
        expected: ASPECTS.map(({ name }) => name).join('、'),
        actual: ASPECTS.filter((aspect) => !missing.includes(aspect))
          .map(({ name }) => name)
          .join('、'),
        evidence: headingOf(report, 'overview'),
      },
    ]);
  },
  examples: [
    { title: 'all five', outcome: 'pass' },
    {
      title: 'two missing',
      text: { overview: ['全年主动公开信息34条。', '未收到依申请公开申请。', '严格信息发布审核。'] },
      outcome: {
        fails: [
          {
            severity: 'warning',
            actual: '主动公开、依申请公开、政府信息管理',
            evidence: [{ place: placeOfPart('overview'), text: '一、总体情况' }],
          },
        ],
      },
    },
    {
      title: 'a town is only reminded: 组织领导, 制度建设, 公开力度',
      report: { level: 'town' },
      text: {
        overview: [
          '（一）加强组织领导',
          '（二）健全制度建设',
          '（三）加大公开力度',
          '通过县政府网站主动公开信息34条，未收到依申请公开申请。',
        ],
      },
      outcome: { fails: [{ severity: 'notice', actual: '主动公开、依申请公开' }] },
    },
    {
      title: 'synonyms',
      text: {
        overview: [
          '（一）坚持主动公开常态化。',
          '（二）注重依申请公开时效化。',
          '（三）提升政府公开效能化。处置失效信息500余条。',
          '（四）推进平台建设标准化。',
          '（五）深化考核清单化。',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'no part one: STR.SECTIONS has it',
      report: { headings: exampleHeadings((heading) => (heading.part === 'overview' ? null : heading)) },
      outcome: 'notApplicable',
    },
  ],
};
