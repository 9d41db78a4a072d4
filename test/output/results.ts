/** Results for the tests of the faces: one passed, one failed with a finding in each table, one unreadable. */
import type { CellAddress } from '../../shared/domain/addresses.ts';
import type { CheckResult, Finding } from '../../shared/result.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';

export function finding(edit: Partial<Finding> = {}): Finding {
  const cells: CellAddress[] = ['requests.received.naturalPerson', 'requests.carriedIn.naturalPerson'];
  return {
    rule: 'T3.BALANCE',
    code: null,
    severity: 'error',
    message: { zh: '“自然人”列：新收46+结转3=49，办结47+结转3=50，相差1。', en: 'Natural persons: 49 is not 50.' },
    hint: { zh: '请核对结转数。', en: 'Check what was carried out.' },
    basis: { zh: '国办公开办函〔2021〕30号', en: 'Form 〔2021〕30' },
    cells,
    expected: 50,
    actual: 49,
    source: [{ line: 421, text: '一、本年新收：46 | 5', place: { line: 421 } }],
    fingerprint: '0123456789abcdef',
    ...edit,
  };
}

export function result(edit: Partial<CheckResult> = {}, example: Partial<Example> = {}): CheckResult {
  const findings = edit.findings ?? [];
  return {
    source: {
      name: '示例局 2023.txt',
      bytes: 8743,
      sha256: 'ab'.repeat(32),
      mediaType: 'text/plain',
      encoding: 'utf-8',
    },
    status: findings.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    report: exampleReport(example),
    findings,
    mistakes: [],
    undecided: [],
    catalog: '2026.11.0',
    ...edit,
  };
}

export function unreadable(): CheckResult {
  const empty = finding({
    rule: 'FILE.EMPTY',
    message: { zh: '文件是空的，没有任何内容。', en: 'The file is empty.' },
    hint: { zh: '请重新导出报告后再上传。', en: 'Export the report again and upload it.' },
    basis: null,
    cells: [],
    expected: null,
    actual: null,
    source: [],
  });
  return result({ status: 'unreadable', report: null, findings: [empty] });
}
