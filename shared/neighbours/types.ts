/** Reports that others are compared with. */
import type { CellAddress, FormEdition } from '../domain/addresses.ts';
import type { Level } from '../domain/level.ts';
import type { Status } from '../domain/status.ts';

/** The numbers, dates and text of another report, as far as rules across years and agencies need them. */
export interface Neighbour {
  id: string;
  agency: string;
  level: Level;
  regionCode: string | null;
  year: number;
  format: FormEdition;
  publishedOn: string | null;
  status: Exclude<Status, 'unreadable'>;
  cells: Readonly<Partial<Record<CellAddress, number | null>>>;
  /** Prose of each part, `plain`, joined by line feeds; digits kept. */
  text: Readonly<Record<string, string>>;
}

/** Other reports that take part. `undefined`: not looked for (the rule is undecided); `null` or empty: none there. */
export interface Neighbours {
  /** The same agency, the year before. */
  earlier?: Neighbour | null;
  /** Another copy of the same agency and year, with another content. */
  otherCopies?: Neighbour[];
  /** Agencies of the same region (and everything under it) and year. */
  peers?: Neighbour[];
  /** Agencies that the operator expects a report from, for this region and year, with those that have none. */
  roster?: { expected: string[]; absent: string[] };
}
