import type { CellAddress } from '../../domain/addresses.ts';
import type { Report } from '../../report/types.ts';
import type { Rule } from '../types.ts';
import { addCells, decided, notApplicable, pass, undecided, whyUndecided } from '../verdict.ts';

const LICENSING = 'proactive.licensing.decisions';
const PENALTIES = 'proactive.penalties.decisions';
const ENFORCEMENT: readonly CellAddress[] = [LICENSING, PENALTIES, 'proactive.coercion.decisions'];
const OFFICE = /(?:党政|政府|管理委员会|管委会)(?:综合)?办公[厅室]$/;
/** An office that speaks for its government: 代管委会办理, 全区, 我县. */
const SPEAKS_FOR_GOVERNMENT =
  /代(?:管委会|区|县|市)?(?:政府|办理)|全[省市州县区旗镇乡街]|我[省市州县区旗镇乡]|本[省市州县区旗镇乡]/;
/** A government's report about its office alone. */
const ONLY_OFFICE = /本级机关|(?:仅|只)(?:含|包括|统计|反映)|办公[厅室](?:收到|受理|负责编制)|不含(?:各|所属)?部门/;

export const rule: Rule = {
  id: 'T2.SUBJECT',
  title: { zh: '非执法主体填报行政许可、行政处罚', en: 'Licensing or penalties of an office that has no such power' },
  severity: 'notice',
  about: 'cells',
  why: {
    zh: '政府办公室等一般没有许可、处罚权，填报多为代政府汇总。',
    en: "Offices of a government seldom license or punish; such numbers are mostly the government's.",
  },
  falseAlarm: { zh: '确有授权或委托。', en: 'The office has such a power indeed.' },
  basis: null,
  check({ report }) {
    if (OFFICE.test(report.agency ?? '')) {
      if (says(report, SPEAKS_FOR_GOVERNMENT)) return notApplicable();
      const decisions = addCells(report, ENFORCEMENT);
      if (decisions === null) return undecided(whyUndecided(report, ENFORCEMENT));
      if (decisions === 0) return pass();
      return decided([
        {
          message: {
            zh: `${report.agency}一般不是执法主体，行政许可、处罚、强制却共填了${decisions}件，请核对。`,
            en: `${report.agency} is an office without such powers, yet ${decisions} licences, penalties or measures are counted.`,
          },
          hint: {
            zh: '如为代政府填报，请在报告中说明；否则请核对是否填了其他部门的数。',
            en: 'If the office reports for its government, say so; otherwise check whose numbers these are.',
          },
          cells: [...ENFORCEMENT],
          expected: 0,
          actual: decisions,
        },
      ]);
    }
    if (report.level !== 'government') return notApplicable();
    const decisions = addCells(report, [LICENSING, PENALTIES]);
    if (decisions === null) return undecided(whyUndecided(report, [LICENSING, PENALTIES]));
    if (decisions > 0 || says(report, ONLY_OFFICE)) return pass();
    return decided([
      {
        code: 'AGG',
        severity: 'warning',
        message: {
          zh: '政府报告的行政许可、行政处罚都是0，请核对是否汇总了各部门的数据。',
          en: 'The report of a government counts neither licences nor penalties: check that its departments are summed up.',
        },
        cells: [LICENSING, PENALTIES],
        actual: 0,
      },
    ]);
  },
  examples: () => [
    { title: 'a department has such powers', outcome: 'notApplicable' },
    {
      title: 'an office with licences and penalties',
      report: { agency: '青禾市人民政府办公室' },
      outcome: { fails: [{ expected: 0, actual: 1613, cells: [...ENFORCEMENT] }] },
    },
    {
      title: 'an office without',
      report: { agency: '青禾市人民政府办公室' },
      cells: { [LICENSING]: 0, [PENALTIES]: 0, 'proactive.coercion.decisions': 0 },
      outcome: 'pass',
    },
    {
      title: 'a government with neither licences nor penalties',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [LICENSING]: 0, [PENALTIES]: 0 },
      outcome: { fails: [{ code: 'AGG', severity: 'warning', cells: [LICENSING, PENALTIES], actual: 0 }] },
    },
    {
      title: 'words in the frame of the page do not speak for the office',
      report: { agency: '青禾市人民政府办公室' },
      text: { head: ['全市政务公开'], tail: ['我市政府网站'] },
      outcome: { fails: [{ actual: 1613 }] },
    },
  ],
  cases: () => [
    {
      title: 'an office that reports for its government',
      report: { agency: '青禾经济开发区管理委员会办公室' },
      text: { overview: ['收到依申请公开6件（其中：代管委会办理6件、管委会办公室办理0件）。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'an office with a blank',
      report: { agency: '青禾市人民政府办公室' },
      cells: { [LICENSING]: null },
      outcome: 'undecided',
    },
    { title: 'a government with both', report: { level: 'government', agency: '云溪县人民政府' }, outcome: 'pass' },
    {
      title: 'a government with penalties alone',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [LICENSING]: 0 },
      outcome: 'pass',
    },
    {
      title: 'a government whose report covers its office only',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [LICENSING]: 0, [PENALTIES]: 0 },
      text: { preamble: ['本报告仅含县人民政府本级机关的数据，不含各部门。'] },
      outcome: 'pass',
    },
    {
      title: 'a government with a blank',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [PENALTIES]: null },
      outcome: 'undecided',
    },
    {
      title: 'a government with one penalty',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [LICENSING]: 0, [PENALTIES]: 1 },
      outcome: 'pass',
    },
    {
      title: 'a government with a blank beside penalties',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { [LICENSING]: null },
      outcome: 'undecided',
    },
  ],
};

function says(report: Report, pattern: RegExp): boolean {
  return report.prose.some(({ plain, where }) => where !== 'head' && where !== 'tail' && pattern.test(plain));
}
