/** The contract's JSON: one object a result, the numbers nested by the parts of their address. */
import type { Table } from '../domain/addresses.ts';
import { itemsOf } from '../mistakes/items.ts';
import type { Report } from '../report/types.ts';
import type { CheckResult } from '../result.ts';
import { SAY, type Say } from './language.ts';
import type { CellTree, ContractReport, ContractResult } from './schema.ts';

/** One result as `docs/contract.md` has it, in the words of `say` (Simplified Chinese unless told otherwise). */
export function toContract(result: CheckResult, say: Say = SAY.zh): ContractResult {
  return {
    source: result.source,
    status: result.status,
    report: result.report && contractReport(result.report),
    findings: result.findings.map(({ rule, severity, message, hint, basis, cells, expected, actual, ...rest }) => ({
      rule,
      severity,
      message: say(message),
      hint: hint && say(hint),
      basis: basis && say(basis),
      cells: [...cells],
      expected,
      actual,
      source: rest.source.map(({ line, text }) => ({ line, text })),
      fingerprint: rest.fingerprint,
    })),
    mistakes: itemsOf(result).map(({ severity, message, suspects, findings }) => ({
      ...{ severity, message: say(message), suspects },
      findings: findings.map(({ fingerprint }) => fingerprint),
    })),
    notes: (result.report?.notes ?? []).map(say),
    catalog: result.catalog,
    undecided: result.undecided.map(({ rule, reason }) => ({ rule, reason: say(reason) })),
  };
}

/** All results as one JSON array. */
export function json(results: readonly CheckResult[], say: Say): string {
  return `${JSON.stringify(
    results.map((result) => toContract(result, say)),
    null,
    2,
  )}\n`;
}

/** One line of JSON a result. */
export function ndjson(results: readonly CheckResult[], say: Say): string {
  return results.map((result) => `${JSON.stringify(toContract(result, say))}\n`).join('');
}

function contractReport(report: Report): ContractReport {
  const tables: Record<Table, CellTree> = { proactive: {}, requests: {}, disputes: {} };
  const raw: Record<string, string> = {};
  for (const [address, cell] of report.cells) {
    put(tables, address.split('.'), cell.value);
    if (cell.raw.trim() !== String(cell.value)) raw[address] = cell.raw;
  }
  const { title, agency, level, regionCode, year, period, publishedOn, signedOn, format, script } = report;
  return {
    ...{ title, agency, level, regionCode, year, period: period && { from: period.from, to: period.to } },
    ...{ publishedOn, signedOn, format, script, ...tables, raw },
  };
}

/** Puts a value into nested objects, making those on the way. */
function put(tree: CellTree, path: readonly string[], value: number | null): void {
  let at = tree;
  for (const part of path.slice(0, -1)) {
    at[part] ??= {};
    at = at[part] as CellTree;
  }
  at[path.at(-1) as string] = value;
}
