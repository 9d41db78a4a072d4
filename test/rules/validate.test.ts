import { describe, expect, test } from 'vitest';
import { disputeBlock } from '../../shared/domain/addresses.ts';
import { FEE_REGULATION, FORM_2021_TABLE_4 } from '../../shared/rules/basis.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { exampleTables } from '../../shared/rules/example-data.ts';
import { RULES } from '../../shared/rules/index.ts';
import { PROFILES, type Profile } from '../../shared/rules/profile.ts';
import type { Example } from '../../shared/rules/types.ts';
import { validate } from '../../shared/rules/validate.ts';

const findingsOf = (example: Partial<Example>, profile: Profile = PROFILES.strict) =>
  validate(exampleReport(example), { profile }).findings;
const profile = (severities: Profile['severities']): Profile => ({ ...PROFILES.strict, severities });

const FAULTY: Partial<Example> = {
  cells: { 'requests.total.enterprise': 6, 'requests.total.total': 61, 'requests.granted.legalService': null },
  text: { other: ['无。'] },
};

test('an error fails the report, a warning does not', () => {
  const alone = exampleReport({ cells: { 'disputes.reconsideration.total': 7 }, text: { disputes: [] } });
  const one = validate(alone, { profile: PROFILES.strict });
  expect([one.findings.length, one.status]).toEqual([1, 'failed']);
  expect(validate(exampleReport(FAULTY), { profile: PROFILES.strict }).status).toBe('failed');
  expect(validate(exampleReport({ text: { other: ['无。'] } }), { profile: PROFILES.strict }).status).toBe('passed');
});

test('what was not read is no pass, and an error weighs more', () => {
  const statusOf = (example: Partial<Example>) => validate(exampleReport(example), { profile: PROFILES.strict }).status;
  const unread = { 'disputes.reconsideration.pending': undefined };
  expect(statusOf({ cells: unread })).toBe('incomplete');
  expect(statusOf({ cells: { ...unread, 'requests.granted.total': 21 } })).toBe('failed');
  expect(statusOf({ cells: { 'requests.denied.stateSecret.legalService': null } })).toBe('passed');
  expect(statusOf({ report: { tables: exampleTables('2021-30', { requests: { state: 'labels' } }) } })).toBe(
    'incomplete',
  );
});

test('a row of table 2 that the agency left out is its fault: all there is was read', () => {
  const cells = { 'proactive.coercion.decisions': undefined };
  const { status, findings } = validate(exampleReport({ cells }), { profile: PROFILES.strict });
  expect([status, findings.map(({ rule, code }) => [rule, code])]).toEqual(['passed', [['TBL.SHAPE', 'OMITTED']]]);
});

test('errors come first, then warnings and notices, each in the order of the catalogue', () => {
  const findings = findingsOf({ ...FAULTY, raw: { 'proactive.licensing.decisions': '1284件' } });
  const rank = ['error', 'warning', 'notice'];
  const keys = findings.map(({ severity, rule }) => [rank.indexOf(severity), RULES.findIndex(({ id }) => id === rule)]);
  expect(new Set(findings.map(({ severity }) => severity)).size).toBe(3);
  expect(keys).toEqual(keys.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
});

test('what cannot be decided is told beside the findings, with its reason', () => {
  const { undecided } = validate(exampleReport(FAULTY), { profile: PROFILES.strict });
  expect(undecided).toContainEqual({
    rule: 'T3.RESULT-SUM',
    reason: {
      zh: '“（一）予以公开·法律服务机构”没有填数字。',
      en: '"3.(1) granted, legal services" holds no number.',
    },
  });
});

test('a finding has all that its fault tells, and null for what it does not', () => {
  const cells = disputeBlock('reconsideration');
  const [full] = findingsOf({ cells: { 'disputes.reconsideration.total': 0 } });
  expect(full).toEqual({
    rule: 'T4.SUM',
    code: null,
    severity: 'error',
    message: expect.objectContaining({ zh: expect.stringContaining('行政复议') }),
    hint: expect.objectContaining({ zh: expect.stringContaining('漏填') }),
    basis: FORM_2021_TABLE_4,
    cells,
    expected: 6,
    actual: 0,
    source: [{ line: expect.any(Number), text: '行政复议：3 | 1 | 1 | 1 | 0', place: { line: expect.any(Number) } }],
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  const [bare] = findingsOf({ text: { other: ['无。'] } });
  expect(bare).toMatchObject({ code: null, cells: [], expected: null, actual: null, basis: FEE_REGULATION });
  const [odd] = findingsOf({ cells: { 'requests.granted.total': -1 } }).filter(({ rule }) => rule === 'TBL.RANGE');
  expect(odd).toMatchObject({ hint: null, basis: null });
});

describe('source', () => {
  test('leaves out cells that were not read', () => {
    const [finding] = findingsOf({ cells: { 'disputes.reconsideration.total': undefined } });
    expect(finding).toMatchObject({ rule: 'TBL.SHAPE', cells: ['disputes.reconsideration.total'], source: [] });
  });

  test('has of a line only the row that is meant, where several stand on it', () => {
    const report = exampleReport({ cells: { 'disputes.reconsideration.total': 7 } });
    const cells = new Map([...report.cells].map(([address, cell]) => [address, { ...cell, place: { line: 5 } }]));
    const [finding] = validate({ ...report, cells }, { profile: PROFILES.strict }).findings;
    expect(finding?.source.map(({ text }) => text)).toEqual(['行政复议：3 | 1 | 1 | 1 | 7']);
  });

  test('has each row of the table once, as its cells are printed, blanks said to be', () => {
    const cells = { 'requests.granted.enterprise': null, 'requests.granted.legalService': null };
    const [finding] = findingsOf({ cells });
    expect(finding?.source.map(({ text }) => text)).toEqual([
      '（一）予以公开：18 | （空白） | 1 | 1 | （空白） | 0 | 24',
    ]);
  });

  test('has a line for each cell where each stands on its own line, and none for cells that were not read', () => {
    const report = exampleReport({ cells: { 'disputes.reconsideration.total': 7, 'requests.total.total': 61 } });
    let line = 0;
    const cells = new Map([...report.cells].map(([address, cell]) => [address, { ...cell, place: { line: ++line } }]));
    const { findings } = validate({ ...report, cells }, { profile: PROFILES.strict });
    const finding = findings.find(({ rule }) => rule === 'T4.SUM');
    expect(finding?.source.map(({ text }) => text)).toEqual([
      '行政复议·结果维持：3',
      '行政复议·结果纠正：1',
      '行政复议·其他结果：1',
      '行政复议·尚未审结：1',
      '行政复议·总计：7',
    ]);
    expect(new Set(finding?.source.map((source) => source.line)).size).toBe(5);
  });

  test('tells the same line on two pages apart', () => {
    const report = exampleReport({ cells: { 'disputes.reconsideration.total': 7 } });
    const cells = new Map(report.cells);
    const total = cells.get('disputes.reconsideration.total');
    if (total) cells.set('disputes.reconsideration.total', { ...total, place: { ...total.place, page: 2 } });
    const { findings } = validate({ ...report, cells }, { profile: PROFILES.strict });
    expect(findings[0]?.source.map(({ text }) => text)).toEqual(['行政复议：3 | 1 | 1 | 1', '行政复议·总计：7']);
  });

  test('has the evidence of the text before the rows of the table', () => {
    const text = { disputes: ['本机关受理行政复议6件。'] };
    const finding = findingsOf({ text }).find(({ rule }) => rule === 'T4.ROLE');
    expect(finding?.source.map((source) => source.text)).toEqual([
      '本机关受理行政复议6件。',
      '行政复议：3 | 1 | 1 | 1 | 6',
    ]);
  });

  test('gathers the places of one fault that stands there twice', () => {
    const artifacts = ['下一步将加强不够规范之处_GoBack。', '中间一段。', '下一步将加强不够规范之处_GoBack。'];
    const findings = findingsOf({ text: { problems: artifacts } }).filter(({ rule }) => rule === 'STR.ARTIFACT');
    expect(findings.map(({ source }) => source.length)).toEqual([2]);
  });
});

describe('profile', () => {
  const codes = (example: Partial<Example>, severities: Profile['severities']) =>
    findingsOf(example, profile(severities)).map(({ rule, code, severity }) => `${rule}/${code} ${severity}`);
  const blankTotal: Partial<Example> = { cells: { 'requests.granted.total': null } };

  test('a rule that is off says nothing', () => {
    expect(codes(blankTotal, { 'T3.ROW-TOTAL': 'off', 'TBL.BLANK': 'off' })).toEqual([]);
  });

  test('a sub-code goes before its rule, the rule before the severity of the fault', () => {
    const blank = { 'TBL.BLANK': 'off' } as const;
    expect(codes(blankTotal, { ...blank })).toEqual(['T3.ROW-TOTAL/BLANK notice']);
    expect(codes(blankTotal, { ...blank, 'T3.ROW-TOTAL': 'warning' })).toEqual(['T3.ROW-TOTAL/BLANK warning']);
    expect(codes(blankTotal, { ...blank, 'T3.ROW-TOTAL': 'off', 'T3.ROW-TOTAL/BLANK': 'error' })).toEqual([
      'T3.ROW-TOTAL/BLANK error',
    ]);
  });

  test('a hidden sub-code is shown only if the profile names it', () => {
    const example = { text: { other: ['本年度未收取信息处理费。'] } };
    expect(codes(example, {})).toEqual([]);
    expect(codes(example, { 'STR.SEC6-FEE': 'error' })).toEqual([]);
    expect(codes(example, { 'STR.SEC6-FEE/DETAIL': 'notice' })).toEqual(['STR.SEC6-FEE/DETAIL notice']);
  });
});
