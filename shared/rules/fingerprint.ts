import { hash } from 'node:crypto';
import type { Fault } from './types.ts';

/**
 * 16 hexadecimal digits that stay the same when the same fault is found again: made from rule, sub-code, cells, both
 * sides and the words of the evidence, but not from lines, layout or the wording of the message.
 */
export function fingerprint(rule: string, fault: Fault): string {
  const words = (fault.evidence ?? []).map(({ text }) => text.replace(/\s+/g, ''));
  const identity = [rule, fault.code, fault.cells ?? [], fault.expected, fault.actual, words];
  return hash('sha256', JSON.stringify(identity)).slice(0, 16);
}
