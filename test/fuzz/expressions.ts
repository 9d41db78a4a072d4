/**
 * `npm run expressions`: each regular expression of `shared/`, literal or made when modules load, judged by recheck, which
 * finds texts that make one try the same again and again. Prints those that may, with the degree. Exit status 1 where one
 * takes exponential time. What happens inside an expression is one step to `growth.test.ts`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkSync } from 'recheck';

const SHARED = join(import.meta.dirname, '../../shared');
const TIMEOUT_MS = 3000;
/** Modules that do something as soon as they are loaded. */
const PROGRAMS = /(?:main|worker)\.ts$/;

const found = new Map<string, { pattern: string; flags: string; where: string }>();
const add = (pattern: string, flags: string, where: string) =>
  found.set(`/${pattern}/${flags}`, { pattern, flags, where });

function literalsOf(node: unknown, where: string): void {
  if (node === null || typeof node !== 'object') return;
  if ('regex' in node && node.regex) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    add(pattern, flags, where);
  } else for (const child of Object.values(node)) literalsOf(child, where);
}

const files = globSync('**/*.ts', { cwd: SHARED }).map((file) => join(SHARED, file));
for (const file of files) literalsOf(parseSync(file, readFileSync(file, 'utf8')).program, relative(SHARED, file));
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given) {
    const made: RegExp = Reflect.construct(target, given);
    const at = /shared\/(\S+\.ts):/.exec(new Error().stack ?? '')?.[1];
    if (at !== undefined) add(made.source, made.flags, `${at} (made)`);
    return made;
  },
});
for (const file of files) if (!PROGRAMS.test(file)) await import(file);

const counts: Record<string, number> = {};
for (const { pattern, flags, where } of found.values()) {
  const judged = checkSync(pattern, flags, { timeout: TIMEOUT_MS, checker: 'automaton' });
  const kind = judged.status === 'vulnerable' ? judged.complexity.type : judged.status;
  counts[kind] = (counts[kind] ?? 0) + 1;
  if (judged.status === 'vulnerable') console.log(`${kind} ${where} ${pattern}`);
}
console.log(JSON.stringify(counts));
process.exitCode = (counts.exponential ?? 0) > 0 ? 1 : 0;
