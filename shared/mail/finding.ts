/** One finding in plain words: what is wrong, the piece of the table, the sum, the likely cause, the basis. */

import { cellLabel, ROW_LABELS, type Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';

import { cleanLine } from './clean.ts';
import { excerptsOf } from './excerpt.ts';
import { type Crossings, spellSum, sumOf } from './sum.ts';
import type { Block, Tone, Voice } from './types.ts';

const TONES: Record<Severity, Tone> = { error: 'bad', warning: 'doubt', notice: 'plain' };
const MOST_QUOTES = 3;
const MOST_LINES = 4;

/** What a change mail says of a finding beside its severity. */
export type Freshness = 'new' | 'changed' | 'still' | null;

/** @param number the place of the finding in the mail, from 1 */
export function findingCard(
  finding: Finding,
  number: number,
  report: StoredReport | null,
  crossings: Crossings,
  freshness: Freshness,
  voice: Voice,
): Block {
  const marks = [voice.say(`severity.${finding.severity}`), ...(freshness ? [voice.say(`fresh.${freshness}`)] : [])];
  return {
    kind: 'card',
    tone: TONES[finding.severity],
    sign: `${number}. ${marks.join(' · ')}`,
    title: cleanLine(voice.text(finding.message), 500),
    blocks: [
      ...quotes(finding, voice),
      ...(report ? excerptsOf(finding, report, crossings, voice) : []),
      ...(report ? sumBlocks(finding, report, voice) : []),
      ...(finding.hint ? [hintBlock(finding.rule, finding.hint, voice)] : []),
      ...(finding.basis
        ? [paragraph(voice.say('finding.basis', { basis: cleanLine(voice.text(finding.basis), 300) }), true)]
        : []),
      paragraph(origin(finding, voice), true),
    ],
  };
}

function paragraph(text: string, quiet = false): Block {
  return { kind: 'paragraph', text, quiet };
}

/** Of a file that cannot be read the hint is an advice, of a number the likely cause. */
function hintBlock(rule: string, hint: Text, voice: Voice): Block {
  const key = rule.startsWith('FILE.') ? 'finding.advice' : 'finding.cause';
  return paragraph(voice.say(key, { cause: cleanLine(voice.text(hint), 500) }));
}

function sumBlocks(finding: Finding, report: StoredReport, voice: Voice): Block[] {
  const sum = sumOf(finding);
  const spelled = sum && spellSum(sum, report);
  if (!spelled) return [];
  const zeros = spelled.zeros > 0 ? voice.say('sum.zeros', { zeros: spelled.zeros }) : '';
  return [{ kind: 'sum', text: spelled.text + zeros }];
}

/** Lines of the report that are evidence beside its cells: the sentence that says another number, as printed. */
function quotes(finding: Finding, voice: Voice): Block[] {
  const rowsDrawn = finding.cells.flatMap((address) => {
    const row = ROW_LABELS[address.slice(0, address.lastIndexOf('.'))];
    return [`${row?.zh}：`, `${cellLabel(address).zh}：`];
  });
  const sentences = finding.source.filter(
    ({ text }) => text.trim() !== '' && !rowsDrawn.some((label) => text.startsWith(label)),
  );
  return sentences.slice(0, MOST_QUOTES).map((source) => ({
    kind: 'quote',
    text: cleanLine(source.text, 300),
    note: voice.say('finding.line', { line: source.line }),
  }));
}

function origin(finding: Finding, voice: Voice): string {
  const lines = [...new Set(finding.source.map((source) => source.line))].sort((one, other) => one - other);
  if (lines.length === 0) return voice.say('finding.rule', { rule: finding.rule });
  const shown = lines.slice(0, MOST_LINES).join(voice.say('comma'));
  const where = lines.length > MOST_LINES ? voice.say('finding.manyLines', { lines: shown }) : shown;
  return voice.say('finding.ruleAndLines', { rule: finding.rule, lines: where });
}
