/**
 * Runs of values that may be another row's: where a row lost its label, its numbers come to stand behind the label of the
 * row before, if that row holds nothing, or too little.
 */
import type { Token } from '../tokens.ts';
import { bareLabel } from './patterns.ts';
import { hasLongerGaps, type Run, straddles } from './values.ts';

/**
 * The runs that position alone does not give to their label. `isFollowed`: whether the next label of the run at that place
 * is that of the form's next row, so that no row can have lost its label between the two.
 */
export function doubtfulRuns(runs: readonly Run[], isFollowed: (index: number) => boolean): ReadonlySet<Run> {
  const late = lateRuns(runs);
  const beside = runs.filter((run) => run.isBeside === true).length;
  const apart = runs.filter((run) => run.isBeside === false).length;
  return new Set(
    runs.filter(
      (run, index) =>
        late.has(run) || (((beside > apart && run.isBeside === false) || isBroken(run)) && !isFollowed(index)),
    ),
  );
}

/** A label that its own numbers are glued to: those behind it are another row's. */
export function holdsDigits(label: readonly Token[]): boolean {
  const words = label.map(({ key }) => key).join('');
  return /\d/.test(bareLabel(words).bare.replace(/\([^()]*\)/g, ''));
}

/** Some values on the label's line, or several on a line, and others on further lines, or farther off than the others. */
function isBroken(run: Run): boolean {
  const printed = (run.values as Token[]).filter(({ plain, row }) => plain !== '' && row === null);
  const lines = new Set(printed.map(({ place }) => place.line)).size;
  return lines > 1 && (run.isBeside === true || straddles(printed) || hasLongerGaps(printed) || isFarther(run));
}

/**
 * Whether the second value stands farther from the first than that from the label: then blank cells and a lost label stand
 * between them, and each may be the only number of a row.
 */
function isFarther(run: Run): boolean {
  const [, second] = run.values as Token[];
  const gap = firstGap(run);
  return gap !== null && second !== undefined && second.gap > gap;
}

/** Where the first number of a run stands behind its label and its rest: empty lines between them, if both are lines of text. */
function firstGap({ found }: Run): number | null {
  const first = found.find(({ holds }) => holds !== 'words');
  return first && first.row === null && !first.cell ? first.gap : null;
}

/** The runs whose first number stands farther from its label than is usual: cells or another label were lost there. */
function lateRuns(runs: readonly Run[]): ReadonlySet<Run> {
  const counts = new Map<number, number>();
  for (const gap of runs.map(firstGap)) if (gap !== null) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [usual = 0] = [...counts].sort(([gap, one], [other, another]) => another - one || gap - other)[0] ?? [];
  return new Set(runs.filter((run) => (firstGap(run) ?? 0) > usual));
}
