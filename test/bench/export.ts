/**
 * `node test/bench/export.ts [REPORTS]`: seconds by the clock and of the processor, peak memory and size of an
 * export of generated reports, each format and shape in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/dataset/formats/index.ts';
import { type Entry, SHAPES, type Shape } from '../../shared/dataset/types.ts';
import { writeTables } from '../../shared/dataset/write.ts';
import { SAY } from '../../shared/output/language.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { finding, result } from '../output/results.ts';

const reports = Number(process.argv[2] ?? 20_000);
const one = process.argv[3] as ExportFormat | undefined;
const shape = process.argv[4] as Shape | undefined;

async function* generated(): AsyncGenerator<Entry> {
  for (let i = 0; i < reports; i++) {
    const report = exampleReport({
      cells: { 'requests.received.total': i % 977, 'proactive.licensing.decisions': (i * 7919) % 100_003 },
      report: { agency: `浔阳区第${i % 4000}局`, regionCode: '360403', year: 2019 + (i % 5) },
    });
    yield {
      ...{
        reportId: (i * 2654435761).toString(16).padStart(20, 'a'),
        agencyId: `ag${String(i % 4000).padStart(14, '0')}`,
      },
      ...{ checkedOn: '2026-11-27', receivedAt: new Date(i * 1000).toISOString(), decisions: [] },
      result: result({ report, findings: i % 3 ? [] : [finding()] }),
    };
  }
}

if (one && shape) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const started = performance.now();
  const open = async (name: string) => {
    const stream = createWriteStream(join(folder, name));
    return {
      async write(bytes: Uint8Array) {
        peak = Math.max(peak, process.memoryUsage().rss);
        if (!stream.write(bytes)) await once(stream, 'drain');
      },
      async end() {
        stream.end();
        await once(stream, 'close');
      },
    };
  };
  const targets = [shape, 'reports', 'findings'] as const;
  const files = await writeTables(
    generated(),
    targets.map((resource) => ({ resource, format: one, name: `${resource}.${one}` })),
    { open, heads: null, say: SAY.zh, about: {} },
  );
  clearInterval(watch);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage();
  const worked = ((user + system) / 1e6).toFixed(1);
  const size = statSync(join(folder, files[0]?.name as string)).size / 1e6;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  console.log(
    `${one.padEnd(8)} ${shape}  ${seconds} s (processor ${worked} s)  peak ${megabytes(peak)} MB  ${size.toFixed(1)} MB  ${files[0]?.rows} rows`,
  );
  rmSync(folder, { recursive: true });
} else {
  for (const each of SHAPES) {
    for (const format of EXPORT_FORMATS) {
      spawnSync(process.execPath, [import.meta.filename, String(reports), format, each], { stdio: 'inherit' });
    }
  }
}
