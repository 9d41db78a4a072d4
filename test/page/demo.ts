/** An agency that does not exist with four years of reports, the last of them faulty in every table. */
import type { ReportRecord } from '../../shared/record.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import type { Example } from '../../shared/rules/types.ts';
import { validate } from '../../shared/rules/validate.ts';
import { unreadable } from '../output/results.ts';
import { record } from '../query/records.ts';

const agency = '云溪县自然资源局';
const names = (year: number) => ({
  ...{ agency, signedBy: agency, regionCode: '360403', year, publishedOn: `${year + 1}-01-20` },
  title: `${agency}${year}年政府信息公开工作年度报告`,
});

const FAULTY: Partial<Example> = {
  cells: {
    'requests.carriedOut.naturalPerson': 4,
    'requests.carriedOut.total': 5,
    'requests.denied.stateSecret.enterprise': null,
    'requests.other.feeUnpaid.otherOrganization': undefined,
    'disputes.reconsideration.total': 7,
    'proactive.normativeDocuments.inForce': 3,
  },
  raw: { 'requests.denied.stateSecret.enterprise': '—' },
  text: { overview: ['2023年，本机关共收到政府信息公开申请53件，均按时答复。', '全年制发行政规范性文件8件。'] },
  report: names(2023),
};

/** Checked by the whole catalogue, like an uploaded file. */
function checked(key: string, example: Partial<Example>): ReportRecord {
  const report = exampleReport(example);
  return record(key, example, { report, ...validate(report, { profile: PROFILES.strict }) });
}

export function faultyReport(): ReportRecord {
  return checked('云溪县自然资源局2023年报.docx', FAULTY);
}

/** A report whose file holds none of the three tables. */
export function withoutTables(): ReportRecord {
  const { tables } = exampleReport();
  const missing = Object.fromEntries(
    Object.entries(tables).map(([table, reading]) => [table, { ...reading, state: 'missing' as const }]),
  ) as typeof tables;
  return checked('无表.txt', { report: { cells: new Map(), tables: missing } });
}

/** What stands beside it on the front page and in its charts. */
export function otherReports(): ReportRecord[] {
  const years = [2020, 2021, 2022].map((year, i) => {
    const report = names(year);
    const received = { 'requests.received.total': 31 + 9 * i, 'requests.total.total': 30 + 8 * i } as const;
    const cells = { ...received, 'disputes.reconsideration.total': 2 + i, 'requests.carriedOut.total': i + 1 } as const;
    return record(`云溪县自然资源局${year}年报.html`, { report, cells });
  });
  const bodies = ['青禾市财政局', '青禾市柳桥镇人民政府', '示例市示例局', '北岭市教育局', '白石县河湾镇人民政府'];
  const others = bodies.map((name) => checked(`${name}2023.pdf`, { report: { agency: name, signedBy: name } }));
  return [...years, ...others, record('扫描件.pdf', {}, unreadable())];
}
