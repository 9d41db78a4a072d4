import type { Text } from '../../domain/labels.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleTables } from '../example-data.ts';
import { groupsOf } from '../groups.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable, undecided } from '../verdict.ts';
import { citingSentences, quote } from './citations.ts';

const FIRST_YEAR = 2021;
const OLD_FORM = /公开办函[〔[(]?2019[〕\])]?60号/;
const NEW_FORM = /公开办函[〔[(]?2021[〕\])]?30号/;
const OLD_REGULATIONS = /国务院令\(?第?492号|492号令/;
const NEW_REGULATIONS = /711号/;
/** The yearly notice on how to write and publish the reports. */
const NOTICE =
  /(?:编制|公布|发布|做好|报送|编写|编报)[^《》。]{0,12}?(?<year>\d{4})年度?[^《》。]{0,6}(?:政府信息公开|政务公开)[^《》。]{0,10}(?:年度报告|年报)[^。]{0,16}通知/;
const OUTDATED: Text = {
  zh: '引用的国办公开办函〔2019〕60号是试行格式，2021年度起应引用国办公开办函〔2021〕30号。',
  en: '〔2019〕60号 was the trial form; from the report for 2021 on it is 〔2021〕30号.',
};
const CONTRADICTED: Text = {
  zh: '引用的国办公开办函〔2019〕60号是试行格式，而本报告的表格已是〔2021〕30号的新格式，引用与表格不符；2021年度起应引用国办公开办函〔2021〕30号。',
  en: '〔2019〕60号 was the trial form, but the tables follow 〔2021〕30号 already: citation and tables contradict each other.',
};

export const rule: Rule = {
  id: 'META.CITE-OLD',
  title: { zh: '引用失效格式文号', en: 'Cites a document that is no longer in force' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '引用已失效的格式文件，说明稿件未按现行要求编写。',
    en: 'A document no longer in force shows an old text.',
  },
  falseAlarm: { zh: '补发以前年度的报告，或介绍历史沿革。', en: 'A report for an earlier year, or history.' },
  basis: FORM_2021,
  check({ report }) {
    if (report.year === null)
      return undecided({
        zh: '没有读到报告年度，无法判断所引文件是否仍适用。',
        en: 'The year was not read, so it is not known whether the documents cited still apply.',
      });
    if (report.year < FIRST_YEAR) return notApplicable();
    const cites = (words: RegExp) => citingSentences(report, words)[0];
    const faults: Fault[] = [];
    const oldForm = cites(OLD_FORM);
    if (oldForm && !cites(NEW_FORM)) {
      const contradicts = report.format === '2021-30' && report.tables.proactive.state === 'read';
      faults.push({
        code: 'FORM',
        message: contradicts ? CONTRADICTED : OUTDATED,
        expected: '国办公开办函〔2021〕30号',
        actual: '国办公开办函〔2019〕60号',
        evidence: [quote(oldForm)],
      });
    }
    const notice = cites(NOTICE);
    const noticeYear = Number(notice && groupsOf(NOTICE, notice.plain).year);
    if (notice && noticeYear < report.year) {
      faults.push({
        code: 'NOTICE',
        message: {
          zh: `编制依据是关于${noticeYear}年度报告的通知，本报告是${report.year}年度的，可能照抄了以前的依据，请核对。`,
          en: `It cites the notice on the reports for ${noticeYear}, but this one is for ${report.year}: check the citation.`,
        },
        expected: report.year,
        actual: noticeYear,
        evidence: [quote(notice)],
      });
    }
    const oldRegulations = cites(OLD_REGULATIONS);
    if (oldRegulations && !NEW_REGULATIONS.test(oldRegulations.plain)) {
      faults.push({
        code: 'REGULATIONS',
        message: {
          zh: '引用的国务院令第492号已被修订，现行《条例》为国务院令第711号。',
          en: 'Order 492 was revised; the Regulations in force are order 711.',
        },
        expected: '国务院令第711号',
        actual: '国务院令第492号',
        evidence: [quote(oldRegulations)],
      });
    }
    return decided(faults);
  },
  examples: () => [
    { title: 'cites the documents in force', outcome: 'pass' },
    {
      title: 'cites the trial form while its tables follow the new one',
      text: { preamble: ['依据《年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求编制。'] },
      outcome: {
        fails: [
          {
            code: 'FORM',
            expected: '国办公开办函〔2021〕30号',
            actual: '国办公开办函〔2019〕60号',
            message: CONTRADICTED,
          },
        ],
      },
    },
    {
      title: 'cites the trial form, in the report for 2021, over tables that were not read',
      report: { year: 2021, tables: exampleTables('2021-30', { proactive: { state: 'missing' } }) },
      text: { preamble: ['依据国办公开办函〔2019〕60号编制。'] },
      outcome: { fails: [{ code: 'FORM', message: OUTDATED }] },
    },
    {
      title: 'cites the trial form, whose tables it has',
      report: { format: '2019-60' },
      text: { preamble: ['依据国办公开办函〔2019〕60号编制。'] },
      outcome: { fails: [{ code: 'FORM', message: OUTDATED }] },
    },
    {
      title: 'cites both forms',
      text: { preamble: ['依据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号编制。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'the report for 2020 rightly cites the trial form',
      report: { year: 2020, format: '2019-60' },
      text: { preamble: ['依据国办公开办函〔2019〕60号编制。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'cites the Regulations by their old number',
      text: { preamble: ['依据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。'] },
      outcome: { fails: [{ code: 'REGULATIONS', actual: '国务院令第492号' }] },
    },
    {
      title: 'tells of the revision',
      text: { preamble: ['依据《条例》（国务院令第492号公布，国务院令第711号修订）编制。'] },
      outcome: 'pass',
    },
    {
      title: 'cites the notice of another year',
      text: { preamble: ['根据《关于编制公布2021年政府信息公开工作年度报告有关事项的通知》要求编制。'] },
      outcome: { fails: [{ code: 'NOTICE', expected: 2023, actual: 2021 }] },
    },
    {
      title: 'cites the notice of its own year',
      text: { preamble: ['根据《关于做好2023年政府信息公开工作年度报告编制发布工作的通知》要求编制。'] },
      outcome: 'pass',
    },
    { title: 'no year', report: { year: null }, outcome: 'undecided' },
  ],
};
