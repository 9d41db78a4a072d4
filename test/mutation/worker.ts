/** Runs examples and injected faults over one mutant after another, in its own thread: a mutant may never return. */
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import type { Context, Rule, Verdict } from '../../shared/rules/types.ts';
import { consistentCells } from '../rules/consistent.ts';
import { broken, equations, line } from '../rules/equations.ts';
import { needsQuotation, quotes } from '../rules/quotations.ts';
import { codeOf, type Mutant } from './mutants.ts';

const RULES_FOLDER = new URL('../../shared/rules/', import.meta.url).href;
/** These stay as they are when the catalogue is loaded anew around a mutant. */
const SHARED = /\/(?:example|example-data|types)\.ts$/;
let current: Mutant | null = null;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const mark = /\?mutant=\d+&all$/.exec(context.parentURL ?? '')?.[0];
    const isRulePart = resolved.url.startsWith(RULES_FOLDER) && !SHARED.test(resolved.url);
    return mark && isRulePart ? { ...resolved, url: resolved.url + mark } : resolved;
  },
  load(url, context, next) {
    if (!current || !url.includes('?mutant=') || fileURLToPath(url) !== current.file) return next(url, context);
    const { file, start, end, replacement } = current;
    const code = codeOf(file);
    return { format: 'module', source: code.slice(0, start) + replacement + code.slice(end), shortCircuit: true };
  },
});

/** What the tests see of a verdict: outcome, and of each fault what the example and docs/rules.md tell. */
function visible({ id }: Rule, verdict: Verdict, example: Rule['examples'][number]): string {
  if (verdict.verdict === 'notApplicable') return 'notApplicable';
  const told = typeof example.outcome === 'string' ? [] : example.outcome.fails;
  const faults = verdict.faults.map((fault, index) => {
    if (needsQuotation(id) && !quotes(fault)) return 'no quotation';
    if (fault.evidence?.some(({ place }) => !(place.line > 0))) return 'no place';
    const keys = Object.keys(told[index] ?? {}) as (keyof typeof fault)[];
    return [fault.code, fault.message, fault.hint, ...keys.map((key) => [key, fault[key]])];
  });
  return JSON.stringify(faults.length > 0 ? faults : verdict.undecided.length > 0);
}

const cases = RULES.map((rule) => ({
  rule,
  examples: rule.examples.map((example) => {
    const context = exampleContext(example);
    return { example, context, expected: visible(rule, rule.check(context), example) };
  }),
}));

const injected = (['2021-30', '2019-60'] as const).flatMap((format) => {
  const all = equations(format);
  return fc.sample(consistentCells(format), { seed: 20261121, numRuns: 6 }).flatMap((numbers, run) =>
    [...numbers]
      .filter((_, index) => index % 6 === run)
      .map(([address, value]) => {
        const edited = new Map<CellAddress, number>(numbers).set(address, value + 1);
        const context = exampleContext({ report: { format }, cells: Object.fromEntries(edited) });
        return { context, expected: broken(all, edited).join('\n') };
      }),
  );
});
const SUMS = ['T3.BALANCE', 'T3.RESULT-SUM', 'T3.ROW-TOTAL', 'T4.SUM'];

function sumsFound(rules: readonly Rule[], context: Context): string {
  return rules
    .filter(({ id }) => SUMS.includes(id))
    .flatMap((rule) => {
      const verdict = rule.check(context);
      return verdict.verdict === 'decided'
        ? verdict.faults.map(({ cells, expected, actual }) => line(rule.id, cells ?? [], expected, actual))
        : [];
    })
    .sort()
    .join('\n');
}

/** Whether any example or injected fault comes out otherwise under the mutant. */
async function isKilled(mutant: Mutant, index: number): Promise<boolean> {
  current = mutant;
  const url = pathToFileURL(mutant.file).href;
  const own = (await import(url)) as { rule?: Rule };
  try {
    const isAlone = Object.keys(own).join() === 'rule';
    const rules =
      own.rule && isAlone
        ? [((await import(`${url}?mutant=${index}`)) as { rule: Rule }).rule]
        : ((await import(`${RULES_FOLDER}index.ts?mutant=${index}&all`)) as { RULES: readonly Rule[] }).RULES;
    for (const rule of rules) {
      const original = cases.find(({ rule: { id } }) => id === rule.id);
      if (original?.rule.hiddenCodes?.join() !== rule.hiddenCodes?.join()) return true;
      for (const { example, context, expected } of original?.examples ?? []) {
        if (visible(rule, rule.check(context), example) !== expected) return true;
      }
    }
    if (own.rule && !SUMS.includes(own.rule.id)) return false;
    const others = own.rule ? RULES.filter(({ id }) => id !== own.rule?.id) : [];
    return injected.some(({ context, expected }) => sumsFound([...rules, ...others], context) !== expected);
  } catch {
    return true;
  }
}

// The report without edits has to be as the rules of sums expect it, or every mutant would seem killed.
if (sumsFound(RULES, exampleContext()) !== '' || exampleReport().cells.size === 0) throw new Error('not consistent');

parentPort?.on('message', async ({ mutant, index }: { mutant: Mutant; index: number }) => {
  parentPort?.postMessage({ index, killed: await isKilled(mutant, index) });
});
parentPort?.postMessage({ index: -1, killed: false });
