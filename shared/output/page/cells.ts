/** How the cells of the tables look with what is wrong in them. */
import { type CellAddress, parseAddress, type Table } from '../../domain/addresses.ts';
import { cellLabel } from '../../domain/labels.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { StoredReport } from '../../record.ts';
import type { Say } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import { numberedCells } from '../wrong-cells.ts';
import type { Numbered } from './numbered.ts';
import type { CellFace } from './tables.ts';

export const cellId = (address: CellAddress) => `cell-${address}`;
export const itemId = (number: number) => `finding-${number}`;

/** The table that an item is shown beside: that of its suspect, or of the first cell. */
export function tableOf({ item, cells }: Numbered): Table | null {
  const first = item.suspects[0]?.cell ?? cells[0];
  return first === undefined ? null : parseAddress(first).table;
}

/** How the cells of a report look; what is dismissed marks none. */
export function cellFace(report: StoredReport, items: readonly Numbered[], say: Say): CellFace {
  const open = items.filter(({ dismissed }) => !dismissed);
  const about = (address: CellAddress) => open.filter(({ cells }) => cells.includes(address));
  const marked = new Map(open.map((each) => [each, new Set(numberedCells(each.item, report))]));
  return {
    cell(address, columns = 1) {
      const here = about(address);
      const worst = SEVERITIES.find((severity) => here.some(({ item }) => item.severity === severity));
      const suspect = here.some(({ item }) => item.suspects.some(({ cell }) => cell === address));
      const links = here
        .filter((each) => marked.get(each)?.has(address))
        .map(
          ({ number, item }) =>
            html`<a class="mark ${item.severity}" href="#${itemId(number)}" aria-label="${`${say(cellLabel(address))} ${say(WORDS.wrong)} ${number}`}">${number}</a>`,
        );
      const ids = here.map(({ number }) => itemId(number)).join(' ');
      return html`<td id="${cellId(address)}" colspan="${columns}"${worst !== undefined && html` class="${worst}${suspect && ' suspect'}" data-findings="${ids}"`}>${value(report, address, say)}${links}</td>`;
    },
    claims: (addresses) => [
      ...new Set(
        open
          .filter(({ cells }) => addresses.some((address) => address === cells[0]))
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
