/** The first thing on the page of a report: one line that says what to do, then one line a mistake. */
import { cellLabel, type Text } from '../../domain/labels.ts';
import { countBySeverity, SEVERITIES } from '../../domain/severity.ts';
import { html, type Markup } from '../markup.ts';
import { placeWords } from '../place.ts';
import { SEVERITY_WORDS, STATUS_WORDS, suspectWords } from '../words/common.ts';
import { todoWords, WORDS } from '../words/page.ts';
import { cellId, itemId } from './cells.ts';
import type { Numbered } from './numbered.ts';
import type { ReportView, Voice } from './types.ts';

export function answer(view: ReportView, items: readonly Numbered[], { say }: Voice): Markup {
  const { status, record } = view;
  const open = items.filter(({ dismissed }) => !dismissed);
  const counts = countBySeverity(open.map(({ item }) => item));
  const todo: Text = todoWords(status, counts, items.length - open.length);
  const tags = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => html`<span class="tag ${severity}">${say(SEVERITY_WORDS[severity])} ${counts[severity]}</span> `,
  );
  return html`<p class="verdict"><span class="status ${status}">${say(STATUS_WORDS[status])}</span> ${tags}</p>
<p class="todo ${status}">${say(todo)}</p>
${open.length > 0 && html`<ol class="mistakes" id="mistakes" aria-label="${say(WORDS.findings)}">${open.map((each) => line(each, record.result.report, say))}</ol>`}`;
}

function line({ number, item }: Numbered, report: ReportView['record']['result']['report'], say: Voice['say']): Markup {
  const { lead, lines } = suspectWords(item.suspects);
  const suspects = lines.map(
    ({ cell, words }) =>
      html`<li><a href="#${cellId(cell)}">${say(cellLabel(cell))}</a>${say(WORDS.colon)}${say(words)}</li>`,
  );
  const first = item.findings[0];
  const place = item.suspects.length === 0 && first ? placeWords(first, report) : null;
  return html`<li value="${number}"><span class="tag ${item.severity}">${say(SEVERITY_WORDS[item.severity])}</span> <a class="to" href="#${itemId(number)}">${say(item.message)}</a>
${suspects.length > 1 && html`<p class="quiet">${say(lead)}</p>`}${suspects.length > 0 && html`<ul class="suspects">${suspects}</ul>`}
${place && html`<p class="quiet">${say(WORDS.place)}${say(place)}</p>`}</li>`;
}
