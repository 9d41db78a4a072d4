/** SARIF 2.1.0 (OASIS, 2020), for code hosts and viewers: one run, the catalogue as its rules. */

import { FORMATS } from '../document/formats.ts';
import { UNREADABLE } from '../document/unreadable.ts';
import { cellLabel, type Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import { cellsOfItem, itemsOf, type MistakeItem, rulesOfItem } from '../mistakes/items.ts';
import type { CheckResult, Source } from '../result.ts';
import { CATALOG_VERSION, RULES } from '../rules/index.ts';

import type { Say } from './language.ts';

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>;
/** Only in these is a line of the finding a line of the file. */
const LINED: readonly string[] = FORMATS.flatMap((format) =>
  'lined' in format && format.lined ? [format.mediaType] : [],
);

const DESCRIPTORS: { id: string; title: Text; severity: Severity; basis: Text | null }[] = [
  ...RULES.map(({ id, title, severity, basis }) => ({ id, title, severity, basis })),
  ...Object.entries(UNREADABLE).map(([id, { what }]) => ({ id, title: what, severity: 'error' as const, basis: null })),
];
const RULE_INDEX = new Map(DESCRIPTORS.map(({ id }, index) => [id, index]));

/** All results as one SARIF log; an unreadable file is a result of the rule that names its reason. */
export function sarif(results: readonly CheckResult[], say: Say): string {
  const driver = {
    name: 'gouji',
    semanticVersion: CATALOG_VERSION,
    rules: DESCRIPTORS.map(({ id, title, severity, basis }) => ({
      id,
      shortDescription: { text: say(title) },
      ...(basis && { help: { text: say(basis) } }),
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  // A file may be given twice; the standard wants its artifacts unique.
  const artifacts = [...new Map(results.map(({ source }) => [`${source.name} ${source.sha256}`, source])).values()];
  const indexOf = ({ name, sha256 }: Source) =>
    artifacts.findIndex((other) => other.name === name && other.sha256 === sha256);
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    artifacts: artifacts.map(artifact),
    results: results.flatMap((result) => {
      const index = indexOf(result.source);
      return itemsOf(result).map((item) => sarifResult(result.source, index, item, say));
    }),
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function artifact({ name, bytes, sha256, mediaType, encoding }: Source) {
  return {
    location: { uri: uriOf(name) },
    length: bytes,
    mimeType: mediaType,
    hashes: { 'sha-256': sha256 },
    ...(encoding && { encoding }),
  };
}

/** One result a mistake, under the first rule that noticed it. */
function sarifResult(source: Source, index: number, item: MistakeItem, say: Say) {
  const { severity, message, suspects, findings } = item;
  const [finding] = findings;
  const first = finding.source[0];
  const lined = first !== undefined && LINED.includes(source.mediaType);
  const words = [message, finding.hint, finding.basis].flatMap((one) => (one ? [say(one)] : []));
  const region = lined && {
    startLine: first.line,
    ...(first.place.column !== undefined && { startColumn: first.place.column }),
    snippet: { text: first.text },
  };
  return {
    ruleId: finding.rule,
    ...(RULE_INDEX.has(finding.rule) && { ruleIndex: RULE_INDEX.get(finding.rule) }),
    level: LEVELS[severity],
    message: { text: words.join('\n') },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(source.name), index }, ...(region && { region }) },
        logicalLocations: cellsOfItem(item).map((address) => ({
          name: say(cellLabel(address)),
          fullyQualifiedName: address,
          kind: 'cell',
        })),
      },
    ],
    partialFingerprints: { 'gouji/v1': finding.fingerprint },
    properties: {
      expected: finding.expected,
      actual: finding.actual,
      ...(suspects.length > 0 && { suspects }),
      ...(findings.length > 1 && {
        rules: rulesOfItem(item),
        findings: findings.map(({ fingerprint }) => fingerprint),
      }),
    },
  };
}

/** A path as a relative URI reference: its parts escaped, its separators kept. */
function uriOf(name: string): string {
  return name.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
