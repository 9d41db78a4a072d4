/** From findings to what went wrong: what pages, mails and the terminal show. */
import type { Finding, Mistake } from '../result.ts';

/** Groups findings that one slip explains, in the order of their gravest finding. Today each stands alone. */
export function mistakesOf(findings: readonly Finding[]): Mistake[] {
  return findings.map(({ severity, message, fingerprint }) => ({
    severity,
    message,
    suspects: [],
    findings: [fingerprint],
  }));
}
