import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import { docx as word } from '../../shared/document/formats/docx/format.ts';
import { pdf as portable } from '../../shared/document/formats/pdf/format.ts';
import { UNREADABLE } from '../../shared/document/unreadable.ts';
import { SAY } from '../../shared/output/language.ts';
import { sarif } from '../../shared/output/sarif.ts';
import { RULES } from '../../shared/rules/index.ts';
import { finding, result, unreadable } from './results.ts';

/** The OASIS schema without its descriptions; zod takes `uri-reference` for a whole URL, so that is checked below. */
const official = readFileSync(new URL('fixtures/sarif-2.1.0-rtm.5.schema.json', import.meta.url), 'utf8');
const schema = fromJSONSchema(JSON.parse(official.replaceAll('"format":"uri-reference"', '"minLength":1')));

const failed = result({
  findings: [finding(), finding({ rule: 'T3.ODD', severity: 'notice', hint: null, basis: null })],
});
const read = (...results: Parameters<typeof sarif>[0]) => JSON.parse(sarif(results, SAY.zh));

test('it is valid against the schema of the standard, the same file twice included', () => {
  const pdf = {
    ...failed,
    source: { ...failed.source, name: 'a.zip!/报告.pdf', mediaType: portable.mediaType, encoding: null },
  };
  expect(schema.safeParse(read(failed, failed, pdf, unreadable(), result())).error).toBeUndefined();
});

test('the schema would notice', () => {
  const log = read(failed);
  log.runs[0].results[0].level = 'notice';
  expect(schema.safeParse(log).success).toBe(false);
});

test('every rule and every reason for an unreadable file is described once, and results point to theirs', () => {
  const [run] = read(failed, unreadable()).runs;
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([...RULES.map(({ id }) => id), ...Object.keys(UNREADABLE)]);
  for (const one of run.results) expect(ids[one.ruleIndex]).toBe(one.ruleId);
});

test('a finding carries level, words, place, cells and fingerprint', () => {
  const [run] = read(failed).runs;
  expect(run.results[0]).toMatchObject({
    level: 'error',
    message: { text: expect.stringContaining('请核对结转数。') },
    locations: [
      {
        physicalLocation: { region: { startLine: 421, snippet: { text: '一、本年新收：46 | 5' } } },
        logicalLocations: [{ fullyQualifiedName: 'requests.received.naturalPerson' }, {}],
      },
    ],
    partialFingerprints: { 'gouji/v1': '0123456789abcdef' },
  });
  expect(run.results[1].level).toBe('note');
});

test('only where lines are lines of the file is there a region', () => {
  const docx = { ...failed, source: { ...failed.source, mediaType: word.mediaType } };
  expect(read(docx).runs[0].results[0].locations[0].physicalLocation).not.toHaveProperty('region');
});

test.each(['报告 100%#1?.txt', '/tmp/a b.txt', 'x:y.txt', 'a.zip!/内/b.txt'])(
  '%s becomes a URI that leads back to it',
  (name) => {
    const [run] = read({ ...failed, source: { ...failed.source, name } }).runs;
    const { pathname } = new URL(run.artifacts[0].location.uri, 'file:///base/');
    expect(decodeURIComponent(pathname)).toBe(name.startsWith('/') ? name : `/base/${name}`);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: run.artifacts[0].location.uri,
      index: 0,
    });
  },
);
