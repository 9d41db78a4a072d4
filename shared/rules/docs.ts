/** The catalogue as data and as the page docs/rules.md (`npm run --silent gouji -- rules --format md`). */

import type { Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import { exampleContext } from './example.ts';
import { CATALOG_VERSION, RULES } from './index.ts';
import { codesOf } from './profile.ts';
import type { Example, Fault, Rule } from './types.ts';

interface CatalogRule {
  id: string;
  title: Text;
  severity: Severity;
  basis: Text | null;
  /** Sub-codes; `severity` is in force where the profile says nothing, `hidden` ones are shown only if it names them. */
  codes: { code: string; severity: Severity; hidden: boolean }[];
}

/** The catalogue for programs: what a finding's `rule` and `code` stand for. */
export function catalogJson(): { version: string; rules: CatalogRule[] } {
  return {
    version: CATALOG_VERSION,
    rules: RULES.map((rule) => ({
      id: rule.id,
      title: rule.title,
      severity: rule.severity,
      basis: rule.basis,
      codes: codesOf(rule).map((code) => ({
        code,
        severity: severityOf(rule, code),
        hidden: rule.hiddenCodes?.includes(code) ?? false,
      })),
    })),
  };
}

/** The page of the documentation: a table of all rules, then each with its examples and what it says of them. */
export function catalogMarkdown(): string {
  const { version, rules } = catalogJson();
  const table = rules.map(
    ({ id, title, severity, basis }) => `| [${id}](#${anchor(id)}) | ${title.zh} | ${severity} | ${basis?.zh ?? ''} |`,
  );
  return [
    '# Rules',
    '',
    `Catalogue ${version}, ${rules.length} rules. Made from the code by \`gouji rules --format md\`; do not edit.`,
    '',
    'Every example is the report of 示例市示例局 with a small edit; the tests run exactly these. *Undecided*: an input is',
    'blank or was not read, so the rule neither passes nor fails.',
    '',
    '| rule | | severity | basis |',
    '| --- | --- | --- | --- |',
    ...table,
    ...RULES.flatMap(section),
    '',
  ].join('\n');
}

function section(rule: Rule): string[] {
  const codes = codesOf(rule).map(
    (code) => `\`${code}\` (${severityOf(rule, code)}${rule.hiddenCodes?.includes(code) ? ', hidden' : ''})`,
  );
  return [
    '',
    `## ${rule.id}`,
    '',
    `${rule.title.zh} · ${rule.title.en} · **${rule.severity}**`,
    ...(codes.length > 0 ? ['', `Sub-codes: ${codes.join(', ')}.`] : []),
    '',
    ...rule.examples.flatMap((example) => toItem(rule, example)),
  ];
}

/** One example with its outcome; where the rule fails, in the words that it prints. */
function toItem(rule: Rule, example: Example): string[] {
  if (typeof example.outcome === 'string') {
    return [`- ${example.title}: *${example.outcome === 'notApplicable' ? 'not applicable' : example.outcome}*`];
  }
  const verdict = rule.check(exampleContext(example));
  const faults = verdict.verdict === 'decided' ? verdict.faults : [];
  return [`- ${example.title}:`, ...faults.map(toWords)];
}

function toWords({ code, message, hint }: Fault): string {
  const words = [message.zh, message.en, ...(hint ? [hint.zh, hint.en] : [])];
  return `  - ${code ? `\`${code}\` ` : ''}${words.join(' ')}`;
}

function severityOf(rule: Rule, code: string): Severity {
  const faults = rule.examples.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : outcome.fails));
  return faults.find((fault) => fault.code === code && fault.severity)?.severity ?? rule.severity;
}

/** As GitHub makes anchors of headings. */
function anchor(id: string): string {
  return id.toLowerCase().replaceAll('.', '');
}
