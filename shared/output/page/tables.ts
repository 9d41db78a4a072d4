/** The three tables as the official forms print them. */
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type FormEdition,
  type PROACTIVE,
  REQUEST_COLUMNS,
  type RequestRow,
  requestRow,
  requestRows,
} from '../../domain/addresses.ts';
import { addressOf, columnsOf } from '../../domain/geometry.ts';
import { COLUMN_LABELS, columnLabel, ROW_LABELS, type Text } from '../../domain/labels.ts';
import type { Say } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import { WORDS } from '../words/page.ts';

/** What stands in a cell, and the sentences of the text that contradict it. */
export interface CellFace {
  /** A `<td>`, spanning so many columns. */
  cell(address: CellAddress, columns?: number): Markup;
  /** Sentences about any of these cells. */
  claims(addresses: readonly CellAddress[]): readonly string[];
}

const label = (say: Say, key: string) => say(ROW_LABELS[key] as Text);
const column = (say: Say, name: string) => say(COLUMN_LABELS[name] as Text);

/** A row under the cells that a sentence contradicts, over the whole width. */
function claimRow(say: Say, columns: number, sentences: readonly string[]): Markup | null {
  if (sentences.length === 0) return null;
  const quotes = sentences.map((sentence) => html`<q>${sentence}</q> `);
  return html`<tr class="claim"><td colspan="${columns}"><span>${say(WORDS.textSays)}${quotes}</span></td></tr>`;
}

type ProactiveRow = { [F in FormEdition]: keyof (typeof PROACTIVE)[F] }[FormEdition];
/** The items of 条例 art. 20 and the rows that stand under each. */
const ITEMS: Record<FormEdition, [Text, ProactiveRow[]][]> = {
  '2021-30': [
    [{ zh: '第二十条第（一）项', en: 'Art. 20 (1)' }, ['regulations', 'normativeDocuments']],
    [{ zh: '第二十条第（五）项', en: 'Art. 20 (5)' }, ['licensing']],
    [{ zh: '第二十条第（六）项', en: 'Art. 20 (6)' }, ['penalties', 'coercion']],
    [{ zh: '第二十条第（八）项', en: 'Art. 20 (8)' }, ['fees']],
  ],
  '2019-60': [
    [{ zh: '第二十条第（一）项', en: 'Art. 20 (1)' }, ['regulations', 'normativeDocuments']],
    [{ zh: '第二十条第（五）项', en: 'Art. 20 (5)' }, ['licensing', 'otherServices']],
    [{ zh: '第二十条第（六）项', en: 'Art. 20 (6)' }, ['penalties', 'coercion']],
    [{ zh: '第二十条第（八）项', en: 'Art. 20 (8)' }, ['fees']],
    [{ zh: '第二十条第（九）项', en: 'Art. 20 (9)' }, ['procurement']],
  ],
};
/** Columns beside the label: each row's own share them evenly. */
const PROACTIVE_WIDTH = 6;

export function proactiveTable(format: FormEdition, { cell, claims }: CellFace, say: Say): Markup {
  const items = ITEMS[format].map(([item, rows]) => {
    const [first] = rows as [ProactiveRow];
    const names = columnsOf('proactive', first, format);
    const span = PROACTIVE_WIDTH / names.length;
    const head = names.map(
      (name) => html`<th scope="col" colspan="${span}">${say(columnLabel('proactive', first, name))}</th>`,
    );
    return html`<tr class="item"><th scope="colgroup" colspan="${PROACTIVE_WIDTH + 1}">${say(item)}</th></tr>
<tr><th scope="col">${say(WORDS.content)}</th>${head}</tr>
${rows.map((row) => {
  const addresses = columnsOf('proactive', row, format).map((name) => addressOf('proactive', row, name));
  return html`<tr><th scope="row">${label(say, `proactive.${row}`)}</th>${addresses.map((address) => cell(address, span))}</tr>
${claimRow(say, PROACTIVE_WIDTH + 1, claims(addresses))}`;
})}`;
  });
  return html`<table class="form proactive"><tbody>${items}</tbody></table>`;
}

const GROUPS: Record<string, Text> = {
  denied: { zh: '（三）不予公开', en: '(3) denied' },
  unavailable: { zh: '（四）无法提供', en: '(4) unavailable' },
  notProcessed: { zh: '（五）不予处理', en: '(5) not processed' },
  other: { zh: '（六）其他处理', en: '(6) other processing' },
};
const NARROW: Text = {
  zh: '（区分处理的，只计这一情形，不计其他情形）',
  en: '(counted here only, not again below)',
};
/** `（三）1.属于国家秘密` and `3.(3)1 state secret` without what the group says already. */
const inGroup = (text: string) => text.replace(/^\([一二三四五六七]\)|^3\.\(\d\)/, '');
/** `3.(1) granted` without the number that stands beside it already; brackets as the form prints them. */
const inResults = (text: string) => text.replace(/^3\./, '').replace(/^\(([一二三四五六七])\)/, '（$1）');
const REQUESTS_WIDTH = 3 + REQUEST_COLUMNS.length;

export function requestsTable(format: FormEdition, { cell, claims }: CellFace, say: Say): Markup {
  const rows = requestRows(format);
  const groupOf = (row: RequestRow) => (row.includes('.') ? (row.split('.', 1)[0] as string) : null);
  /** Lines that a row takes: itself, and a sentence of the text under it. */
  const lines = (row: RequestRow) => (claims(requestRow(row)).length > 0 ? 2 : 1);
  const height = (of: readonly RequestRow[]) => of.reduce((sum, row) => sum + lines(row), 0);
  const results = rows.filter((row) => !['received', 'carriedIn', 'carriedOut'].includes(row));

  const body = rows.map((row) => {
    const text = label(say, `requests.${row}`);
    const group = groupOf(row);
    const members = group === null ? [] : results.filter((other) => groupOf(other) === group);
    const heads = [
      row === results[0] &&
        html`<th scope="rowgroup" class="upright" rowspan="${height(results)}"><span>${say(WORDS.results)}</span></th>`,
      group !== null &&
        row === members[0] &&
        html`<th scope="rowgroup" class="group" rowspan="${height(members)}">${say(GROUPS[group] as Text)}</th>`,
      group !== null && html`<th scope="row">${inGroup(text)}</th>`,
      group === null &&
        results.includes(row) &&
        html`<th scope="row" colspan="2">${inResults(text)}${row === 'partiallyGranted' && html`<small>${say(NARROW)}</small>`}</th>`,
      !results.includes(row) && html`<th scope="row" colspan="3">${text}</th>`,
    ];
    // The labels to the left of a sentence are still open, so it spans what they leave.
    const open = group !== null ? 2 : results.includes(row) ? 1 : 0;
    return html`<tr${row === 'total' && html` class="total"`}>${heads}${requestRow(row).map((address) => cell(address))}</tr>
${claimRow(say, REQUESTS_WIDTH - open, claims(requestRow(row)))}`;
  });

  const organizations = REQUEST_COLUMNS.slice(1, -1);
  return html`<table class="form requests">
<thead>
<tr><th colspan="3" rowspan="3"><small>${say(WORDS.balance)}</small></th><th scope="colgroup" colspan="7">${say(WORDS.applicants)}</th></tr>
<tr><th scope="col" rowspan="2">${column(say, 'naturalPerson')}</th><th scope="colgroup" colspan="5">${say(WORDS.organizations)}</th><th scope="col" rowspan="2">${column(say, 'total')}</th></tr>
<tr>${organizations.map((name) => html`<th scope="col">${column(say, name)}</th>`)}</tr>
</thead>
<tbody>${body}</tbody></table>`;
}

export function disputesTable({ cell, claims }: CellFace, say: Say): Markup {
  const addresses = DISPUTE_BLOCKS.flatMap((block) =>
    DISPUTE_COLUMNS.map((name): CellAddress => `disputes.${block}.${name}`),
  );
  const [reconsideration, ...litigation] = DISPUTE_BLOCKS;
  const columns = DISPUTE_COLUMNS.map((name) => html`<th scope="col">${column(say, name)}</th>`);
  return html`<table class="form disputes">
<thead>
<tr><th scope="colgroup" colspan="5" rowspan="2">${label(say, `disputes.${reconsideration}`)}</th><th scope="colgroup" colspan="10">${say(WORDS.litigation)}</th></tr>
<tr>${litigation.map((block) => html`<th scope="colgroup" colspan="5">${label(say, `disputes.${block}`)}</th>`)}</tr>
<tr>${columns}${columns}${columns}</tr>
</thead>
<tbody><tr>${addresses.map((address) => cell(address))}</tr>
${claimRow(say, addresses.length, claims(addresses))}</tbody></table>`;
}
