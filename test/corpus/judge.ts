/**
 * `npm run corpus:judge`: rule by rule, what fires where over the corpus and over clean generated reports, so that a
 * person can judge: the words of each finding under the file that it is about.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../shared/check.ts';
import { RULES } from '../../shared/rules/index.ts';
import { LAYOUTS, type LayoutName } from '../generator/layouts/all.ts';
import { print } from '../generator/print.ts';
import { reportArbitrary } from '../generator/report.ts';
import { corpusClaims } from './claims.ts';

/** Generated reports; a first argument gives another number. */
const GENERATED = Number(process.argv[2] ?? 200);
/** Folders whose files are made to break the reader say nothing of reports. */
const LEFT_OUT = new Set(['hostile']);
const SHOWN_LENGTH = 140;

const fired = new Map<string, string[]>();
let reports = 0;

async function judge(where: string, bytes: Uint8Array): Promise<void> {
  for (const { report, findings } of await check({ name: where, bytes })) {
    if (report !== null) reports += 1;
    for (const { rule, code, severity, message } of findings) {
      const line = `${where}: ${severity}${code ? ` ${code}` : ''} ${message.zh}`.slice(0, SHOWN_LENGTH);
      fired.set(rule, [...(fired.get(rule) ?? []), line]);
    }
  }
}

for (const folder of readdirSync(import.meta.dirname, { withFileTypes: true })) {
  if (!folder.isDirectory() || LEFT_OUT.has(folder.name)) continue;
  for (const file of readdirSync(join(import.meta.dirname, folder.name))) {
    if (file.endsWith('.json')) continue;
    await judge(`${folder.name}/${file}`, readFileSync(join(import.meta.dirname, folder.name, file)));
  }
}
const layouts = Object.keys(LAYOUTS) as LayoutName[];
for (const [index, report] of fc.sample(reportArbitrary(), { numRuns: GENERATED, seed: 20_211 }).entries()) {
  const layout = layouts[index % layouts.length] as LayoutName;
  const { bytes, name } = print(report, layout);
  await judge(`generated ${index} ${layout}: ${name}`, bytes);
}

for (const { id, severity } of RULES) {
  const lines = fired.get(id) ?? [];
  process.stdout.write(`${id} (${severity}): ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
process.stdout.write(`${reports} reports\n`);
const claims = await corpusClaims();
const inScope = claims.all.size - claims.outOfScope.size;
process.stdout.write(
  `${claims.all.size} claims in the corpus and in test/claims/wordings.ts, ${inScope} in scope (${Math.round((100 * inScope) / claims.all.size)} of 100). Out of scope:\n`,
);
for (const line of claims.outOfScope) process.stdout.write(`  ${line.slice(0, SHOWN_LENGTH)}\n`);
