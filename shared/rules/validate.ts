import { readClaims } from '../claims/read.ts';
import { type CellAddress, parseAddress } from '../domain/addresses.ts';
import { cellLabel, ROW_LABELS } from '../domain/labels.ts';
import { SEVERITIES, type Severity } from '../domain/severity.ts';
import type { Status } from '../domain/status.ts';
import type { Neighbours } from '../neighbours/types.ts';
import { rememberedFor } from '../remembered.ts';
import { type Cell, isFromPicture, type Report } from '../report/types.ts';
import type { CheckResult, Finding } from '../result.ts';
import { fingerprint } from './fingerprint.ts';
import { RULES } from './index.ts';
import { type Profile, weigh } from './profile.ts';
import { unreadCells } from './tables/unread.ts';
import type { Context, Fault, Rule } from './types.ts';
import { undecided as undecidedFor } from './verdict.ts';

const WORDS_IN_PICTURE = {
  zh: '图片中的文字没有读取。',
  en: 'The words of a picture are not read.',
};

/**
 * Runs the whole catalogue over one report. Findings are ordered by severity, then as the catalogue; `failed` exactly
 * when one of them is an error, `incomplete` when none is but a cell of the form was not read. What a rule could not
 * decide is told beside them.
 */
export function validate(
  report: Report,
  { profile, neighbours = {} }: { profile: Profile; neighbours?: Neighbours },
): { status: Exclude<Status, 'unreadable'> } & Pick<CheckResult, 'findings' | 'undecided'> {
  const context: Context = { report, claims: readClaims(report), neighbours, parameters: profile.parameters };
  const findings = new Map<string, Finding>();
  const undecided: CheckResult['undecided'] = [];
  for (const rule of RULES) {
    const result =
      rule.about === 'words' && isFromPicture(report) ? undecidedFor(WORDS_IN_PICTURE) : rule.check(context);
    if (result.verdict === 'notApplicable') continue;
    undecided.push(...result.undecided.map((reason) => ({ rule: rule.id, reason })));
    for (const fault of result.faults) {
      const severity = weigh(profile, rule, fault);
      if (severity === 'off') continue;
      const finding = toFinding(report, rule, fault, severity);
      const same = findings.get(finding.fingerprint);
      if (same) same.source.push(...finding.source);
      else findings.set(finding.fingerprint, finding);
    }
  }
  const ordered = SEVERITIES.flatMap((severity) => [...findings.values()].filter((one) => one.severity === severity));
  return { status: statusOf(ordered, report), findings: ordered, undecided };
}

/** An error fails; without one, a report is passed only if every cell of its form was read. */
function statusOf([gravest]: readonly Finding[], report: Report): Exclude<Status, 'unreadable'> {
  if (gravest?.severity === 'error') return 'failed';
  return unreadCells(report).length > 0 ? 'incomplete' : 'passed';
}

function toFinding(report: Report, rule: Rule, fault: Fault, severity: Severity): Finding {
  const cells = fault.cells ?? [];
  const evidence = (fault.evidence ?? []).map(({ place, text }) => ({ line: place.line, text, place }));
  return {
    rule: rule.id,
    code: fault.code ?? null,
    severity,
    message: fault.message,
    hint: fault.hint ?? null,
    basis: rule.basis,
    cells,
    expected: fault.expected ?? null,
    actual: fault.actual ?? null,
    source: [...evidence, ...printedRows(report, cells)],
    fingerprint: fingerprint(rule.id, fault),
  };
}

const lineOf = ({ place }: Cell) => `${place.page ?? ''}:${place.line}`;
const cellsByLine = rememberedFor(({ cells }: Report) => Map.groupBy(cells, ([, cell]) => lineOf(cell)));

/** The lines where the cells stand, each once: label of the row and what is printed of it on that line. */
function printedRows(report: Report, addresses: readonly CellAddress[]): Finding['source'] {
  const lines = new Map<string, Finding['source'][number]>();
  for (const address of addresses) {
    const cell = report.cells.get(address);
    if (!cell) continue;
    const { table, row } = parseAddress(address);
    const key = `${table}.${row}@${lineOf(cell)}`;
    if (lines.has(key)) continue;
    const start = `${table}.${row}.`;
    const together = (cellsByLine(report).get(lineOf(cell)) ?? []).flatMap(([other, { raw }]) =>
      other.startsWith(start) ? [raw.trim() || '（空白）'] : [],
    );
    const label = together.length === 1 ? cellLabel(address).zh : ROW_LABELS[`${table}.${row}`]?.zh;
    const text = `${label}：${together.join(' | ')}`;
    lines.set(key, { line: cell.place.line, text, place: cell.place });
  }
  return [...lines.values()];
}
