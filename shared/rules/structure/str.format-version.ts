import { requestRow } from '../../domain/addresses.ts';
import type { Report } from '../../report/types.ts';
import { exampleTables, HEADERS, placeOfPart } from '../example-data.ts';
import { hasSingleOtherRow } from '../requests/rows.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable, pass, undecided } from '../verdict.ts';

/** The form of 〔2021〕30号 was first used for the reports for this year. */
const FIRST_YEAR = 2021;
const UNKNOWN_YEAR = {
  zh: '没有读到年度，无法判断应使用哪一版报表。',
  en: 'The year was not read, so it is not known which tables apply.',
};
/** Headers that only the trial form of 2019 has. */
const OLD_HEADER = /新制作|新公开|对外公开总数量|上一年项目|增\/?减|采购/;

export const rule: Rule = {
  id: 'STR.FORMAT-VERSION',
  title: { zh: '报表版式过期', en: 'Tables of an outdated form' },
  severity: 'error',
  about: 'cells',
  why: {
    zh: '2021年度起使用2021年版报表，旧表缺少必报的项目。',
    en: 'From the reports for 2021 on the new tables are binding; the old ones lack cells.',
  },
  falseAlarm: { zh: '补发以前年度的报告。', en: 'A late report for an earlier year.' },
  basis: {
    zh: '国办公开办函〔2021〕30号（自2021年度报告起使用），取代〔2019〕60号试行格式',
    en: '国办公开办函〔2021〕30号, for the reports for 2021 and later, in place of the trial form 〔2019〕60号',
  },
  check({ report }) {
    const { year, tables, format } = report;
    if (tables.proactive.state !== 'read' && tables.requests.state !== 'read') return notApplicable();
    const old = oldSigns(report);
    if (year === null) return old.zh.length > 0 ? undecided(UNKNOWN_YEAR) : pass();
    if (year >= FIRST_YEAR && old.zh.length > 0) {
      return decided([
        {
          message: {
            zh: `${year}年度报告应使用2021年版报表，仍有2019年试行版的内容：${old.zh.join('、')}。`,
            en: `A report for ${year} uses the tables of 2021, but this one has parts of the trial form of 2019: ${old.en.join(', ')}.`,
          },
          hint: {
            zh: '请改用国办公开办函〔2021〕30号所附的表格重新填报。',
            en: 'Fill in the tables of 国办公开办函〔2021〕30号 instead.',
          },
          expected: '2021-30',
          actual: '2019-60',
          evidence: tables.proactive.headers
            .filter(({ plain }) => OLD_HEADER.test(plain))
            .map(({ text, place }) => ({ text, place })),
        },
      ]);
    }
    if (year < FIRST_YEAR && format === '2021-30') {
      return decided([
        {
          code: 'EARLY',
          severity: 'notice',
          message: {
            zh: `${year}年度报告用了2021年版的报表，当时使用的是2019年试行版。`,
            en: `The report for ${year} has the tables of 2021; the trial form of 2019 was in use.`,
          },
          expected: '2019-60',
          actual: '2021-30',
        },
      ]);
    }
    return pass();
  },
  examples: () => [
    { title: 'the form of 2021 for 2023', outcome: 'pass' },
    {
      title: 'the form of 2019 for 2023',
      report: { format: '2019-60' },
      outcome: {
        fails: [
          {
            expected: '2021-30',
            actual: '2019-60',
            evidence: HEADERS['2019-60'].proactive
              .filter((text) => OLD_HEADER.test(text))
              .map((text) => ({ text, place: placeOfPart('proactive', 50) })),
          },
        ],
      },
    },
    {
      title: 'the form of 2019 for 2021, the first year of the new one',
      report: { format: '2019-60', year: 2021 },
      outcome: { fails: [{ actual: '2019-60' }] },
    },
    { title: 'the form of 2019 for 2020', report: { format: '2019-60', year: 2020 }, outcome: 'pass' },
    {
      title: '（六）其他处理 as one row under a new header',
      cells: Object.fromEntries(
        [...requestRow('other.notCorrected'), ...requestRow('other.feeUnpaid')].map((address) => [address, undefined]),
      ),
      outcome: {
        fails: [
          {
            message: {
              zh: '2023年度报告应使用2021年版报表，仍有2019年试行版的内容：“（六）其他处理”只有一行。',
              en: 'A report for 2023 uses the tables of 2021, but this one has parts of the trial form of 2019: (6) in a single row.',
            },
          },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: 'the form of 2021 for 2020',
      report: { year: 2020 },
      outcome: { fails: [{ code: 'EARLY', severity: 'notice' }] },
    },
    {
      title: 'a report for 2020 that prints （六） as three rows: unsettled, look at the rows',
      report: { format: '2019-60', year: 2020 },
      cells: Object.fromEntries(
        [...requestRow('other.notCorrected'), ...requestRow('other.feeUnpaid')].map((address) => [address, 0]),
      ),
      outcome: 'pass',
    },
    { title: 'the form of 2019, year unknown', report: { format: '2019-60', year: null }, outcome: 'undecided' },
    { title: 'the form of 2021, year unknown', report: { year: null }, outcome: 'pass' },
    { title: 'the form of 2021 for 2021', report: { year: 2021 }, outcome: 'pass' },
    {
      title: '（六）其他处理 as one row, year unknown',
      report: { year: null },
      cells: Object.fromEntries(
        [...requestRow('other.notCorrected'), ...requestRow('other.feeUnpaid')].map((address) => [address, undefined]),
      ),
      outcome: 'undecided',
    },
    {
      title: 'the form of 2019, table 3 not read: the header of table 2 tells',
      report: { format: '2019-60', tables: exampleTables('2019-60', { requests: { state: 'missing' } }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '2023年度报告应使用2021年版报表，仍有2019年试行版的内容：表二的栏目“本年新制作数量”、“本年新公开数量”、“对外公开总数量”、“上一年项目数量”、“本年增/减”、“采购项目数量”、“采购总金额”。',
              en: 'A report for 2023 uses the tables of 2021, but this one has parts of the trial form of 2019: columns “本年新制作数量”、“本年新公开数量”、“对外公开总数量”、“上一年项目数量”、“本年增/减”、“采购项目数量”、“采购总金额” of table 2.',
            },
          },
        ],
      },
    },
    {
      title: 'table 2 not read',
      report: { tables: exampleTables('2021-30', { proactive: { state: 'missing' } }) },
      outcome: 'pass',
    },
    {
      title: 'table 3 not read',
      report: { tables: exampleTables('2021-30', { requests: { state: 'missing' } }) },
      outcome: 'pass',
    },
    {
      title: 'neither read',
      report: {
        tables: exampleTables('2021-30', { proactive: { state: 'missing' }, requests: { state: 'missing' } }),
      },
      outcome: 'notApplicable',
    },
  ],
};

function oldSigns(report: Report): { zh: string[]; en: string[] } {
  const table2 = report.format === '2019-60';
  const table3 = report.tables.requests.state === 'read' && hasSingleOtherRow(report);
  const names = report.tables.proactive.headers.map(({ plain }) => plain).filter((plain) => OLD_HEADER.test(plain));
  const headers = [...new Set(names)].map((name) => `“${name}”`).join('、');
  return {
    zh: [...(table2 ? [`表二的栏目${headers}`] : []), ...(table3 ? ['“（六）其他处理”只有一行'] : [])],
    en: [...(table2 ? [`columns ${headers} of table 2`] : []), ...(table3 ? ['(6) in a single row'] : [])],
  };
}
