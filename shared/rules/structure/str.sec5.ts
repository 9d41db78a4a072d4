import { proseOf } from '../../report/types.ts';
import { ARTICLE_50 } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass } from '../verdict.ts';
import { headingOf } from './parts.ts';

/** A concrete problem: what is lacking, not merely that 一些问题 exist. */
const PROBLEM =
  /不够|不足|不高|不强|不及时|不规范|不全|不深|不广|不多|不大|不平衡|不均衡|不完善|不健全|不到位|不严|不熟|不充分|不明显|有待|尚未|没有形成|还没有|欠缺|缺乏|缺少|薄弱|滞后|单一|困难|较少|偏少|偏低|较低|参差不齐|难以|差距|短板|随意性|问题:/;
const IMPROVEMENT =
  /改进|下一?步|今后|下年度|明年|整改|将(?:进一步|继续|着力|加|以|按|从|把|统一|不断|持续)|(?:我[局委办厅院镇乡区县市省州盟旗]|本机关|本单位|街道|年),?将|(?:进一步)?(?:加强|加大|完善|提升|提高|强化|健全|规范|优化|拓宽|推进|落实|突出|改善|增强|深化|细化|补齐)/;

export const rule: Rule = {
  id: 'STR.SEC5',
  title: { zh: '第五部分只有问题或只有改进', en: 'Part five lacks problems or improvements' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '第五部分既要写问题也要写改进，只写其一等于没有回应。',
    en: 'Part five has to name problems and what is done about them.',
  },
  falseAlarm: {
    zh: '问题用叙述方式写出，没有“问题、不足”等字样。',
    en: 'Problems told without any of the usual words.',
  },
  basis: ARTICLE_50,
  check({ report }) {
    if (!report.headings.some(({ part }) => part === 'problems')) return notApplicable();
    const lines = proseOf(report, 'problems');
    const problem = lines.some(({ plain }) => PROBLEM.test(plain));
    const improvement = lines.some(({ plain }) => IMPROVEMENT.test(plain));
    if (problem && improvement) return pass();
    const missing = [...(problem ? [] : ['存在的具体问题']), ...(improvement ? [] : ['改进情况'])].join('、');
    return decided([
      {
        message: {
          zh: `第五部分没有写${missing}。`,
          en: `Part five does not state ${[...(problem ? [] : ['a concrete problem']), ...(improvement ? [] : ['how to improve'])].join(' nor ')}.`,
        },
        hint: {
          zh: `请补写${[...(problem ? [] : ['哪项工作、差在哪里']), ...(improvement ? [] : ['针对问题已采取或将采取的具体措施'])].join('，以及')}。`,
          en: `Say ${[...(problem ? [] : ['which work falls short, and in what']), ...(improvement ? [] : ['what was done, or will be, about the problems'])].join(', and ')}.`,
        },
        actual: missing,
        evidence: headingOf(report, 'problems'),
      },
    ]);
  },
  examples: () => [
    { title: 'problems and improvements', outcome: 'pass' },
    {
      title: 'improvements only',
      text: { problems: ['下一步将加强培训。'] },
      outcome: { fails: [{ actual: '存在的具体问题' }] },
    },
    {
      title: 'problems only',
      text: { problems: ['公开内容不够全面。'] },
      outcome: { fails: [{ actual: '改进情况' }] },
    },
    {
      title: 'problems that are not named',
      text: { problems: ['工作中还存在一些问题。下一步将加强培训。'] },
      outcome: { fails: [{ actual: '存在的具体问题' }] },
    },
    {
      title: 'problems inside one paragraph',
      text: { problems: ['今年工作落实有力，但平台之间的协同应用还不够完善，下一步，我们将整合平台。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'what the agency will do, told by the year to come',
      text: { problems: ['仍有不足：解读形式单一。2024年，我局将丰富解读形式。'] },
      outcome: 'pass',
    },
    {
      title: 'nothing',
      text: { problems: ['无。'] },
      outcome: {
        fails: [
          {
            actual: '存在的具体问题、改进情况',
            evidence: [{ place: placeOfPart('problems'), text: '五、存在的主要问题及改进情况' }],
          },
        ],
      },
    },
    {
      title: 'no part five: STR.SECTIONS has it',
      report: { headings: exampleHeadings((heading) => (heading.part === 'problems' ? null : heading)) },
      outcome: 'notApplicable',
    },
  ],
};
