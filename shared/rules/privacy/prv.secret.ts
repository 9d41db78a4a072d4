import { sentencesWith } from '../../claims/sentences.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Said of something that happened. */
const SECRET =
  /涉密(?:信息|内容|文件)[^,。;]{0,6}(?:未脱敏|未脱密|上网|外泄|泄露|公开)|泄密(?:事件|问题|情况|事故|隐患)|(?:秘密|机密|绝密)级(?:文件|信息|资料)/;
/** 无泄密事件, 未发生泄密, 防止涉密信息外泄. */
const DENIED =
  /无|没有|未(?:发生|出现|发现|产生)|不(?:发生|出现|得|含)|零|防止|杜绝|严禁|避免|防范|确保|禁止|严防|排查|如|若|一旦|是否/;

export const rule: Rule = {
  id: 'PRV.SECRET',
  title: { zh: '涉密表述需人工复核', en: 'Secrets mentioned: a person has to look' },
  severity: 'warning',
  about: 'words',
  why: { zh: '涉密表述公布前须经审查。', en: "Words about secrets need a person's look." },
  falseAlarm: { zh: '只是说明保密审查制度。', en: 'It tells of rules only.' },
  basis: null,
  check({ report }) {
    return decided(
      sentencesWith(report, SECRET).flatMap(({ plain, text, line: { place } }) =>
        plain.split(/[,。;]/).flatMap((clause): Fault[] => {
          const found = SECRET.exec(clause);
          if (!found || DENIED.test(clause.replace(found[0], ''))) return [];
          return [
            {
              message: {
                zh: `出现涉密表述“${found[0]}”，请人工复核是否宜公开。`,
                en: `「${found[0]}」: a person has to see whether this may be published.`,
              },
              actual: found[0],
              evidence: [{ place, text }],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    { title: 'no secrets are mentioned', outcome: 'pass' },
    {
      title: 'secret information published as it was',
      text: { problems: ['有的是敏感字表述不规范，甚至有涉密信息未脱敏处理。'] },
      outcome: { fails: [{ actual: '涉密信息未脱敏' }] },
    },
    {
      title: 'nothing leaked',
      text: {
        overview: ['全年无泄密事件发生。', '确保责任明确，无泄密事件出现。', '未发生泄密事件。', '泄密事件零发生。'],
      },
      outcome: 'pass',
    },
    { title: 'a leak', text: { overview: ['本年度发生泄密事件1起。'] }, outcome: { fails: [{ actual: '泄密事件' }] } },
    {
      title: 'words of denial inside the finding itself deny nothing',
      text: { problems: ['将涉密文件若干件上网。'] },
      outcome: { fails: [{ actual: '涉密文件若干件上网' }] },
    },
  ],
  cases: () => [{ title: 'against leaks', text: { overview: ['加强审查，防止涉密信息上网公开。'] }, outcome: 'pass' }],
};
