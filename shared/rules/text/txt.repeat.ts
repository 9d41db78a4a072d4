import { type Sentence, sentencesWith } from '../../claims/sentences.ts';
import { placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Words of two to eight characters that stand twice, and single words that never stand twice. */
const TWICE = /([\p{Script=Han}]{2,8})\1|([的了和与及是在为对将被把])\2|([,、;:])[,、;:]|。{2}/gu;
/** Doubled on purpose: 形形色色 and 2020年2020年 are not matched; these are. */
const DOUBLED_WELL =
  /^(?:[一逐][^是二三四五六七八九十][一逐]|研究研究|讨论讨论|学习学习|商量商量|锻炼锻炼|考虑考虑|了解了解|一个一个|一件一件|一条一条|一步一步|点点滴滴|方方面面|时时刻刻|彻彻底底|实实在在|认认真真|扎扎实实|仔仔细细|切切实实|踏踏实实|清清楚楚|明明白白|的的确确)/;
/** 目的的, 为了了解, 是是非非, 应对对策: the two belong to different words. */
const ACROSS = new RegExp(
  [
    '(?:目|标|靶|有|无)的的',
    '了了[解如]|罢了了',
    '面对面对|点对点对|[对应针相绝核反面成校比方]对对|对对[口照方象接策外内应等标手]',
    '[存现正所内实潜旨外]在在|在在[线校编职建场岗地内册位]',
    '[总饱共缓温平随亲调]和和|和和[谐平睦解美]',
    '[即必终行大小]将将|将将[来军近要]',
    '为为[数民人期止政]|[行作成认]为为|参与与|赋予与|与与会|及及[时早]|被被告|把把[关脉]|是是[非否]',
  ].join('|'),
);

/**
 * Words that stand twice in prose, as where a text was edited or pasted.
 */
export const rule: Rule = {
  id: 'TXT.REPEAT',
  title: { zh: '词语、标点重复', en: 'Words or marks that stand twice' },
  severity: 'notice',
  about: 'words',
  why: { zh: '词语重复，说明稿件未再校读。', en: 'A doubled word: nobody read it again.' },
  falseAlarm: { zh: '两个词恰好相接；名单以外的不报。', en: 'Two words that meet by chance.' },
  basis: null,
  check({ report }) {
    const sentences = sentencesWith(report, TWICE).filter(({ line }) => line.where !== 'head' && line.where !== 'tail');
    return decided(
      sentences.flatMap((sentence) => {
        const found = repeated(sentence);
        if (found.length === 0) return [];
        const words = [...new Set(found)].map((one) => `“${one}”`).join('、');
        return [
          {
            message: {
              zh: `词语或标点重复：${words}，请删去多余的。`,
              en: `Doubled words or marks: ${words}. Remove one.`,
            },
            actual: found.join('、'),
            evidence: [{ place: sentence.line.place, text: sentence.text }],
          },
        ];
      }),
    );
  },
  examples: () => [
    { title: 'nothing stands twice', outcome: 'pass' },
    {
      title: 'doubled words',
      text: { overview: ['学习上级会议精神精神，举办培训2次，配备专职的的人员1名。'] },
      outcome: {
        fails: [
          {
            actual: '精神精神、的的',
            evidence: [
              { place: placeOfPart('overview'), text: '学习上级会议精神精神，举办培训2次，配备专职的的人员1名。' },
            ],
          },
        ],
      },
    },
    {
      title: 'doubled marks',
      text: { problems: ['形式单一，、更新不及时。下一步加强培训。'] },
      outcome: { fails: [{}] },
    },
    {
      title: 'doubled on purpose, and ends that meet',
      text: {
        overview: [
          '为了了解群众需求，认认真真答复，方方面面沟通，达到公开目的的同时加强宣传。',
          '一事一审一审一校，逐条逐条核对，面对面对接企业。',
        ],
      },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'a doubled word beside words that meet',
      text: { overview: ['为了了解群众需求，学习会议精神精神，面对面对接企业。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '词语或标点重复：“精神精神”，请删去多余的。',
              en: 'Doubled words or marks: “精神精神”. Remove one.',
            },
          },
        ],
      },
    },
    {
      title: 'the same word doubled twice is told once in the message',
      text: { overview: ['培训培训2次，再培训培训1次，、并检查。'] },
      outcome: {
        fails: [
          {
            actual: '培训培训、培训培训、，、',
            message: {
              zh: '词语或标点重复：“培训培训”、“，、”，请删去多余的。',
              en: 'Doubled words or marks: “培训培训”、“，、”. Remove one.',
            },
          },
        ],
      },
    },
    {
      title: 'a sentence with spaces',
      text: { overview: ['举办 培训培训2次。'] },
      outcome: { fails: [{ actual: '培训培训' }] },
    },
    {
      title: 'what the site prints around the report',
      text: { head: ['首页首页'], tail: ['上一篇上一篇'] },
      outcome: 'pass',
    },
  ],
};

/** As printed, where spaces have not moved what stands in the sentence. */
function repeated({ plain, text }: Sentence): string[] {
  const printed = text.length === plain.length ? text : plain;
  return [...plain.matchAll(TWICE)].flatMap(({ 0: { length }, index }) => {
    const found = plain.slice(index, index + length);
    const around = plain.slice(Math.max(0, index - 3), index + length + 3);
    return DOUBLED_WELL.test(found) || ACROSS.test(around) ? [] : [printed.slice(index, index + length)];
  });
}
