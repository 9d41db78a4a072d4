import { expect, test } from 'vitest';
import type { FormEdition } from '../../shared/domain/addresses.ts';
import { json, ndjson, toContract } from '../../shared/output/json.ts';
import { loadSay, SAY } from '../../shared/output/language.ts';
import { ResultSchema } from '../../shared/output/schema.ts';
import { fromStoredResult, toStoredResult } from '../../shared/record.ts';
import { finding, result, unreadable } from './results.ts';

test('cells stand nested by their address: number, null for printed without one, missing where not read', () => {
  const cells = {
    'requests.denied.stateSecret.naturalPerson': 2,
    'requests.denied.stateSecret.enterprise': null,
    'requests.carriedIn.naturalPerson': undefined,
  } as const;
  const { report } = toContract(result({}, { cells, raw: { 'requests.denied.stateSecret.enterprise': '／' } }));
  const requests = report?.requests as Record<string, Record<string, unknown>>;
  expect(requests.denied?.stateSecret).toMatchObject({ naturalPerson: 2, enterprise: null, total: 0 });
  expect(requests.carriedIn).not.toHaveProperty('naturalPerson');
  expect(report?.proactive).toMatchObject({ fees: { amount: 128.5 } });
  expect(report?.raw).toEqual({ 'requests.denied.stateSecret.enterprise': '／' });
});

const faces = { passed: result(), failed: result({ findings: [finding()] }), unreadable: unreadable() };
const forms = (['2021-30', '2019-60'] as FormEdition[]).map((format) => result({}, { report: { format } }));
test.each([...Object.values(faces), ...forms])('what is printed satisfies its own schema (%#)', (one) => {
  const printed = JSON.parse(ndjson([one], SAY.zh));
  expect(ResultSchema.parse(printed)).toEqual(printed);
});

test('the schema refuses a cell that is on no form', () => {
  const printed = JSON.parse(ndjson([result()], SAY.zh));
  printed.report.requests.granted.averagePerson = 1;
  expect(ResultSchema.safeParse(printed).success).toBe(false);
});

test('the keys are those of the contract, and undecided and raw beside them', () => {
  const printed = toContract(faces.failed);
  expect(Object.keys(printed)).toEqual([
    'source',
    'status',
    'report',
    'findings',
    'mistakes',
    'notes',
    'catalog',
    'undecided',
  ]);
  expect(Object.keys(printed.report ?? {}).join(' ')).toBe(
    'title agency level regionCode year period publishedOn signedOn format script proactive requests disputes raw',
  );
  expect(Object.keys(printed.findings[0] ?? {}).join(' ')).toBe(
    'rule severity message hint basis cells expected actual source fingerprint',
  );
  expect(printed.findings[0]?.source).toEqual([{ line: 421, text: '一、本年新收：46 | 5' }]);
  expect(printed.report?.period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
});

test('the reason of an undecided rule is in the language asked for; one stored in Chinese alone stays as it is', () => {
  const undecided = [{ rule: 'XYR.CARRY', reason: { zh: '等待报告。', en: 'Waiting.' } }];
  expect(toContract(result({ undecided }), SAY.en).undecided).toEqual([{ rule: 'XYR.CARRY', reason: 'Waiting.' }]);
  const stored = { ...toStoredResult(result()), undecided: [{ rule: 'XYR.CARRY', reason: '等待报告。' }] };
  expect(toContract(fromStoredResult(stored), SAY.en).undecided).toEqual([{ rule: 'XYR.CARRY', reason: '等待报告。' }]);
});

test('an unreadable file has no report and says why', () => {
  expect(toContract(faces.unreadable)).toMatchObject({ report: null, findings: [{ rule: 'FILE.EMPTY' }] });
});

test('ndjson is one line a result whatever stands in its texts; json is one array of the same', () => {
  const results = [result({ findings: [finding({ message: { zh: '一\n二', en: 'a\nb' } })] }), faces.unreadable];
  const lines = ndjson(results, SAY.zh).split('\n');
  expect(lines).toHaveLength(3);
  expect(JSON.parse(json(results, SAY.zh))).toEqual(lines.slice(0, 2).map((line) => JSON.parse(line)));
});

test.each([
  ['zh', '复议应为3件，没有填写', '信息公开'],
  ['zh-Hant', '復議應為3件，沒有填寫', '信息公開'],
  ['zh-TW', '復議應為3件，沒有填寫', '信息公開'],
  ['en', 'Not filled in', 'disclosure'],
] as const)('findings speak %s', async (language, message, basis) => {
  const one = finding({
    message: { zh: '复议应为3件，没有填写', en: 'Not filled in' },
    basis: { zh: '信息公开', en: 'disclosure' },
  });
  const printed = toContract(result({ findings: [one] }), await loadSay(language));
  expect(printed.findings[0]).toMatchObject({ message, basis });
  expect(printed.report?.agency).toBe('示例市示例局');
});
