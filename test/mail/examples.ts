/** Reports of agencies that do not exist, with faults, as the mails get them. */

import type { CellAddress } from '../../shared/domain/addresses.ts';
import { RESULT_ROWS, requestRow } from '../../shared/domain/addresses.ts';
import type { Status } from '../../shared/domain/status.ts';
import { type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';
import type { Report } from '../../shared/report/types.ts';
import type { Finding } from '../../shared/result.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';

let counter = 0;

/** A finding with everything empty that the case does not name. */
export function finding(values: Partial<Finding> & Pick<Finding, 'rule' | 'message'>): Finding {
  return {
    code: null,
    severity: 'error',
    hint: null,
    basis: null,
    cells: [],
    expected: null,
    actual: null,
    source: [],
    fingerprint: `${values.rule}-${counter++}`,
    ...values,
  };
}

const same = (text: string): Finding['message'] => ({ zh: text, en: `${text} (en)` });

export const BALANCE = finding({
  rule: 'T3.BALANCE',
  fingerprint: 'balance',
  message: {
    zh: '自然人一列：新收加结转是 49，办理结果总计加结转下年度是 50，差 1。',
    en: 'Natural persons: received and carried in are 49, done and carried out are 50.',
  },
  hint: { zh: '结转下年度继续办理可能多填了 1。', en: 'Carried out may be too high by 1.' },
  basis: { zh: '国办公开办函〔2021〕30号 表三注', en: '国办公开办函〔2021〕30号, note to table 3' },
  cells: (['received', 'carriedIn', 'total', 'carriedOut'] as const).map(
    (row) => `requests.${row}.naturalPerson` as const,
  ),
  expected: 49,
  actual: 50,
  source: [{ line: 120, text: '一、本年新收政府信息公开申请数量·自然人：46', place: { line: 120 } }],
});

export const RESULT_SUM = finding({
  rule: 'T3.RESULT-SUM',
  fingerprint: 'result-sum',
  message: {
    zh: '总计一列：各项办理结果相加是 61，（七）总计填的是 60。',
    en: 'Total: the results add up to 61, the total says 60.',
  },
  hint: { zh: '“（一）予以公开”一行的总计可能多填了 1。', en: 'The total of the row “granted” may be too high by 1.' },
  cells: [...RESULT_ROWS, 'total' as const].map((row) => `requests.${row}.total` as const),
  source: [{ line: 140, text: '（七）总计：47 | 6', place: { line: 140 } }],
});

export const ROW_TOTAL = finding({
  rule: 'T3.ROW-TOTAL',
  fingerprint: 'row-total',
  message: {
    zh: '“（一）予以公开”一行：各类申请人相加是 24，总计填的是 25。',
    en: 'Granted: the row adds up to 24, its total says 25.',
  },
  cells: requestRow('granted'),
});

export const DISPUTE_SUM = finding({
  rule: 'T4.SUM',
  fingerprint: 'dispute-sum',
  message: {
    zh: '行政复议：四项相加是 6，总计填的是 0。',
    en: 'Reconsideration: the four add up to 6, the total says 0.',
  },
  cells: (['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const).map(
    (column) => `disputes.reconsideration.${column}` as const,
  ),
});

export const SENTENCE = '2023年，本机关共收到政府信息公开申请 61 件，均在规定时限内答复。';
export const CLAIM = finding({
  rule: 'NAR.REQ',
  fingerprint: 'claim',
  message: {
    zh: '正文说收到申请 61 件，表三新收是 59 件。',
    en: 'The text says 61 requests were received, table 3 says 59.',
  },
  cells: ['requests.received.total'],
  source: [
    { line: 31, text: SENTENCE, place: { line: 31 } },
    { line: 120, text: '一、本年新收政府信息公开申请数量·总计：59', place: { line: 120 } },
  ],
});

export const BLANK = finding({
  rule: 'TBL.BLANK',
  severity: 'warning',
  fingerprint: 'blank',
  message: { zh: '“规章”一行没有填数。', en: 'The row of regulations is blank.' },
  cells: ['proactive.regulations.issued', 'proactive.regulations.repealed', 'proactive.regulations.inForce'],
});

export const UNREADABLE = finding({
  rule: 'FILE.PICTURES',
  fingerprint: 'FILE.PICTURES',
  message: { zh: '这份 PDF 里只有图片，没有文字。', en: 'This PDF holds pictures and no text.' },
  hint: { zh: '请上传 Word 原件。', en: 'Please upload the Word file.' },
});

/** Numbers of the example report that make the findings above true. */
const FAULTY_CELLS: Partial<Record<CellAddress, number | null>> = {
  'requests.carriedOut.naturalPerson': 3,
  'requests.granted.total': 25,
  'disputes.reconsideration.total': 0,
  'proactive.regulations.issued': null,
  'proactive.regulations.repealed': null,
  'proactive.regulations.inForce': null,
};
export const ALL_FAULTS = [BALANCE, RESULT_SUM, ROW_TOTAL, DISPUTE_SUM, CLAIM, BLANK];

/** `count` different errors about one cell each. */
export function manyFaults(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({ rule: 'TBL.RANGE', message: same(`第${index + 1}个问题`), cells: ['requests.received.total'] }),
  );
}

export interface RecordValues {
  key?: string;
  /** Path in the ZIP that the object is. */
  entry?: string;
  findings?: Finding[];
  report?: Partial<Report> | null;
  status?: Status;
  sequencer?: string;
  cells?: Example['cells'];
}

/** A record; `unreadable` where `report` is `null`, else `failed` where a finding is an error, else `passed`. */
export function record(values: RecordValues = {}): ReportRecord {
  const { key = '示例市示例局2023.txt', findings = [], report = {}, sequencer = '01', cells = FAULTY_CELLS } = values;
  const hasError = findings.some((one) => one.severity === 'error');
  const read = report && { ...exampleReport({ cells }), ...report };
  return {
    id: reportId('reports', key),
    bucket: 'reports',
    key,
    version: null,
    sequencer,
    receivedAt: '2024-01-20T01:00:00.000Z',
    checkedAt: '2024-01-20T01:00:01.000Z',
    counts: {
      error: findings.filter((one) => one.severity === 'error').length,
      warning: findings.filter((one) => one.severity === 'warning').length,
      notice: findings.filter((one) => one.severity === 'notice').length,
    },
    result: toStoredResult({
      source: {
        name: values.entry ? `${key}!/${values.entry}` : key,
        bytes: 100,
        sha256: sequencer,
        mediaType: 'text/plain',
        encoding: 'utf-8',
      },
      status: values.status ?? (read === null ? 'unreadable' : hasError ? 'failed' : 'passed'),
      report: read,
      findings,
      mistakes: [],
      undecided: [],
      catalog: 'test',
    }),
  };
}
