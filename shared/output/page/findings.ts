/** The findings of a report: numbered, each with the cells that take part, and how they mark those cells. */

import { UNREADABLE } from '../../document/unreadable.ts';
import { type CellAddress, parseAddress, TABLES, type Table } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { StoredReport } from '../../record.ts';
import type { Finding } from '../../result.ts';
import { RULES } from '../../rules/index.ts';

import type { Say } from '../language.ts';
import { SEVERITY_WORDS } from '../words.ts';
import { html, type Markup } from './html.ts';
import { clock, languageQuery } from './layout.ts';
import type { CellFace } from './tables.ts';
import type { ReportView, ShownDecision, Voice } from './types.ts';
import { DECISION_WORDS, WORDS } from './words.ts';

export interface Numbered {
  number: number;
  finding: Finding;
  decision: ShownDecision | null;
  /** Lines of prose, as opposed to the lines of the cells. */
  sentences: string[];
}

/** What each rule, or each reason why a file cannot be read, is called. */
export const TITLES: ReadonlyMap<string, Text> = new Map([
  ...RULES.map(({ id, title }) => [id, title] as const),
  ...Object.entries(UNREADABLE).map(([id, { what }]) => [id, what] as const),
]);
/** Of a sum over more cells only the last, which holds the sum, bears the number of the finding. */
const MOST_MARKS = 4;

/** In the order of the page: those of each table, then the others; within these as the catalogue has them. */
export function numbered({ record, decisions }: ReportView): Numbered[] {
  const { findings, report } = record.result;
  const placed = [...TABLES, null].flatMap((table) => findings.filter((finding) => tableOf(finding) === table));
  return placed.map((finding, i) => ({
    number: i + 1,
    finding,
    decision: decisions.get(finding.fingerprint) ?? null,
    sentences: sentencesOf(finding, report),
  }));
}

function sentencesOf({ cells, source }: Finding, report: StoredReport | null): string[] {
  const lines = new Set(cells.map((address) => report?.cells[address]?.place.line));
  return source.filter(({ line }) => !lines.has(line)).map(({ text }) => text);
}

/** The table that a finding is shown beside: that of its first cell. */
export function tableOf({ cells }: Finding): Table | null {
  const first = cells[0];
  return first === undefined ? null : parseAddress(first).table;
}

const cellId = (address: CellAddress) => `cell-${address}`;
const findingId = (number: number) => `finding-${number}`;

/** How the cells of a report look with its findings. */
export function cellFace(report: StoredReport, findings: readonly Numbered[], say: Say): CellFace {
  const open = findings.filter(({ decision }) => decision?.decision !== 'dismissed');
  const about = (address: CellAddress) => open.filter(({ finding }) => finding.cells.includes(address));
  const marks = ({ finding: { cells } }: Numbered, address: CellAddress) =>
    cells.length <= MOST_MARKS || cells.at(-1) === address;
  return {
    cell(address, columns = 1) {
      const here = about(address);
      const worst = SEVERITIES.find((severity) => here.some(({ finding }) => finding.severity === severity));
      const links = here
        .filter((each) => marks(each, address))
        .map(
          ({ number, finding }) =>
            html`<a class="mark ${finding.severity}" href="#${findingId(number)}" aria-label="${`${say(cellLabel(address))} ${say(WORDS.wrong)} ${number}`}">${number}</a>`,
        );
      const ids = here.map(({ number }) => findingId(number)).join(' ');
      return html`<td id="${cellId(address)}" colspan="${columns}"${worst !== undefined && html` class="${worst}" data-findings="${ids}"`}>${value(report, address, say)}${links}</td>`;
    },
    claims: (addresses) => [
      ...new Set(
        open
          .filter(
            ({ finding }) =>
              finding.rule.startsWith('NAR.') && addresses.some((address) => address === finding.cells[0]),
          )
          .flatMap(({ sentences }) => sentences),
      ),
    ],
  };
}

function value(report: StoredReport, address: CellAddress, say: Say): Markup {
  const cell = report.cells[address];
  if (cell === undefined)
    return html`<span class="absent" title="${say(WORDS.notRead)}">？<span class="hidden">${say(WORDS.notRead)}</span></span>`;
  if (cell.value !== null) return html`<span class="number">${cell.value}</span>`;
  const raw = cell.raw.trim();
  return raw === '' ? html`<span class="blank">${say(WORDS.blank)}</span>` : html`<span class="blank">${raw}</span>`;
}

/** One finding as a card. */
export function findingCard(view: ReportView, each: Numbered, voice: Voice): Markup {
  const { say } = voice;
  const { number, finding, decision, sentences } = each;
  const { severity, rule, cells, hint, basis, source, expected, actual } = finding;
  const title = TITLES.get(rule);
  const lines = [...new Set(source.map(({ place }) => place.line))].sort((a, b) => a - b);
  const pages = [...new Set(source.flatMap(({ place }) => place.page ?? []))];
  return html`<article class="finding ${severity}${decision && ` ${decision.decision}`}" id="${findingId(number)}" tabindex="0" data-cells="${cells.join(' ')}">
<h3><span class="mark ${severity}">${number}</span> <span class="tag ${severity}">${say(SEVERITY_WORDS[severity])}</span> ${title ? say(title) : rule} <small>${rule}</small></h3>
<p class="says">${say(finding.message)}</p>
${sentences.slice(0, 3).map((sentence) => html`<p class="quote">${say(WORDS.textSays)}<q>${sentence}</q></p>`)}
<dl>
${expected !== null && actual !== null && html`<dt>${say(WORDS.expected)}</dt><dd>${expected}</dd><dt>${say(WORDS.actual)}</dt><dd>${actual}</dd>`}
${hint && html`<dt>${say(WORDS.hint)}</dt><dd>${say(hint)}</dd>`}
${basis && html`<dt>${say(WORDS.basis)}</dt><dd>${say(basis)}</dd>`}
${lines.length > 0 && html`<dt>${say(WORDS.place)}</dt><dd>${lines.slice(0, 12).join(', ')} ${say(WORDS.line)}${pages.length > 0 && ` (p. ${pages.join(', ')})`}</dd>`}
</dl>
${cells.length > 0 && cellLinks(cells, say)}
${decisionPart(view, each, voice)}
</article>`;
}

function cellLinks(cells: readonly CellAddress[], say: Say): Markup {
  const links = cells.map((address) => html`<li><a href="#${cellId(address)}">${say(cellLabel(address))}</a></li>`);
  return html`<details class="cells"><summary>${say(WORDS.cells)} (${cells.length})</summary><ul>${links}</ul></details>`;
}

function decisionPart({ record, writable }: ReportView, { number, finding, decision }: Numbered, voice: Voice): Markup {
  const { say } = voice;
  const stands =
    decision &&
    html`<p class="decision"><b>${say(DECISION_WORDS[decision.decision])}</b> ${decision.by} · <time datetime="${decision.at}">${clock(decision.at)}</time>${decision.remark !== '' && html` · ${decision.remark}`}</p>`;
  if (!writable) return html`${stands}`;
  const action = `/reports/${record.id}/findings/${encodeURIComponent(finding.fingerprint)}/decision`;
  return html`${stands}<details class="decide"><summary>${say(WORDS.decide)}</summary>
<form method="post" action="${action}">
<label>${say(WORDS.who)} <input name="by" required maxlength="100" autocomplete="name" value="${decision?.by}"></label>
<label>${say(WORDS.remark)} <input name="remark" maxlength="2000" value="${decision?.remark}"></label>
<input type="hidden" name="finding" value="${number}">
${Object.entries(languageQuery(voice)).map(([name, of]) => html`<input type="hidden" name="${name}" value="${of}">`)}
<p class="buttons"><button name="decision" value="confirmed">${say(WORDS.confirm)}</button>
<button name="decision" value="dismissed">${say(WORDS.dismiss)}</button>
${decision && html`<button name="decision" value="none">${say(WORDS.reopen)}</button>`}</p>
</form></details>`;
}
