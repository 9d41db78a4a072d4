/** The `body` of a record: packed JSON of its result, kept under DynamoDB's 400 KB an item. */
import { TRIMMED_HINT, trimmedWords } from '../../../shared/output/words/limits.ts';
import type { StoredResult } from '../../../shared/record.ts';
import type { Finding } from '../../../shared/result.ts';
import { packJson, unpackJson } from '../table/packing.ts';

/** 400 KB an item (1 KB is 1024 bytes here), less room for the keys and attributes beside the body. */
const MAX_BODY_BYTES = 380 * 1024;

/** Rule of the finding that says that the store left something out. */
export const TRIMMED = 'FILE.TRIMMED';

/** What is left out, in this order, until the rest fits: longest texts last, so that the tables always stay. */
const TRIMS: ((result: StoredResult) => StoredResult)[] = [
  (result) => ({ ...result, findings: result.findings.slice(0, 200) }),
  (result) => ({ ...result, undecided: result.undecided.slice(0, 200) }),
  (result) => withProse(result, 2000),
  (result) => ({ ...result, findings: result.findings.slice(0, 20) }),
  (result) => withProse(result, 100),
];

/** @throws Error where even the trimmed result is too large for one item */
export function packBody(result: StoredResult): Uint8Array {
  let kept = result;
  let body = packJson(kept);
  for (const trim of TRIMS) {
    if (body.length <= MAX_BODY_BYTES) return body;
    kept = trim(kept);
    body = packJson({ ...kept, findings: [trimmed(result, kept), ...kept.findings] });
  }
  if (body.length <= MAX_BODY_BYTES) return body;
  throw new Error(`a result of ${body.length} bytes, trimmed, is over the ${MAX_BODY_BYTES} that one item may hold`);
}

export function unpackBody(body: Uint8Array): StoredResult {
  return unpackJson<StoredResult>(body);
}

function withProse(result: StoredResult, lines: number): StoredResult {
  return { ...result, report: result.report && { ...result.report, prose: result.report.prose.slice(0, lines) } };
}

/** The finding that says what the store left out. */
function trimmed(all: StoredResult, kept: StoredResult): Finding {
  const findings = [kept.findings.length, all.findings.length] as const;
  const lines = [kept.report?.prose.length ?? 0, all.report?.prose.length ?? 0] as const;
  return {
    rule: TRIMMED,
    code: null,
    severity: 'notice',
    message: trimmedWords(findings, lines),
    hint: TRIMMED_HINT,
    basis: null,
    cells: [],
    expected: null,
    actual: null,
    source: [],
    fingerprint: TRIMMED,
  };
}
