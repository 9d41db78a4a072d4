/** Workers that repeat recorded requests against partitions of bounded throughput. No clock: time is counted. */
import type { Asked } from './recorded.ts';

const MOST = { writes: 1000, reads: 3000 } as const;
/** What a check costs beside the table: the download, reading, checking. */
const CHECK_SECONDS = 0.06;
const TEND_SECONDS = 5;

interface Setting {
  workers: number;
  /** Of a request, in milliseconds. */
  latency: number;
  seconds: number;
  /** The partition key that a request of a recorded report is about when the report with this number repeats it. */
  place(pk: string, report: number): string;
}

interface Simulated {
  /** Reports a second. */
  rate: number;
  /** Part of the requests that had to wait for their partition. */
  waits: number;
  /** Keys, with `reads` or `writes`, and the part that they ask for of what a partition gives; the busiest first. */
  busiest: { pk: string; load: number }[];
}

/** A second's worth in reserve, refilled as time goes on; what is asked beyond that has to wait. */
class Partition {
  used = 0;
  #debt = 0;
  #since = 0;

  /** @returns seconds until the units are there */
  take(units: number, most: number, now: number): number {
    this.#debt = Math.max(0, this.#debt - Math.max(0, now - this.#since) * most) + units;
    this.#since = Math.max(this.#since, now);
    this.used += units;
    return Math.max(0, (this.#debt - most) / most);
  }
}

export function simulate(reports: readonly Asked[][], tending: readonly Asked[], setting: Setting): Simulated {
  const { workers, latency, seconds, place } = setting;
  const partitions = new Map<string, Partition>();
  let [done, requests, waited, next] = [0, 0, 0, 0];
  /** @returns when the row is answered */
  const ask = (row: readonly Asked[], report: number, now: number) => {
    let longest = 0;
    for (const { pk, ...units } of row) {
      for (const kind of ['reads', 'writes'] as const) {
        if (units[kind] === 0) continue;
        const key = `${place(pk, report)} ${kind}`;
        const partition = partitions.get(key) ?? new Partition();
        partitions.set(key, partition);
        const wait = partition.take(units[kind], MOST[kind], now);
        requests++;
        if (wait > 0) waited++;
        longest = Math.max(longest, wait);
      }
    }
    return now + longest + latency / 1000;
  };
  const rowsOf = (trace: readonly Asked[]) => [...Map.groupBy(trace, ({ row }) => row).values()];
  const rows = reports.map(rowsOf);
  const tendRows = rowsOf(tending);
  // Each worker's next row, in the order of time: buckets of a millisecond.
  const agenda = new Map<number, (() => void)[]>();
  const at = (time: number, work: () => void) => {
    const slot = Math.ceil(time * 1000);
    agenda.set(slot, [...(agenda.get(slot) ?? []), work]);
  };
  const begin = (now: number) => {
    const report = next++;
    const trace = rows[report % rows.length] ?? [];
    const go = (row: number, time: number) => {
      if (row === trace.length) {
        done++;
        begin(time);
        return;
      }
      const answered = ask(trace[row] ?? [], report, time);
      at(answered, () => go(row + 1, answered));
    };
    at(now + CHECK_SECONDS, () => go(0, now + CHECK_SECONDS));
  };
  for (let worker = 0; worker < workers; worker++) begin((worker / workers) * CHECK_SECONDS);
  for (let time = TEND_SECONDS; time < seconds; time += TEND_SECONDS) {
    at(time, () => {
      let now = time;
      for (const row of tendRows) now = ask(row, 0, now);
    });
  }
  for (let slot = 0; slot <= seconds * 1000; slot++) {
    // What is put into this very slot meanwhile has its turn as well.
    for (let due = agenda.get(slot); due !== undefined; due = agenda.get(slot)) {
      agenda.delete(slot);
      for (const work of due) work();
    }
  }
  const loads = [...partitions].map(([pk, { used }]) => {
    const most = pk.endsWith(' writes') ? MOST.writes : MOST.reads;
    return { pk, load: used / most / seconds };
  });
  const busiest = loads.sort((one, other) => other.load - one.load).slice(0, 4);
  return { rate: done / seconds, waits: waited / Math.max(1, requests), busiest };
}
