/** From findings to what went wrong: what pages, mails and the terminal show. */
import type { Claim } from '../claims/types.ts';
import type { CellAddress } from '../domain/addresses.ts';
import { editDistance } from '../domain/edit-distance.ts';
import { SEVERITIES } from '../domain/severity.ts';
import type { Report } from '../report/types.ts';
import type { Finding, Mistake } from '../result.ts';
import { agrees, isAbout, isOfNumber, witnesses } from './claims.ts';
import { disputeRepairs, type Repair, requestRepairs } from './repairs.ts';
import { addressesOf, type CellNumbers, type CellSum, disputeSums, missOf, numbersOf, requestSums } from './sums.ts';
import { repairWords, textIsSuspect } from './words.ts';

/** More alternatives than this name no cell, unless few of them hold a number: the sums alone are told. */
const MOST_ALTERNATIVES = 8;

/**
 * Groups findings that one slip explains, in the order of their gravest finding; a finding that nothing explains better
 * is a mistake of its own. A cause is named only where it makes every sum hold; where several would, they are told as
 * alternatives, those first that agree with the text.
 * @param findings of the report, gravest first
 * @param report `null` where none was recognised
 */
export function mistakesOf(findings: readonly Finding[], report: Report | null): Mistake[] {
  const explained = report === null ? [] : explanations(findings, report);
  const grouped = new Set(explained.flatMap((mistake) => mistake.findings));
  const alone = findings.filter(({ fingerprint }) => !grouped.has(fingerprint)).map(toMistake);
  const order = new Map(findings.map(({ fingerprint }, index) => [fingerprint, index]));
  const position = (mistake: Mistake) => Math.min(...mistake.findings.map((one) => order.get(one) ?? 0));
  return [...explained, ...alone].sort((one, other) => position(one) - position(other));
}

/** A finding that nothing explains better. */
export function toMistake({ severity, message, fingerprint }: Finding): Mistake {
  return { severity, message, suspects: [], findings: [fingerprint] };
}

function explanations(findings: readonly Finding[], report: Report): Mistake[] {
  if (!findings.some(({ cells }) => cells.length > 0)) return [];
  const numbers = numbersOf(report);
  const claims = witnesses(report);
  const sums = [...requestSums(report).all, ...disputeSums().all];
  const slips = [...requestRepairs(report), ...disputeRepairs(numbers)];
  const found: Mistake[] = [];
  const taken = new Set<string>();
  for (const alternatives of slips) {
    const likely = likeliest(alternatives, claims, numbers);
    const mistake = ofSlip(
      likely,
      findings.filter(({ fingerprint }) => !taken.has(fingerprint)),
      claims,
      sums,
      numbers,
    );
    if (mistake === null) continue;
    for (const fingerprint of mistake.findings) taken.add(fingerprint);
    found.push(mistake);
  }
  const open = findings.filter(({ fingerprint }) => !taken.has(fingerprint));
  return [...found, ...ofTexts(open, claims, sums, numbers, report)];
}

/** Results of additions, where most slips stand. */
const TOTAL = /^requests\.total\.|\.total$/;

/**
 * Those alternatives with which most claims of the text agree, in the order of how little was mistyped: 1069 is made 106
 * with one key, 2787 is not made 3750 so. Where that is equal, totals first, then a number in a cell that ought to hold
 * 0 as most do (that it is just the difference would be chance otherwise), then cells that hold something. Where the cell of the
 * slip is not the first, the one before it mends every sum with as few cells: no sum tells the two apart.
 */
function likeliest(alternatives: readonly Repair[], claims: readonly Claim[], numbers: CellNumbers): Repair[] {
  const scored = alternatives.map((repair) => {
    const changed = new Map([...numbers, ...repair.changes]);
    const score = claims.filter((claim) => agrees(claim, changed) === true).length;
    return { repair, score, order: [mistyped(repair, numbers), rankOf(repair, numbers)] as const };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score === best)
    .sort(({ order: [one, rank] }, { order: [other, otherRank] }) => one - other || rank - otherRank)
    .map(({ repair }) => repair);
}

/**
 * Keys that were hit wrong in the cell where the slip began; its totals follow from it. Cells exchanged are typed right,
 * and a number that is altogether in the wrong cell is one slip.
 */
function mistyped({ kind, changes }: Repair, numbers: CellNumbers): number {
  const [[cell, repaired] = []] = changes;
  if (cell === undefined || kind === 'exchanged') return 0;
  return repaired === 0 ? 1 : editDistance(String(numbers.get(cell) ?? ''), String(repaired));
}

function rankOf(repair: Repair, numbers: CellNumbers): number {
  const [[cell, repaired] = []] = repair.changes;
  if ([...repair.changes.keys()].every((one) => TOTAL.test(one))) return 0;
  if (repaired === 0 && !TOTAL.test(cell ?? '') && repair.kind !== 'exchanged') return 1;
  return isFilled(repair, numbers) ? 2 : 3;
}

/** A slip is likelier in a cell that holds something than in one of the many that hold 0. */
function isFilled({ changes }: Repair, numbers: CellNumbers): boolean {
  return [...changes.keys()].every((cell) => numbers.get(cell) !== 0);
}

/** The findings that are gone once the first alternative is put right. */
function ofSlip(
  alternatives: readonly Repair[],
  findings: readonly Finding[],
  claims: readonly Claim[],
  sums: readonly CellSum[],
  numbers: CellNumbers,
): Mistake | null {
  const [first] = alternatives;
  if (!first) return null;
  const changed = new Map([...numbers, ...first.changes]);
  const mended = sums.filter((sum) => (missOf(sum, numbers) ?? 0) !== 0 && missOf(sum, changed) === 0);
  const keys = new Set(mended.map((sum) => addressesOf(sum).join(' ')));
  const told = claims.filter((claim) => agrees(claim, numbers) === false && agrees(claim, changed) === true);
  const blank = [...first.changes.keys()].filter((cell) => !numbers.has(cell));
  const gone = findings.filter(
    (finding) =>
      keys.has(finding.cells.join(' ')) ||
      told.some((claim) => isAbout(finding, claim)) ||
      (blank.length > 0 && finding.cells.length > 0 && finding.cells.every((cell) => blank.includes(cell))),
  );
  if (gone.length === 0) return null;
  const filled = alternatives.filter((one) => isFilled(one, numbers));
  const named = [alternatives, filled].find(({ length }) => length <= MOST_ALTERNATIVES) ?? [];
  return {
    severity: gravest(gone),
    message: repairWords(alternatives, mended, numbers),
    suspects: suspectsOf(named, numbers),
    findings: gone.map(({ fingerprint }) => fingerprint),
  };
}

function suspectsOf(repairs: readonly Repair[], numbers: CellNumbers): Mistake['suspects'] {
  const suspects = repairs.flatMap(({ changes }) =>
    [...changes].map(([cell, repaired]) => ({ cell, reported: numbers.get(cell) ?? null, repaired })),
  );
  return [...new Map(suspects.map((suspect) => [`${suspect.cell} ${suspect.repaired}`, suspect])).values()];
}

/** Findings of text against table where every sum that the cells take part in holds, and there is one: the text is suspect. */
function ofTexts(
  findings: readonly Finding[],
  claims: readonly Claim[],
  sums: readonly CellSum[],
  numbers: CellNumbers,
  report: Report,
): Mistake[] {
  const differing = claims.filter((claim) => agrees(claim, numbers) === false);
  const isEvidence = (cell: CellAddress) => report.cells.get(cell)?.by === undefined;
  const taken = new Set<string>();
  return findings.flatMap((finding) => {
    const claim = differing.find((one) => isAbout(finding, one));
    if (!claim || taken.has(finding.fingerprint)) return [];
    const around = sums.filter((sum) => addressesOf(sum).some((cell) => finding.cells.includes(cell)));
    const holds = (cell: CellAddress) => around.some((sum) => addressesOf(sum).includes(cell));
    const right =
      around.every((sum) => missOf(sum, numbers) === 0 && addressesOf(sum).every(isEvidence)) &&
      finding.cells.every(holds);
    if (!right) return [];
    const all = [finding, ...findings.filter((one) => one !== finding && isOfNumber(one, claim))];
    for (const { fingerprint } of all) taken.add(fingerprint);
    return [
      {
        ...toMistake(finding),
        severity: gravest(all),
        message: textIsSuspect(finding.message),
        findings: all.map(({ fingerprint }) => fingerprint),
      },
    ];
  });
}

function gravest(findings: readonly Finding[]): Mistake['severity'] {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'notice';
}
