/** The whole road for one file, without any cloud: bytes → documents → reports → findings. */

import { createHash } from 'node:crypto';
import { tookTooMuch } from './document/limits.ts';
import { type InputFile, type OnStep, openDocuments, type ReadFile } from './document/read.ts';
import { UNREADABLE, UnreadableError } from './document/unreadable.ts';
import { mistakesOf } from './mistakes/mistakes.ts';
import type { Neighbours } from './neighbours/types.ts';
import { readReport } from './report/read.ts';
import type { CheckResult, Finding, Source } from './result.ts';
import { fingerprint } from './rules/fingerprint.ts';
import { CATALOG_VERSION } from './rules/index.ts';
import { PROFILES, type Profile } from './rules/profile.ts';
import { validate } from './rules/validate.ts';

interface CheckOptions {
  profile?: Profile;
  /** Hears what is being done with the file, for the case that it is never finished. */
  onStep?: OnStep;
  /** Other reports that take part in the rules across years and agencies. */
  neighbours?: Neighbours;
}

/**
 * Reads and validates a file: one result, or one for each report of a ZIP. Bad input is a result with status
 * `unreadable` and one finding that says why, never an exception.
 */
export async function check(file: InputFile, options: CheckOptions = {}): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const opened of await openReports(file, options)) results.push(await opened.check());
  return results;
}

/** The reports of a file by name, none of them read yet: a ZIP of a thousand is checked one by one. */
export async function openReports(
  file: InputFile,
  options: CheckOptions = {},
): Promise<{ name: string; check(): Promise<CheckResult> }[]> {
  const opened = await openDocuments(file, options);
  return opened.map(({ name, read }) => ({ name, check: async () => checkRead(await read(), options) }));
}

async function checkRead({ name, bytes, mediaType, document }: ReadFile, options: CheckOptions): Promise<CheckResult> {
  const isError = document instanceof UnreadableError;
  const source: Source = {
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType,
    encoding: isError ? null : document.encoding,
  };
  try {
    if (isError) throw document;
    options.onStep?.('checking the report');
    return recheck({ source, report: await readReport(document) }, options);
  } catch (error) {
    return unreadable(source, asUnreadable(error));
  }
}

/** A file whose parts nest or repeat beyond what fits on the stack is too large; any other error is the program's own. */
function asUnreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  if (error instanceof RangeError && /call stack/.test(error.message))
    return tookTooMuch('the stack was full', 'checking');
  throw error;
}

/** Validates a report that was read before, for example when a neighbour arrived or the catalogue changed. */
export function recheck(
  read: { source: Source; report: NonNullable<CheckResult['report']> },
  options: CheckOptions = {},
): CheckResult {
  const outcome = validate(read.report, {
    profile: options.profile ?? PROFILES.strict,
    neighbours: options.neighbours ?? {},
  });
  return {
    source: read.source,
    report: read.report,
    ...outcome,
    mistakes: mistakesOf(outcome.findings, read.report),
    catalog: CATALOG_VERSION,
  };
}

/** The result of a file that holds no readable report. */
export function unreadable(source: Source, error: UnreadableError): CheckResult {
  const { what, hint } = error.words ?? UNREADABLE[error.reason];
  const detail = error.detail === null ? '' : `(${error.detail})`;
  const message = { zh: what.zh + detail, en: what.en + (detail && ` ${detail}`) };
  const finding: Finding = {
    rule: error.reason,
    code: null,
    severity: 'error',
    message,
    hint,
    basis: null,
    cells: [],
    expected: null,
    actual: null,
    source: [],
    fingerprint: fingerprint(error.reason, { message }),
  };
  return {
    source,
    status: 'unreadable',
    report: null,
    findings: [finding],
    mistakes: mistakesOf([finding], null),
    undecided: [],
    catalog: CATALOG_VERSION,
  };
}
