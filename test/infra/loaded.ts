/** What a start loads, as esbuild tells it. */
import type { Metafile } from 'esbuild';

/** The chunks that these modules load at once, as esbuild cut them, and their kilobytes together. */
export function loadedBy({ outputs }: Metafile, entries: readonly string[]): { chunks: string[]; kilobytes: number } {
  const found = new Set<string>();
  const open = Object.keys(outputs).filter((name) => entries.includes(outputs[name]?.entryPoint ?? ''));
  if (open.length !== entries.length) throw new Error(`not bundled as chunks of their own: ${entries.join(', ')}`);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const { path, kind, external } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) open.push(path);
    }
  }
  const bytes = [...found].reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
  return { chunks: [...found], kilobytes: Math.round(bytes / 1024) };
}
