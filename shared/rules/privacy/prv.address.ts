import { sentencesWith } from '../../claims/sentences.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Village and group, and the house number after them. */
const GROUP = /[村屯][\p{Script=Han}\d]{1,5}[组队社]/u;
const HOUSE = new RegExp(String.raw`\p{Script=Han}${GROUP.source}\p{Script=Han}{0,4}\d{1,5}号`, 'u');
const PERSON = /村民|居民|户主|户籍|家住|住址|家庭|申请人|当事人|姓名|[某×*]|先生|女士|同志/;
/** Addresses of offices stand in the line that says how to get in touch. */
const OFFICE = /邮编|邮政编码|电话|办公|村委会|居委会|服务中心|党群|政府|联系地址|通信地址|通讯地址/;

export const rule: Rule = {
  id: 'PRV.ADDRESS',
  title: { zh: '家庭住址到门牌', en: 'Home address with house number' },
  severity: 'warning',
  about: 'words',
  why: { zh: '公布到门牌的家庭住址侵害个人信息。', en: 'A home address is personal data.' },
  falseAlarm: { zh: '办公地址。', en: 'Addresses of offices.' },
  basis: null,
  check({ report }) {
    return decided(
      sentencesWith(report, GROUP).flatMap(({ plain, text, line: { place } }) =>
        plain.split(/[。;]/).flatMap((sentence): Fault[] => {
          if (!PERSON.test(sentence) || OFFICE.test(sentence) || !HOUSE.test(sentence)) return [];
          return [
            {
              message: {
                zh: '正文出现个人住址（到门牌号），公开前应作隐去处理。',
                en: 'A home address with its house number is published.',
              },
              evidence: [{ place, text }],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    { title: 'the address of the office', outcome: 'pass' },
    {
      title: 'the address of a person',
      text: { overview: ['向石桥村3组18号村民张某发放补贴。'] },
      outcome: { fails: [{}] },
    },
    {
      title: 'the address of an office in a village',
      text: { preamble: ['请与办公室联系（地址：石桥村3组18号，邮编：000000，电话：0000-1234567）。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'an official at the office in a village',
      text: { preamble: ['请联系李女士（办公地址：石桥村3组18号）。'] },
      outcome: 'pass',
    },
    { title: 'a village without a person', text: { overview: ['石桥村3组18号桥梁完成维修。'] }, outcome: 'pass' },
    {
      title: 'a person of a village, no house',
      text: { overview: ['向石桥村3组村民张某发放补贴。'] },
      outcome: 'pass',
    },
  ],
};
