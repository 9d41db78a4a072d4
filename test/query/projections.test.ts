import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { listReports } from '../../functions/store/lists/listing.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { deleteDecision, putDecision } from '../../functions/store/records/decisions.ts';
import { putRecord, removeRecord } from '../../functions/store/records/records.ts';
import type { Summary } from '../../functions/store/records/summary.ts';
import { groupOf } from '../../functions/store/statistics/groups.ts';
import { readAllTotals, readTotals, readYears } from '../../functions/store/statistics/statistics.ts';
import {
  addTotals,
  noSums,
  noTotals,
  statusesOf,
  sumsOf,
  type Totals,
} from '../../functions/store/statistics/totals.ts';
import { table } from '../../functions/store/table/table.ts';
import { regionAncestors } from '../../shared/domain/regions.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { useEngines } from '../support/engines.ts';
import { record } from './records.ts';

useEngines();

const REGIONS = ['360403', '360402', '360400', '360000', '430623', null];
const BODIES = ['示例市示例局', '云溪县人民政府'];
const LEVELS_SEEN = ['government', 'department'] as const;

/** What stands in the store: the record of each key and whether its one error is dismissed. */
type Model = Map<string, { record: ReportRecord; dismissed: boolean }>;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      key: fc.integer({ min: 0, max: 4 }),
      region: fc.constantFrom(...REGIONS),
      year: fc.constantFrom(2022, 2023, null),
      agency: fc.constantFrom(...BODIES),
      level: fc.constantFrom(...LEVELS_SEEN),
      received: fc.option(fc.integer({ min: 0, max: 50 })),
      fee: fc.constantFrom(0.1, 0.2, 829, 12.345678),
      faulty: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), key: fc.integer({ min: 0, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('dismiss' as const, 'reopen' as const),
      key: fc.integer({ min: 0, max: 4 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** A step, how often it is told, and after how many writes the first telling is cut off. */
const told = fc.record({ step, again: fc.integer({ min: 0, max: 1 }), crashAfter: fc.option(fc.nat(40)) });

/** Lets the table fail for good after so many writes, as a process that is killed does. */
function crashAfter(writes: number | null): void {
  if (writes === null) return;
  let left = writes;
  table().client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!/Put|Delete|Write/.test(String(context.commandName))) return next(args);
      if (left-- <= 0) throw new Error('killed');
      return next(args);
    },
    { step: 'initialize', name: 'crash', override: true },
  );
}
const revive = () => table().client.middlewareStack.remove('crash');
afterEach(revive);

async function perform(
  key: string,
  { step: change, again, crashAfter: writes }: { step: Step; again: number; crashAfter: number | null },
  model: Model,
) {
  const name = `${key}/${change.key}.txt`;
  const there = model.get(name);
  if (change.do === 'put') {
    const { region: regionCode, year, agency, level, received, fee, faulty } = change;
    const cells = { 'requests.received.total': received, 'proactive.fees.amount': fee } as const;
    const findings = faulty ? [finding()] : [];
    const made = record(name, { cells, report: { regionCode, year, agency, level } }, { findings });
    await putRecord(made);
    model.set(name, { record: made, dismissed: there?.dismissed ?? false });
  } else if (change.do === 'remove') {
    if (there) await removeRecord({ ...there.record, sequencer: record(name).sequencer });
    model.delete(name);
  } else if (there) {
    const decision = { decision: 'dismissed', remark: '', by: '复核人', identity: null, at: 'now' } as const;
    if (change.do === 'dismiss') await putDecision(there.record.id, finding().fingerprint, decision);
    else await deleteDecision(there.record.id, finding().fingerprint);
    there.dismissed = change.do === 'dismiss';
  }
  const id = record(name).id;
  crashAfter(writes);
  await project(id).catch(() => null);
  revive();
  for (let i = 0; i <= again; i++) await project(id);
}

/** The sums from scratch, over the records that the model has: of one agency and year the one that came last. */
function expected(model: Model, year: number | null | 'all', region: string | null): Totals {
  const reports = [...model.values()].flatMap(({ record: { result, receivedAt }, dismissed }) => {
    const report = result.report;
    if (!report) return [];
    const cells = Object.fromEntries(Object.entries(report.cells).map(([address, cell]) => [address, cell.value]));
    const status = dismissed ? ('passed' as const) : result.status;
    const rules = dismissed ? [] : [...new Set(result.findings.map(({ rule }) => rule))];
    return [{ report, cells, status, receivedAt, rules }];
  });
  // A name that leads to no region may be that of many agencies: only the same numbers make it one.
  const copies = Map.groupBy(reports, ({ report: { agency, year: of, regionCode }, cells }) =>
    JSON.stringify([agency, of, regionCode, regionCode === null && cells]),
  );
  const totals = [...copies.values()].flatMap((all) => {
    const last = all.toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt)).at(-1);
    return all.map((each): Totals => {
      const { report, status, cells, rules } = each;
      if (year !== 'all' && report.year !== year) return noTotals();
      if (region !== null && !(report.regionCode && regionAncestors(report.regionCode).includes(region)))
        return noTotals();
      const left = noSums();
      left.copies[status] = 1;
      return {
        groups: { [groupOf(report.level, report.regionCode)]: each === last ? sumsOf(status, cells, rules) : left },
      };
    });
  });
  return addTotals(totals);
}

async function listed(): Promise<Summary[]> {
  const { reports, next } = await listReports({}, 100, null);
  expect(next).toBeNull();
  return reports;
}

test('whatever is put, replaced, removed, decided, repeated and cut off, lists and sums equal those from scratch', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(told, { maxLength: 7 }), async (history) => {
      const model: Model = new Map();
      const folder = `性质${run++}`;
      for (const told of history) await perform(folder, told, model);

      for (const year of [2022, 2023, null]) {
        for (const region of [null, '360000', '360400', '360403', '430623']) {
          expect(await readTotals(year, region)).toEqual(expected(model, year, region));
        }
      }
      expect(await readAllTotals()).toEqual(expected(model, 'all', null));
      const ids = [...model.values()].map(({ record: { id } }) => id).sort();
      expect((await listed()).map(({ id }) => id).sort()).toEqual(ids);

      for (const { record: gone } of model.values()) {
        await removeRecord({ ...gone, sequencer: record('x').sequencer });
        await project(gone.id);
      }
      expect(await listed()).toEqual([]);
      expect(await readAllTotals()).toEqual(noTotals());
    }),
    { numRuns: 8 },
  );
}, 180_000);

test('cut off twice between a move and its end, a report still stands in one place', async () => {
  const at = (regionCode: string) => record('迁.txt', { report: { regionCode, year: 2016 } });
  const { id } = at('110105');
  for (const region of ['110105', '310101', '360403']) {
    await putRecord(at(region));
    // The second and the third are cut off when they have taken their revision.
    crashAfter(region === '110105' ? null : 1);
    await project(id).catch(() => null);
    revive();
  }
  await project(id);
  expect(statusesOf(await readTotals(2016, null)).passed).toBe(1);
  expect(statusesOf(await readTotals(2016, '360403')).passed).toBe(1);
});

describe('two at once', () => {
  test('six reports of one county projected at the same time, three times each', async () => {
    const made = Array.from({ length: 6 }, (_, i) =>
      record(`同时/${i}.txt`, {
        cells: { 'requests.received.total': i },
        report: { regionCode: '360403', year: 2025, agency: `浔阳区第${i}局`, level: 'department' },
      }),
    );
    await Promise.all(made.map((one) => putRecord(one)));
    await Promise.all([...made, ...made, ...made].map(({ id }) => project(id)));
    const { department } = (await readTotals(2025, '360000')).groups;
    expect(department?.cells['requests.received.total']).toEqual([15_000_000, 6]);
    expect(department?.statuses).toEqual({ passed: 6, failed: 0, incomplete: 0, unreadable: 0 });
    expect(await readYears()).toContain(2025);
  });

  /** Lets the next command of this kind that names this key wait, until it is told to go on. */
  function stopAt(kind: string, key = ''): { stopped: Promise<void>; goOn: () => void } {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const { middlewareStack } = table().client;
    middlewareStack.add(
      (next, context) => async (args) => {
        if (String(context.commandName).startsWith(kind) && JSON.stringify(args.input).includes(key)) {
          middlewareStack.remove('stop');
          reached.resolve();
          await released.promise;
        }
        return next(args);
      },
      { step: 'initialize', name: 'stop', override: true },
    );
    return { stopped: reached.promise, goOn: released.resolve };
  }

  test('a sum that was read before another report came is not written after it', async () => {
    const county = (agency: string) => ({ report: { regionCode: '360403', year: 2015, agency } });
    const [one, other] = [record('和/1.txt', county('浔阳区甲局')), record('和/2.txt', county('浔阳区乙局'))];
    await putRecord(one);
    await putRecord(other);
    const { stopped, goOn } = stopAt('Put', '"SUMS#2015/360400"');
    const slow = project(one.id);
    await stopped;
    await project(other.id);
    goOn();
    await slow;
    expect(statusesOf(await readTotals(2015, '360403')).passed).toBe(2);
  });

  const moments = [
    ['before it has read the decisions', 'Query'],
    ['before it takes its revision', 'Put'],
    ['before it writes its entries', 'BatchWrite'],
  ] as const;
  test.each(moments)('a projector overtaken %s cannot bring an earlier state back', async (_moment, kind) => {
    const key = `赶超/${kind}.txt`;
    const year = { Query: 2011, Put: 2012, BatchWrite: 2013 }[kind];
    const first = record(key, { report: { agency: '旧桥镇', regionCode: '110105', year } });
    await putRecord(first);
    const { stopped, goOn } = stopAt(kind);
    const slow = project(first.id);
    await stopped;
    await putRecord(record(key, { report: { agency: '新桥镇', regionCode: '310101', year } }));
    await project(first.id);
    goOn();
    await slow;
    expect((await listReports({ text: '旧桥' }, 10, null)).reports).toEqual([]);
    expect((await listReports({ text: '新桥', year }, 10, null)).reports).toHaveLength(1);
    expect(statusesOf(await readTotals(year, '110000')).passed).toBe(0);
    expect(statusesOf(await readTotals(year, '310101')).passed).toBe(1);
  });

  test('a projector whose deletes come last gives back what the other wants', async () => {
    const key = '来回.txt';
    const at = (agency: string) => record(key, { report: { agency, regionCode: '110105', year: 2014 } });
    const { id } = at('来桥镇');
    await putRecord(at('来桥镇'));
    await project(id);
    await putRecord(at('回桥镇'));
    const { stopped, goOn } = stopAt('BatchWrite');
    const slow = project(id);
    await stopped;
    await putRecord(at('来桥镇'));
    await project(id);
    goOn();
    await slow;
    expect((await listReports({ text: '来桥' }, 10, null)).reports).toHaveLength(1);
  });
});
