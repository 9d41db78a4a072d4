/** What `expected.json` of a folder of the corpus may say about one case, and how a case is judged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Cells by address; `null` is a cell that was printed without a number. */
type Cells = Record<string, number | null>;
/** Cells, or the name of a file beside `expected.json` that lists them. */
type CellsOrFile = Cells | string;

/** One entry of `expected.json`: its key is the name of the file that is checked. Everything not named is not judged. */
export interface Case {
  /** What the case shows, in a sentence. */
  about?: string;
  /** Files that are checked together as neighbours; without it the file is checked alone. */
  together?: string[];
  /** The file may make the process too large or too slow: it is checked in a process of its own, which has 30 seconds. */
  hostile?: true;
  /** Whether a report is recognised in it. */
  readable?: boolean;
  /** Fields of `report` as they have to be. */
  report?: Record<string, unknown>;
  /** Cells as they have to be. */
  cells?: CellsOrFile;
  /** `cells` names every cell that may be read. */
  noOtherCells?: true;
  /** Every number that is read is the one given here; any cell may be absent. */
  noneWrong?: CellsOrFile;
  /** No numbers are read in these cells… */
  noNumbers?: string[];
  /** … or exactly these. */
  orCells?: Cells;
  /** Rules that find something. */
  mustFind?: string[];
  mustFindOneOf?: string[];
  /** Rules that find nothing. */
  mustNotFind?: string[];
  /** All findings, in order, as `severity RULE`. */
  findings?: string[];
  /** All findings of the rules about text against table, in order, as `RULE expected≠actual`. */
  narrative?: string[];
}

interface Finding {
  rule: string;
  severity: string;
  expected: unknown;
  actual: unknown;
}
/** One line of `gouji check --format ndjson`, as far as cases are judged by it. */
export interface Result {
  source: { name: string };
  status: string;
  report: Record<string, unknown> | null;
  findings: Finding[];
}

/**
 * Fails with the first difference between what came out and what the case asks for.
 * @param folder where the files of cells lie
 * @param results of the file, or of all files of `together`; `report` and cells are those of the first that has a report
 */
export function judge(expected: Case, results: readonly Result[], folder: string): void {
  const first = results.find(({ report }) => report) ?? results[0];
  if (first === undefined) throw new Error('no result');
  const cells = cellsOf(first.report);
  const given = (list: CellsOrFile): Cells =>
    typeof list === 'string' ? JSON.parse(readFileSync(join(folder, list), 'utf8')) : list;

  if (expected.readable !== undefined) expect(first.report !== null, first.findings[0]?.rule).toBe(expected.readable);
  if (expected.report) expect(first.report).toMatchObject(expected.report);
  if (expected.cells) {
    const wanted = given(expected.cells);
    expect(expected.noOtherCells ? cells : only(cells, Object.keys(wanted))).toEqual(wanted);
  }
  if (expected.noneWrong) {
    const numbers = Object.keys(cells).filter((address) => cells[address] !== null);
    expect(only(cells, numbers)).toEqual(only(given(expected.noneWrong), numbers));
  }
  if (expected.noNumbers) {
    const numbers = Object.entries(only(cells, expected.noNumbers)).filter(([, value]) => value !== null);
    if (numbers.length > 0) expect(Object.fromEntries(numbers)).toEqual(expected.orCells ?? {});
  }

  const findings = results.flatMap((result) => result.findings);
  const rules = findings.map(({ rule }) => rule);
  for (const rule of expected.mustFind ?? []) expect(rules).toContain(rule);
  for (const rule of expected.mustNotFind ?? []) expect(rules).not.toContain(rule);
  if (expected.mustFindOneOf) expect(expected.mustFindOneOf).toContain(rules[0]);
  if (expected.findings) {
    const named = findings.map(({ severity, rule }) => `${severity} ${rule}`);
    expect(named).toEqual(expected.findings);
  }
  if (expected.narrative) {
    const found = findings.filter(({ rule }) => rule.startsWith('NAR.'));
    expect(found.map(({ rule, expected, actual }) => `${rule} ${expected}≠${actual}`)).toEqual(expected.narrative);
  }
}

/** The cells of a report in the JSON of a result, by address. */
function cellsOf(report: Result['report']): Cells {
  const cells: Cells = {};
  const walk = (value: unknown, address: string): void => {
    if (typeof value === 'number' || value === null) cells[address] = value;
    else for (const [key, below] of Object.entries(value ?? {})) walk(below, `${address}.${key}`);
  };
  for (const table of ['proactive', 'requests', 'disputes']) walk(report?.[table] ?? {}, table);
  return cells;
}

function only(cells: Cells, addresses: readonly string[]): Cells {
  return Object.fromEntries(
    addresses.flatMap((address) => (address in cells ? [[address, cells[address] ?? null]] : [])),
  );
}
