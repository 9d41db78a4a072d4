/** What one item of the table can hold. */
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { packBody, unpackBody } from '../../functions/store/records/body.ts';
import { check } from '../../shared/check.ts';
import { type StoredResult, toStoredResult } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';

const ITEM_BYTES = 400 * 1024;
const noise = (bytes: number) => randomBytes(bytes).toString('base64');

let plain: StoredResult;
beforeAll(async () => {
  const [result] = await check({ name: 'a.txt', bytes: new TextEncoder().encode(reportText({ received: 4 })) });
  if (result === undefined) throw new Error('no result');
  plain = toStoredResult(result);
});

test('an ordinary result comes back as it was', () => {
  expect(unpackBody(packBody(plain))).toEqual(plain);
});

describe('a result that is too large loses what the table can spare, and says so', () => {
  const many = <Item>(count: number, item: (index: number) => Item) =>
    Array.from({ length: count }, (_, at) => item(at));
  const finding = () =>
    ({ ...plain.findings[0], hint: { zh: noise(400), en: '' } }) as StoredResult['findings'][number];
  const line = () => ({ text: noise(200), plain: noise(200), place: { line: 1 }, where: 'overview' as const });
  const prose = (result: StoredResult, lines: number): StoredResult =>
    result.report === null ? result : { ...result, report: { ...result.report, prose: many(lines, line) } };

  test.each<[what: string, large: () => StoredResult, says: RegExp]>([
    ['findings', () => ({ ...plain, findings: many(2000, finding) }), /2000条问题中的前200条/],
    ['lines', () => prose(plain, 5000), /5000行正文中的前100行/],
    ['both', () => prose({ ...plain, findings: many(2000, finding) }, 5000), /前20条.*前100行/],
  ])('%s', (_what, large, says) => {
    const body = packBody(large());
    const kept = unpackBody(body);
    expect(body.length).toBeLessThan(ITEM_BYTES);
    expect(kept.findings[0]).toMatchObject({ rule: 'FILE.TRIMMED', severity: 'notice' });
    expect(kept.findings[0]?.message.zh).toMatch(says);
    expect(kept.status).toBe('failed');
    expect(kept.report?.cells).toEqual(plain.report?.cells);
  });
});

test('what does not fit even so is an error, not half a result', () => {
  const large = { ...plain, catalog: noise(600 * 1024) };
  expect(() => packBody(large)).toThrow(/may hold/);
});
