import { expect, test } from 'vitest';
import { cellAddresses } from '../../shared/domain/addresses.ts';
import { cellsCsv, csv } from '../../shared/output/csv.ts';
import { SAY } from '../../shared/output/language.ts';
import { finding, result, unreadable } from './results.ts';

/** Reads RFC 4180 by its grammar, independently of the writer. */
function readCsv(file: string): string[][] {
  expect(file.startsWith('\uFEFF')).toBe(true);
  const records: string[][] = [[]];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const body = file.slice(1);
  for (const [, quoted, plain, end] of body.matchAll(fields)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') records.push([]);
  }
  const whole = body.match(fields)?.join('').length;
  expect(whole).toBe(body.length);
  return records.slice(0, -1);
}

test('one row a finding, with its file, body, year and words', () => {
  const findings = [finding(), finding({ severity: 'notice', expected: null, actual: '无' })];
  const [head, ...rows] = readCsv(csv([result({ findings }), result(), unreadable()], SAY.zh));
  const records = rows.map((row) => Object.fromEntries(row.map((value, index) => [head?.[index], value])));
  expect(records).toHaveLength(3);
  expect(records[0]).toEqual({
    file: '示例局 2023.txt',
    agency: '示例市示例局',
    year: '2023',
    status: 'failed',
    rule: 'T3.BALANCE',
    severity: 'error',
    message: '“自然人”列：新收46+结转3=49，办结47+结转3=50，相差1。',
    hint: '请核对结转数。',
    basis: '国办公开办函〔2021〕30号',
    cells: 'requests.received.naturalPerson requests.carriedIn.naturalPerson',
    expected: '50',
    actual: '49',
    lines: '421',
    fingerprint: '0123456789abcdef',
  });
  expect(records[1]).toMatchObject({ expected: '', actual: '无' });
  expect(records[2]).toMatchObject({ agency: '', year: '', status: 'unreadable', rule: 'FILE.EMPTY' });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is text, not a formula', (name) => {
  const one = result({ findings: [finding()] });
  const [, row] = readCsv(csv([{ ...one, source: { ...one.source, name } }], SAY.zh));
  expect(row?.[0]).toBe(`'${name}`);
});

test('a negative number stays a number', () => {
  const [head, row] = readCsv(csv([result({ findings: [finding({ actual: -3 })] })], SAY.zh));
  expect(row?.[head?.indexOf('actual') ?? -1]).toBe('-3');
});

test.each(['a,b', 'say "x"', 'two\nlines', 'two\r\nlines'])('%j comes back as it went in', (zh) => {
  const [, row] = readCsv(csv([result({ findings: [finding({ message: { zh, en: '' } })] })], SAY.zh));
  expect(row).toContain(zh);
});

test('one row a report, one column a cell of either form; blank, unread and 0 are three things', () => {
  const cells = {
    'requests.received.total': null,
    'requests.carriedIn.total': undefined,
    'requests.total.total': 0,
  } as const;
  const old = result({}, { report: { format: '2019-60' } });
  const [head, ...rows] = readCsv(cellsCsv([result({}, { cells }), old, unreadable()]));
  expect(rows.map((row) => row.length)).toEqual([head?.length, head?.length]);
  const at = (row: number, address: string) => rows[row]?.[head?.indexOf(address) ?? -1];
  expect([at(0, 'requests.received.total'), at(0, 'requests.carriedIn.total'), at(0, 'requests.total.total')]).toEqual([
    'null',
    '',
    '0',
  ]);
  expect([at(0, 'proactive.fees.amount'), at(1, 'proactive.fees.amount')]).toEqual(['128.5', '']);
  for (const address of cellAddresses('2019-60')) expect(at(1, address)).toMatch(/^-?\d+(\.\d+)?$/);
});
