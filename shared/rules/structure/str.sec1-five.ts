import { type Prose, proseOf } from '../../report/types.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass, undecided } from '../verdict.ts';
import { headingOf } from './parts.ts';

/**
 * The five aspects of 总体情况, the form's own words for it (`own`), all words by which a sentence is known to be about it, what to write
 * where there is none, and a sentence that says it without the words of the form.
 */
const ASPECTS: readonly {
  name: string;
  english: string;
  own: RegExp;
  words: RegExp;
  advice: string;
  said: readonly string[];
}[] = [
  {
    name: '主动公开',
    english: 'proactive disclosure',
    own: /主动公开|公开(?:各类)?(?:政府)?信息|发布(?:各类)?(?:政府|政务)?信息/,
    words:
      /主动公开|(?:公开|发布|公布|公示|推送|刊发|发表|更新|上传|报送|晒出)[^。;,]{0,16}(?:信息|数据|资料|文件|动态|公报|公告|报道|内容|稿件|资讯|政策|\d+(?:余|多)?[条件篇份次])|(?:政务|政府)?信息[^。;,]{0,10}\d+(?:余|多)?[条件篇份]/,
    advice: '可写本年公开信息的条数和主要内容',
    said: ['向社会公开统计政务信息316条', '在门户网站发布各类动态52篇', '推送稿件30篇'],
  },
  {
    name: '依申请公开',
    english: 'requests',
    own: /依申请|公开申请|申请公开/,
    words: /依申请|公开申请|申请公开|(?:收到|受理|办理|答复|无)[^。;]{0,12}申请|申请人/,
    advice: '可写收到和办结申请的件数；没有的写明未收到',
    said: ['收到群众申请2件，均按期答复'],
  },
  {
    name: '政府信息管理',
    english: 'management of information',
    own: /信息(?:资源|公开)?(?:的)?(?:规范化)?管理|信息[^。;]{0,10}(?:清理|维护|更新|审查|审核)|(?:失效|存量)信息|公开目录|规范性文件[^。;]{0,8}(?:清理|管理|库)/,
    words:
      /信息(?:资源|公开|发布)?(?:的)?(?:规范化|动态)?管理|信息[^。;]{0,10}(?:清理|维护|更新|审查|审核|梳理|归档)|(?:失效|存量)信息|公开目录|目录|台账|(?:三审|保密审|审核|审查|校对|把关|审签|发布)[^。;]{0,6}(?:制|流程|程序|机制)?|规范性文件[^。;]{0,8}(?:清理|管理|库)|归档/,
    advice: '可写信息审核、目录更新、文件清理等；确无的写“无”',
    said: ['落实三审三校制', '更新公开事项目录'],
  },
  {
    name: '平台建设',
    english: 'platforms',
    own: /平台|网站(?:建设|集约|优化|改版|管理|栏目)|政务新媒体|公开(?:专栏|专区|栏)建设/,
    words:
      /平台|(?:网站|网页|门户)[^。;]{0,16}(?:新增|增设|新设|改版|优化|建设|升级|维护|运维|完善|开设|整合|集约|管理|专题|专栏|专区|栏目)|新媒体|公众号|微信|微博|抖音|客户端|APP|专栏|专区|栏目|公开栏|公示栏|查询点|查阅点|公开点|电子屏|阵地|载体|渠道建设/,
    advice: '可写网站栏目、公众号、查询点等；确无的写“无”',
    said: ['门户网站统计专题下新增3个子栏目', '公众号同步推送', '设置政府信息查阅点1处'],
  },
  {
    name: '监督保障',
    english: 'supervision',
    own: /监督|考核|保障|评议|督查|督导|业务培训/,
    words: /监督|考核|保障|评议|督查|督导|检查|培训|追责|问责|责任追究|通报|自查|整改|专人|专职|兼职|经费/,
    advice: '可写培训、检查、考核、社会评议等；确无的写“无”',
    said: ['组织信息公开业务学习和自查2次', '明确专人负责'],
  },
];
/** A part one that goes on for so long may have said it in words that are not known: that is left to a reader. */
const LONG = 400;

export const rule: Rule = {
  id: 'STR.SEC1-FIVE',
  title: { zh: '总体情况缺少五方面', en: 'Part one lacks some of its five aspects' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '格式要求“总体情况”写明五个方面，确无情况的也要写明。',
    en: 'The form wants five aspects in part one, and a word where there is nothing to tell.',
  },
  falseAlarm: {
    zh: '用了词表没有的说法；部分较长时只作未定，不报。',
    en: 'Words that the list does not know; in a long part the rule stays undecided.',
  },
  basis: FORM_2021,
  check({ report }) {
    if (!report.headings.some(({ part }) => part === 'overview')) return notApplicable();
    const lines = proseOf(report, 'overview');
    const isOtherwise = isDividedOtherwise(lines);
    const missing = ASPECTS.filter(
      ({ own, words }) => !lines.some(({ plain }) => (isOtherwise ? own : words).test(plain)),
    );
    if (missing.length === 0) return pass();
    const names = missing.map(({ name }) => name).join('、');
    if (!isOtherwise && lines.reduce((length, { plain }) => length + plain.length, 0) > LONG) {
      return undecided({
        zh: `第一部分篇幅较长，没有认出写${names}的语句，请人工核对。`,
        en: `No sentence about ${missing.map(({ english }) => english).join(', ')} was recognised in a long part one. Please look yourself.`,
      });
    }
    return decided([
      {
        severity: report.level === 'town' ? 'notice' : 'warning',
        message: {
          zh: `第一部分“总体情况”没有写到：${names}。`,
          en: `Part one does not speak of: ${missing.map(({ english }) => english).join(', ')}.`,
        },
        hint: {
          zh: `${missing.map(({ name, advice }) => `${name}${advice}`).join('；')}。`,
          en: 'Say of each what was done in the year, or that there was nothing.',
        },
        expected: ASPECTS.map(({ name }) => name).join('、'),
        actual: ASPECTS.filter((aspect) => !missing.includes(aspect))
          .map(({ name }) => name)
          .join('、'),
        evidence: headingOf(report, 'overview'),
      },
    ]);
  },
  examples: () => [
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
  ],
  cases: () => [
    {
      title: 'words that the form does not use, under three headings of another division (two lines are none)',
      text: {
        overview: [
          '（一）加强组织领导。',
          '　　（二）健全制度',
          '（三）加大力度',
          '（四）落实责任，做好公开',
          '（五）明确分工：做好公开',
          '详见（一）加强组织领导',
          '参见（二）健全制度',
          ...SAID_OTHERWISE,
        ],
      },
      outcome: { fails: [{ actual: '主动公开、依申请公开' }] },
    },
    {
      title: 'the same words under two headings',
      text: { overview: ['（一）加强组织领导', '（二）健全制度', ...SAID_OTHERWISE] },
      outcome: 'pass',
    },
    {
      title: 'the same words under five headings',
      text: {
        overview: ['（一）公开', '（二）申请', '（三）制度', '（四）渠道', '（五）责任', ...SAID_OTHERWISE],
      },
      outcome: 'pass',
    },
    {
      title: 'what is said without the words of the form',
      text: { overview: ASPECTS.map(({ said }) => `${said.join('。')}。`) },
      outcome: 'pass',
    },
    {
      title: 'long enough to have said it in other words',
      text: { overview: ['各科室按照要求认真履行职责，群众满意。'.repeat(30)] },
      outcome: 'undecided',
    },
    {
      title: 'no part one: STR.SECTIONS has it',
      report: { headings: exampleHeadings((heading) => (heading.part === 'overview' ? null : heading)) },
      outcome: 'notApplicable',
    },
  ],
};

/** All five, three of them in words that are known only where the part has no division of its own. */
const SAID_OTHERWISE = [
  '主动公开信息34条。',
  '未收到依申请公开申请。',
  '更新公开事项目录。',
  '公众号同步推送。',
  '明确专人负责。',
] as const;

/** Sub-headings of its own division, fewer than the five of the form: an aspect that none is about was not thought of. */
function isDividedOtherwise(lines: readonly Prose[]): boolean {
  const headings = lines.filter(({ plain }) => /^\([一二三四五六]\)[^。,;:]{2,12}。?$/.test(plain.trim()));
  return headings.length > 2 && headings.length < ASPECTS.length;
}
