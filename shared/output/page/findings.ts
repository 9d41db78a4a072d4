/** One mistake as a card: the suspect cell, the sums, the evidence, what to do, and what reviewers decided. */
import { UNREADABLE } from '../../document/unreadable.ts';
import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import type { StoredReport } from '../../record.ts';
import type { Finding } from '../../result.ts';
import { RULES } from '../../rules/index.ts';
import type { Say } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import { placeWords } from '../place.ts';
import { sidesOf } from '../sides.ts';
import { spellSum, sumOf } from '../sum.ts';
import { inBrackets, SEVERITY_WORDS, suspectWords } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { originalLink } from './beside.ts';
import { cellId, itemId } from './cells.ts';
import { decisionPart } from './decide.ts';
import type { Numbered } from './numbered.ts';
import type { ReportView, Voice } from './types.ts';

/** What each rule, or each reason why a file cannot be read, is called. */
export const TITLES: ReadonlyMap<string, Text> = new Map([
  ...RULES.map(({ id, title }) => [id, title] as const),
  ...Object.entries(UNREADABLE).map(([id, { what }]) => [id, what] as const),
]);
const MOST_QUOTES = 3;

export function findingCard(view: ReportView, each: Numbered, voice: Voice): Markup {
  const { say } = voice;
  const { number, item, cells, sentences, dismissed, decisions } = each;
  const { report } = view.record.result;
  const [first] = item.findings;
  const state = dismissed ? ' dismissed' : decisions.length > 0 && ' confirmed';
  const many = item.findings.length > 1;
  return html`<article class="finding ${item.severity}${state}" id="${itemId(number)}" tabindex="0" data-cells="${cells.join(' ')}">
<h3><span class="mark ${item.severity}">${number}</span> <span class="tag ${item.severity}">${say(SEVERITY_WORDS[item.severity])}</span> ${first && titleOf(first, say)} ${!many && html`<small>${first?.rule}</small>`}</h3>
${first && titleOf(first, say) !== say(item.message) && html`<p class="says">${say(item.message)}</p>`}
${suspectsOf(each, say)}
${sentences.slice(0, MOST_QUOTES).map((sentence) => html`<p class="quote">${say(WORDS.textSays)}<q>${sentence}</q></p>`)}
${many ? html`<details class="noticed"><summary>${say(WORDS.noticedBy)}${say(inBrackets(item.findings.length))}</summary>${item.findings.map((finding) => detail(finding, report, say, true))}</details>` : first && detail(first, report, say, false)}
${cells.length > 0 && cellLinks(cells, say)}
${originalLink(view, each, voice)}
${decisionPart(view, each, voice)}
</article>`;
}

const titleOf = ({ rule }: Finding, say: Say) => {
  const title = TITLES.get(rule);
  return title ? say(title) : rule;
};

function suspectsOf({ item: { suspects } }: Numbered, say: Say): Markup | null {
  if (suspects.length === 0) return null;
  const { lead, lines } = suspectWords(suspects);
  const items = lines.map(
    ({ cell, words }) =>
      html`<li><a href="#${cellId(cell)}">${say(cellLabel(cell))}</a>${say(WORDS.colon)}${say(words)}</li>`,
  );
  return html`<div class="cause"><b>${say(lead)}</b><ul>${items}</ul></div>`;
}

/** What one rule noticed: its sum or its two sides, advice, basis and place. */
function detail(finding: Finding, report: StoredReport | null, say: Say, named: boolean): Markup {
  const { hint, basis, rule, message } = finding;
  const sum = sumOf(finding);
  const spelled = sum && report && spellSum(sum, report);
  const place = placeWords(finding, report);
  return html`${named && html`<p class="says"><small>${titleOf(finding, say)} ${rule}</small><br>${say(message)}</p>`}
${spelled && html`<p class="sum">${spelled.text}</p>`}
<dl>
${sidesOf(finding, report).map(({ name, value }) => html`<dt>${say(name)}</dt><dd>${typeof value === 'object' ? say(value) : value}</dd>`)}
${hint && html`<dt>${say(WORDS.hint)}</dt><dd>${say(hint)}</dd>`}
${basis && html`<dt>${say(WORDS.basis)}</dt><dd>${say(basis)}</dd>`}
${place && html`<dt>${say(WORDS.placeName)}</dt><dd>${say(place)}</dd>`}
</dl>`;
}

function cellLinks(cells: readonly CellAddress[], say: Say): Markup {
  const links = cells.map((address) => html`<li><a href="#${cellId(address)}">${say(cellLabel(address))}</a></li>`);
  return html`<details class="cells"><summary>${say(WORDS.cells)}${say(inBrackets(cells.length))}</summary><ul>${links}</ul></details>`;
}
