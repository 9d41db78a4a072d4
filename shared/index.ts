/**
 * What the package gives to programs: check a file, check several as neighbours, and write the outcome in any of the
 * formats of the command.
 * @example
 * import { check } from 'gouji';
 * const [result] = await check({ name: 'report.docx', bytes: await readFile('report.docx') });
 */
export { check } from './check.ts';
export { checkTogether } from './check-together.ts';
export type { InputFile } from './document/read.ts';
export { FACES } from './output/faces.ts';
export { toContract } from './output/json.ts';
export { loadSay } from './output/language.ts';
export type { CheckResult, Finding, Mistake, Source } from './result.ts';
export { catalogJson } from './rules/docs.ts';
export { PROFILES } from './rules/profile.ts';

// Node 20 lacks some of the language that is used below these names.
if (!('groupBy' in Map)) await import('./cli/node-20.ts');
