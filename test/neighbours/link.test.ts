import { expect, test } from 'vitest';
import { checkTogether } from '../../shared/check-together.ts';
import { linkNeighbours } from '../../shared/neighbours/link.ts';
import { absence } from '../../shared/neighbours/roster.ts';
import { parseRosters, RosterError } from '../../shared/neighbours/roster-file.ts';
import type { Report } from '../../shared/report/types.ts';
import type { CheckResult } from '../../shared/result.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { finding, result, unreadable } from '../output/results.ts';

let files = 0;
function of(agency: string, year = 2023, report: Partial<Report> = {}, edit: Partial<CheckResult> = {}): CheckResult {
  const one = result(edit, { report: { agency, year, regionCode: '999921', ...report } });
  files += 1;
  return { ...one, source: { ...one.source, name: `${agency} ${year}`, sha256: `${files}`, ...edit.source } };
}
const ids = (neighbours: readonly { id: string }[] | undefined) => neighbours?.map(({ id }) => id);

test('the year before is that of the same body, whatever form of its name', () => {
  const [now, before] = [of('云溪县人民政府'), of('云溪县', 2022)];
  const others = [of('云溪县人民政府办公室', 2022), of('云溪县', 2021), of('云溪县', 2022, { regionCode: '999900' })];
  const linked = linkNeighbours([now, ...others, before]);
  expect(linked.get(now)?.earlier?.id).toBe('云溪县 2022');
  expect(linked.get(before)?.earlier?.id).toBe('云溪县 2021');
  expect(linked.get(others[1] as CheckResult)?.earlier).toBeNull();
});

test('of two copies of the year before, the one that passed counts', () => {
  const now = of('云溪县');
  const failed = of('云溪县', 2022, {}, { findings: [finding()] });
  const passed = { ...of('云溪县', 2022), source: { ...of('云溪县', 2022).source, name: 'passed' } };
  expect(linkNeighbours([now, failed, passed]).get(now)?.earlier?.id).toBe('passed');
});

test('another copy of the same body and year is one with other bytes', () => {
  const one = of('云溪县');
  const same = { ...one, source: { ...one.source, name: 'the same file again' } };
  const other = of('云溪县人民政府');
  const linked = linkNeighbours([one, same, other]);
  expect(ids(linked.get(one)?.otherCopies)).toEqual(['云溪县人民政府 2023']);
  expect(ids(linked.get(one)?.peers)).toEqual([]);
});

test('peers are the bodies of the same year in the region and everything under it, never above', () => {
  const city = of('青禾市人民政府', 2023, { regionCode: '999900' });
  const county = of('云溪县教育局');
  const elsewhere = of('远山市教育局', 2023, { regionCode: '998800' });
  const nowhere = of('示例局', 2023, { regionCode: null });
  const linked = linkNeighbours([city, county, elsewhere, nowhere, of('云溪县水利局', 2022)]);
  expect(ids(linked.get(city)?.peers)).toEqual(['云溪县教育局 2023']);
  expect(ids(linked.get(county)?.peers)).toEqual([]);
  expect(ids(linked.get(nowhere)?.peers)).toEqual([]);
});

test('files without body, year or report take no part', () => {
  const linked = linkNeighbours([
    unreadable(),
    result({}, { report: { agency: null } }),
    result({}, { report: { year: null } }),
  ]);
  expect(linked.size).toBe(0);
});

test('a neighbour shows numbers, blanks and the text of each part', () => {
  const cells = { 'requests.received.total': null, 'requests.carriedIn.total': undefined } as const;
  const before = result({}, { cells, text: { other: ['一', '二'] }, report: { agency: '云溪县', year: 2022 } });
  const now = of('云溪县');
  const earlier = linkNeighbours([now, before]).get(now)?.earlier;
  expect(earlier?.cells).toMatchObject({ 'requests.received.total': null, 'requests.total.total': 60 });
  expect(earlier?.cells).not.toHaveProperty(['requests.carriedIn.total']);
  expect(earlier?.text.other).toBe('一\n二');
});

test('two files of one body and year are one peer: the one that passed', () => {
  const now = of('云溪县教育局');
  const failed = of('云溪县水利局', 2023, {}, { findings: [finding()] });
  const second = of('云溪县水利局');
  const passed = { ...second, source: { ...second.source, name: 'second' } };
  expect(ids(linkNeighbours([now, failed, passed]).get(now)?.peers)).toEqual(['second']);
  expect(ids(linkNeighbours([now, failed]).get(now)?.peers)).toEqual(['云溪县水利局 2023']);
});

test('a roster of exactly the region says who is absent that year; without one absence is not looked for', () => {
  const [now, other] = [of('云溪县教育局'), of('云溪县水利局', 2022)];
  const roster = { region: '999921', agencies: ['云溪县教育局', '云溪县水利局'] };
  expect(linkNeighbours([now, other], [roster]).get(now)?.roster?.absent).toEqual(['云溪县水利局']);
  expect(linkNeighbours([now, other], [{ ...roster, region: '999900' }]).get(now)).not.toHaveProperty('roster');
});

test('a merged body is there when its successor is', () => {
  const roster = { agencies: ['云溪县粮食局', '云溪县旅游局'], merged: { 云溪县粮食局: '云溪县发展和改革局' } };
  const { absent } = absence(roster, 2023, [{ agency: '云溪县发展和改革局', year: 2023 }]);
  expect(absent).toEqual(['云溪县旅游局']);
});

test.each([
  [{ region: '3604', agencies: [] }, 'region: must be the six digits'],
  [{ region: '360403' }, 'agencies: must be a list of names'],
  [[{ region: '360403', agencies: [], year: 2023 }], '0: unknown year'],
])('a roster file that does not fit is refused with the place (%#)', (json, message) => {
  expect(() => parseRosters(json)).toThrow(RosterError);
  expect(() => parseRosters(json)).toThrow(message);
});

test('results are checked together in their order, those without a report left as they are', () => {
  const results = [of('云溪县'), unreadable(), of('云溪县', 2022)];
  const together = [...checkTogether(results, PROFILES.strict)];
  expect(together.map(({ source }) => source)).toEqual(results.map(({ source }) => source));
  expect(together[1]).toBe(results[1]);
  const reasons = together[0]?.undecided.filter(({ rule }) => rule.startsWith('XYR.')) ?? [];
  expect(together[0]?.findings.map(({ rule }) => rule)).toContain('XYR.SAME-NUMBERS');
  expect(reasons.map(({ reason }) => reason.zh).join()).not.toContain('等待');
});

test('one report alone stays as it is', () => {
  const one = of('云溪县');
  expect([...checkTogether([one, unreadable()], PROFILES.strict)][0]).toBe(one);
});
