import { groupsOf } from '../groups.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, undecided } from '../verdict.ts';

/** Codes of agencies that stand before the index numbers of their own documents only. */
const FOREIGN_CODES: readonly { code: string; body: string; owner: RegExp }[] = [
  { code: '000014349', body: '国务院', owner: /^国务院/ },
];
const INDEX = /(?:索\s*引\s*号|信息索取号|索取号)\s*:?\s*(?<code>[0-9A-Z]{9,10})\s*[/／-]/;

export const rule: Rule = {
  id: 'META.INDEX',
  title: { zh: '索引号机构代码不属于本机关', en: 'The index number bears the code of another body' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '索引号里的机构代码不是本机关的，多为系统默认值。',
    en: "The index number carries another agency's code.",
  },
  falseAlarm: { zh: '由上级网站统一编号。', en: "A superior's site gives the numbers." },
  basis: null,
  check({ report }) {
    if (report.agency === null)
      return undecided({
        zh: '没有读到机关名称，无法核对索引号。',
        en: 'The agency was not read, so its index number cannot be checked.',
      });
    const { agency } = report;
    return decided(
      report.prose.flatMap(({ plain, text, place }): Fault[] => {
        const { code } = groupsOf(INDEX, plain);
        const foreign = FOREIGN_CODES.find((one) => one.code === code && !one.owner.test(agency));
        if (!foreign) return [];
        return [
          {
            message: {
              zh: `索引号中的机构代码${foreign.code}属于${foreign.body}，不是本机关的，可能是发布系统的默认值。`,
              en: `The code ${foreign.code} in the index number is that of ${foreign.body}; the publishing system may have set it.`,
            },
            hint: {
              zh: '请在发布系统中改为本机关的代码，或删去索引号。',
              en: 'Set the code of this agency in the publishing system, or leave the index number out.',
            },
            actual: foreign.code,
            evidence: [{ place, text }],
          },
        ];
      }),
    );
  },
  examples: () => [
    { title: 'its own code', outcome: 'pass' },
    {
      title: 'the code of the State Council',
      text: { head: ['信息类别：政府年报 信息索取号：000014349/2024-00712'] },
      outcome: { fails: [{ actual: '000014349' }] },
    },
    {
      title: 'the State Council itself',
      report: { agency: '国务院办公厅', level: 'ministry' },
      text: { head: ['索引号：000014349/2024-00712'] },
      outcome: 'pass',
    },
    { title: 'no name to compare with', report: { agency: null }, outcome: 'undecided' },
  ],
};
