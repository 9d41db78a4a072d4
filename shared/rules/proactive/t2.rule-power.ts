import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { RULEMAKING_POWER } from '../basis.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, pass, undecided, whyUndecided } from '../verdict.ts';

/** In the form of 2019 an agency may have published 规章 of others; only those it made are its own. */
const CELLS: Record<Report['format'], readonly CellAddress[]> = {
  '2021-30': ['proactive.regulations.issued', 'proactive.regulations.repealed', 'proactive.regulations.inForce'],
  '2019-60': ['proactive.regulations.created'],
};

export const rule: Rule = {
  id: 'T2.RULE-POWER',
  title: { zh: '无规章制定权却填规章', en: 'Regulations of a body that may not make any' },
  severity: 'error',
  about: 'cells',
  why: {
    zh: '只有国务院部门、省级政府和设区的市、自治州政府有权制定规章，其他机关填报多为填错行。',
    en: 'Only ministries, provinces and cities with districts make regulations; others took the wrong row.',
  },
  falseAlarm: {
    zh: '机关级别判断有误（如新设区的市）；2019年版可能填的是公开他人制定的规章。',
    en: 'The level of the agency was told wrongly; in the form of 2019 regulations of others may be meant.',
  },
  basis: RULEMAKING_POWER,
  check({ report }) {
    const power = mayMakeRegulations(report);
    if (power === 'yes') return pass();
    const cells = CELLS[report.format];
    const filled = cells.filter((cell) => Number(numberAt(report, cell)) > 0);
    if (filled.length > 0) {
      return power === 'no'
        ? decided([toFault(report, filled)])
        : undecided({
            zh: '无法确定该机关是否有规章制定权，规章数未核对。',
            en: 'Whether the agency may make regulations is not known; their number was not checked.',
          });
    }
    const gap = power === 'no' && cells.some((cell) => typeof numberAt(report, cell) !== 'number');
    return gap ? undecided(whyUndecided(report, cells)) : pass();
  },
  examples: () => [
    { title: 'a department without 规章', outcome: 'pass' },
    {
      title: 'a department with 规章',
      cells: { 'proactive.regulations.issued': 2, 'proactive.regulations.inForce': 3 },
      outcome: {
        fails: [
          { cells: ['proactive.regulations.issued', 'proactive.regulations.inForce'], expected: 0, actual: '2、3' },
        ],
      },
    },
    {
      title: 'a county that writes 2',
      report: { level: 'government', agency: '云溪县人民政府' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: { fails: [{ actual: '2' }] },
    },
    {
      title: 'a district, by its area',
      report: { level: 'government', agency: '青禾区人民政府', regionCode: '999902' },
      cells: { 'proactive.regulations.repealed': 1 },
      outcome: { fails: [{ actual: '1' }] },
    },
    {
      title: 'a 设区的市 with its own',
      report: { level: 'government', agency: '青禾市人民政府', regionCode: '999900' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'a town',
      report: { level: 'town', agency: '云溪县示例镇人民政府' },
      cells: { 'proactive.regulations.inForce': 1 },
      outcome: { fails: [{ actual: '1' }] },
    },
    {
      title: 'a ministry',
      report: { level: 'ministry', agency: '示例部' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'pass',
    },
    {
      title: 'a city directly under its province (省直管县级市)',
      report: { level: 'government', agency: '样例市人民政府', regionCode: '999001' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'undecided',
    },
    {
      title: 'a city whose area is not known: 设区的市 or 县级市',
      report: { level: 'government', agency: '青禾市人民政府' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'undecided',
    },
    {
      title: 'an office that may report for its government',
      report: { agency: '青禾市人民政府办公室' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'undecided',
    },
    {
      title: 'a central body taken for a department',
      report: { agency: '国家示例局' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'undecided',
    },
    {
      title: 'a body of unknown level',
      report: { level: 'other' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: 'undecided',
    },
    { title: 'a blank', cells: { 'proactive.regulations.issued': null }, outcome: 'undecided' },
    {
      title: 'in 2019 a department may have published 规章 of others',
      report: { format: '2019-60' },
      cells: { 'proactive.regulations.disclosed': 2 },
      outcome: 'pass',
    },
    {
      title: 'in 2019 it may not have made any',
      report: { format: '2019-60' },
      cells: { 'proactive.regulations.created': 2 },
      outcome: { fails: [{ actual: '2' }] },
    },
    {
      title: 'a blank of a body that may or may not make any',
      report: { level: 'other' },
      cells: { 'proactive.regulations.issued': null },
      outcome: 'pass',
    },
    {
      title: 'a town whose name was not read',
      report: { level: 'town', agency: null },
      cells: { 'proactive.regulations.issued': 1 },
      outcome: { fails: [{ actual: '1' }] },
    },
  ],
};

const OFFICE_OF_GOVERNMENT = /(?:政府|管委会|管理委员会)(?:综合)?办公[厅室]$/;
const CENTRAL = /^(?:国家|中国|中华人民共和国|国务院)/;
const COUNTY_BY_NAME = /[县旗](?:人民政府|政府)?$/;
/** GB/T 2260: `…00` is a province, a 设区的市 or a 自治州; `..90..` a city or county directly under its province. */
const DIRECTLY_UNDER_PROVINCE = /^..90/;

function mayMakeRegulations({ level, agency, regionCode }: Report): 'yes' | 'no' | 'unknown' {
  const name = agency ?? '';
  switch (level) {
    case 'ministry':
      return 'yes';
    case 'town':
      return 'no';
    case 'department':
      return OFFICE_OF_GOVERNMENT.test(name) || CENTRAL.test(name) ? 'unknown' : 'no';
    case 'government':
      if (regionCode === null) return COUNTY_BY_NAME.test(name) ? 'no' : 'unknown';
      if (regionCode.endsWith('00')) return 'yes';
      return DIRECTLY_UNDER_PROVINCE.test(regionCode) ? 'unknown' : 'no';
    case 'other':
      return 'unknown';
  }
}

function toFault(report: Report, cells: CellAddress[]): Fault {
  const values = cells.map((cell) => numberAt(report, cell));
  const spell = (language: 'zh' | 'en') =>
    cells.map((cell, index) => `${cellLabel(cell)[language]} ${values[index]}`).join(language === 'zh' ? '、' : ', ');
  return {
    message: {
      zh: `${report.agency ?? '本机关'}没有规章制定权，规章行应为0，却填了：${spell('zh')}。`,
      en: `${report.agency ?? 'This body'} may not make regulations, yet prints: ${spell('en')}.`,
    },
    hint: {
      zh: '规章只能由国务院部门、省级政府和设区的市、自治州政府制定；可能把行政规范性文件填到了规章行。',
      en: 'Only ministries, provinces and cities with districts make 规章; normative documents may stand in the wrong row.',
    },
    cells,
    expected: 0,
    actual: values.join('、'),
  };
}
