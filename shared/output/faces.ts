/** The faces of `gouji check`, one line each. */
import type { CheckResult } from '../result.ts';
import { cellsCsv, csv } from './csv.ts';
import { json, ndjson } from './json.ts';
import { junit } from './junit.ts';
import type { Say } from './language.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** All results as one file, in the words of `say`. */
type Face = (results: readonly CheckResult[], say: Say) => string;

export const FACES = { text, ndjson, json, sarif, junit, csv, cells: cellsCsv } as const satisfies Record<string, Face>;
