/** Which rules are about words of the report: their findings have to quote them. */
import type { Fault } from '../../shared/rules/types.ts';

const ABOUT_WORDS = /^(?:NAR|PRV|TXT)\.|^META\.(?:CITE|INDEX|PERIOD|YEAR)|^X(?:YR|AG)\.COPY/;

export function needsQuotation(id: string): boolean {
  return ABOUT_WORDS.test(id);
}

export function quotes({ evidence = [] }: Fault): boolean {
  return evidence.length > 0 && evidence.every(({ text }) => text !== '');
}
