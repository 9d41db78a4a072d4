/** Figures of a bench: how they are printed, kept and compared. */
import { readFileSync } from 'node:fs';

export interface Figure {
  name: string;
  value: number;
  /** `ms` of processor time, `KB`; counts have none. */
  unit?: 'ms' | 'KB';
  /** What the same machine took in the same minute for the least that could be done. */
  floor?: number;
  /** How many floors the value may be, or, without a floor, what it may be. */
  bar?: number;
}

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const ratioOf = ({ value, floor }: Figure) => (floor === undefined ? value : value / floor);

/** Floors where there is a floor, else the value itself: what can be compared with other days and machines. */
export function comparable(figure: Figure): number {
  return ratioOf(figure);
}

export function printed(figure: Figure): string {
  const { name, value, unit = '', floor, bar } = figure;
  const ratio = floor === undefined ? '' : `${digits(ratioOf(figure))} × ${digits(floor)}`;
  const verdict = bar === undefined ? '' : `bar ${bar}: ${ratioOf(figure) <= bar ? 'held' : 'missed'}`;
  return [name.padEnd(58), `${digits(value)} ${unit}`.padStart(12), ratio.padStart(18), verdict].join('  ').trimEnd();
}

/** The figures, as this script was asked: for people, or with `--json` as JSON for `main.ts`. */
export function report(figures: readonly Figure[]): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const figure of figures) console.log(printed(figure));
}

/** Times move with the machine; ratios do so by so much. Counts have to be the same. */
const TOLERANCE = 1.2;

/** A line for each figure that is greater than in the saved run, or that is not in it. */
export function grown(figures: readonly Figure[], file: string): string[] {
  const before: Figure[] = JSON.parse(readFileSync(file, 'utf8'));
  return figures.flatMap((figure) => {
    const earlier = before.find(({ name }) => name === figure.name);
    if (earlier === undefined) return [`new: ${printed(figure)}`];
    const [then, now] = [comparable(earlier), comparable(figure)];
    // Milliseconds without a floor say nothing on another day.
    if (figure.unit === 'ms' && figure.floor === undefined) return [];
    return now > then * (figure.unit === 'ms' ? TOLERANCE : 1)
      ? [`grown: ${figure.name}: ${digits(then)} → ${digits(now)}`]
      : [];
  });
}
