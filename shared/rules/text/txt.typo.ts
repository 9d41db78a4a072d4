import { allSentences, sentencesWith } from '../../claims/sentences.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { TYPOS } from './typos.ts';

/** Characters shown on either side of the slip. */
const AROUND = 6;

export const rule: Rule = {
  id: 'TXT.TYPO',
  title: { zh: '常见错别字', en: 'Common slips of the pen' },
  severity: 'notice',
  about: 'words',
  why: { zh: '公文常见错别字。', en: 'Common slips of official prose.' },
  falseAlarm: { zh: '专名中的字。', en: 'Proper names.' },
  basis: null,
  check({ report }) {
    // Stryker disable next-line all: only saves time
    const present = TYPOS.filter(({ wrong }) => sentencesWith(report, wrong).length > 0);
    return decided(
      allSentences(report).flatMap(({ plain, text, line: { place } }) =>
        present.flatMap(({ wrong, right }): Fault[] => {
          const found = wrong.exec(plain);
          if (!found) return [];
          const end = found.index + found[0].length;
          const around = plain.slice(Math.max(0, found.index - AROUND), end + AROUND);
          return [
            {
              message: {
                zh: `“${around}”中的“${found[0]}”疑为“${right}”，请核对。`,
                en: `「${found[0]}」 in 「${around}」 is probably 「${right}」.`,
              },
              expected: right,
              actual: found[0],
              evidence: [{ place, text }],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    { title: 'no slips', outcome: 'pass' },
    {
      title: 'slips of real reports',
      text: {
        overview: [
          '打造市级民生领域公开试示点并在全市推广。',
          '以文字和图标形式进行通报。',
          '确保工作依法、有序的进行。',
        ],
        problems: ['少数干部推对政务公开工作不够重视。', '定期查看申请表接受情况，全力以打造新平台。'],
      },
      outcome: {
        fails: [
          {
            expected: '示范',
            actual: '试示',
            message: {
              zh: '“民生领域公开试示点并在全市推”中的“试示”疑为“示范”，请核对。',
              en: '「试示」 in 「民生领域公开试示点并在全市推」 is probably 「示范」.',
            },
          },
          { expected: '图表', actual: '图标' },
          { expected: '地', actual: '的' },
          { expected: '对', actual: '推对' },
          { expected: '接收', actual: '接受' },
          { expected: '全力', actual: '全力以' },
        ],
      },
    },
    {
      title: 'the same characters where they are right',
      text: {
        overview: ['接受社会评议。', '优化网站图标。', '全力以赴。', '及时的公开让群众放心。', '先行试点示范。'],
        problems: ['推进对外公开。'],
      },
      outcome: 'pass',
    },
    {
      title: 'slips that are wrong anywhere',
      text: {
        overview: [
          '统一布署。',
          '既使再忙。',
          '按装屏幕。',
          '召开座谈会议会。',
          '政府信息公开公开栏。',
          '依申请公开公开栏。',
        ],
      },
      outcome: {
        fails: [
          { expected: '部署' },
          { expected: '即使' },
          { expected: '安装' },
          { expected: '座谈会' },
          { expected: '政府信息公开' },
          { expected: '依申请公开' },
        ],
      },
    },
    { title: 'a single slip', text: { overview: ['统一布署。'] }, outcome: { fails: [{ expected: '部署' }] } },
  ],
};
