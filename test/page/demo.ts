/** An agency that does not exist with four years of reports, the last of them faulty in every table. */
import { levelOf } from '../../shared/domain/regions.ts';
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

/** A report of which one cell could not be read, and nothing is wrong in the rest. */
export function incompleteReport(): ReportRecord {
  return checked('未读全.pdf', { cells: { 'requests.other.feeUnpaid.otherOrganization': undefined } });
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
    // All sums hold, so that no share is over 100%.
    const requests = {
      'requests.received.naturalPerson': 36 + 3 * i,
      'requests.received.total': 49 + 3 * i,
      'requests.granted.naturalPerson': 8 + 3 * i,
      'requests.granted.total': 14 + 3 * i,
      'requests.total.naturalPerson': 37 + 3 * i,
      'requests.total.total': 50 + 3 * i,
    } as const;
    const disputes = { 'disputes.reconsideration.upheld': 1 + i, 'disputes.reconsideration.total': 4 + i } as const;
    const cells = { ...requests, ...disputes };
    return record(`云溪县自然资源局${year}年报.html`, { report, cells });
  });
  const bodies = ['青禾市财政局', '青禾市柳桥镇人民政府', '示例市示例局', '北岭市教育局', '白石县河湾镇人民政府'];
  const others = bodies.map((name) =>
    checked(`${name}2023.pdf`, { report: { agency: name, level: levelOf(name), signedBy: name } }),
  );
  return [...years, ...others, record('扫描件.pdf', {}, unreadable())];
}

const DEPARTMENTS =
  '教育局 财政局 民政局 司法局 水利局 商务局 审计局 统计局 林业局 信访局 医疗保障局 应急管理局 交通运输局 农业农村局 卫生健康委员会 市场监督管理局 退役军人事务局 住房和城乡建设局 人力资源和社会保障局 发展和改革委员会 城市管理局 生态环境局 文化和旅游局 行政审批局 乡村振兴局 工业和信息化局 科学技术局 体育局 公安局 档案局'.split(
    ' ',
  );
/** Slips of a hand, of which each report has another. */
const SLIPS: Partial<Example>[] = [
  { cells: { 'requests.carriedOut.naturalPerson': 4 } },
  { cells: { 'requests.received.naturalPerson': 64, 'requests.received.total': 71 } },
  { cells: { 'disputes.reconsideration.total': 7 } },
  { text: { overview: ['2023年，本机关共收到政府信息公开申请53件，均按时答复。'] } },
  {},
];

/** The departments and towns of a county, most of which have to correct something. */
export function manyReports(): ReportRecord[] {
  const towns = Array.from('东西南北上下前后新旧', (word) => `云溪县${word}河镇人民政府`);
  return [...DEPARTMENTS.map((name) => `云溪县${name}`), ...towns].map((name, i) => {
    const slip = SLIPS[i % SLIPS.length] as Partial<Example>;
    const level = levelOf(name);
    const report = {
      ...names(2023),
      agency: name,
      level,
      signedBy: name,
      title: `${name}2023年政府信息公开工作年度报告`,
    };
    return checked(`云溪县2023/${name}.docx`, { ...slip, report });
  });
}
