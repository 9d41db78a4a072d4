/** The page of one agency: every year there is, as charts and as a table, and the region that it is in. */

import { type CellAddress, cellAddresses, FORM_EDITIONS, TABLES, type Table } from '../../domain/addresses.ts';
import { cellLabel, TABLE_LABELS } from '../../domain/labels.ts';
import { RATES, sidesOf } from '../../domain/rates.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, STATUS_WORDS } from '../words/common.ts';
import { AGENCY_WORDS, WORDS } from '../words/page.ts';
import { agencyPath } from './agency-path.ts';
import { charts } from './charts.ts';
import { languageFields } from './ending.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import { scrolling } from './scroll.ts';
import { subscribeLink } from './subscriptions.ts';
import type { ListedReport, Voice, YearOfCells } from './types.ts';

export interface AgencyView {
  agency: string;
  /** Code and whole name of its region; `null` where its name leads to none or to several and none was given. */
  code: string | null;
  region: string | null;
  /** Whether the caller may subscribe to mails about it. */
  subscribable: boolean;
  /** Where several agencies bear the name: each region with its number of reports, `null` where it is not known. */
  others: readonly { code: string | null; name: string | null; reports: number }[];
  /** All that there are, the latest year first. */
  reports: readonly ListedReport[];
  /** The earliest first; of several reports of a year the one that came last. */
  years: readonly (YearOfCells & { report: { id: string } })[];
  /** Regions of the caller's that the name may mean, and those given by people; `null` where there is nothing to give. */
  placing: {
    candidates: readonly { code: string; name: string }[];
    given: readonly { code: string; name: string; mine: boolean }[];
  } | null;
}

const ALL_CELLS: CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

export function agencyPage(view: AgencyView, voice: Voice): string {
  const { say } = voice;
  const { agency, region, years } = view;
  const chosen = view.others.length > 0 ? { region: view.code ?? '' } : {};
  const file = (format: string) => link(agencyPath(agency), { format, ...chosen, ...languageQuery(voice) });
  return layout(
    voice,
    `${agency} ${say(WORDS.allYears)}`,
    html`<h1>${agency} · ${say(WORDS.allYears)}</h1>
<p class="quiet">${say(WORDS.region)}${say(WORDS.colon)}${region ?? say(AGENCY_WORDS.noRegion)}${view.subscribable && html`<span class="tools line"> · ${subscribeLink('', voice, agency)}</span>`}</p>
<p class="actions"><a class="button" href="${file('xlsx')}">${say(WORDS.yearsSheet)}</a> <a class="button" href="${file('csv')}">${say(AGENCY_WORDS.csv)}</a></p>
${namesakes(view, voice)}
${placing(view, voice)}
${charts(years, null, say)}
${reports(view, voice)}
${rates(years, voice)}
${TABLES.map((table) => numbers(table, years, voice))}`,
  );
}

/** Several agencies bear the name: which one this page is about, and the others. */
function namesakes({ agency, code: shown, others }: AgencyView, voice: Voice): Markup | null {
  if (others.length === 0) return null;
  const { say } = voice;
  const list = others.map(({ code, name, reports: count }) => {
    const word = `${name ?? say(AGENCY_WORDS.noRegion)}${say(inBrackets(count))}`;
    if (code === shown) return html`<li aria-current="true">${word}</li>`;
    if (code === null) return html`<li>${word}</li>`;
    return html`<li><a href="${link(agencyPath(agency), { region: code, ...languageQuery(voice) })}">${word}</a></li>`;
  });
  return html`<div class="calm namesakes"><p>${say(AGENCY_WORDS.namesakes)}</p><ul>${list}</ul></div>`;
}

function placing({ agency, region, placing: asked }: AgencyView, voice: Voice): Markup | null {
  if (asked === null) return null;
  const { say } = voice;
  const { candidates, given } = asked;
  const action = `/agencies/${encodeURIComponent(agency.toWellFormed())}/region`;
  const there = given.map(
    ({ code, name, mine }) =>
      html`<li>${name}${mine && html` <form class="replace" method="post" action="${action}"><input type="hidden" name="region" value="${code}"><input type="hidden" name="take" value="back">${languageFields(voice)}<button aria-label="${say(AGENCY_WORDS.take)} ${name}">${say(AGENCY_WORDS.take)}</button></form>`}</li>`,
  );
  return html`<details class="more place"${region === null && html` open`}><summary>${say(AGENCY_WORDS.give)}</summary>
<p class="quiet">${say(AGENCY_WORDS.giveHint)}</p>
${there.length > 0 && html`<p>${say(AGENCY_WORDS.given)}</p><ul>${there}</ul>`}
<form class="sheet" method="post" action="${action}">
<label>${say(WORDS.region)} <input name="region" list="regions" required maxlength="40" placeholder="${say(WORDS.regionHint)}"></label>
<datalist id="regions">${candidates.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
${candidates.length > 0 && html`<p class="quiet">${say(AGENCY_WORDS.candidates)}${candidates.map(({ name }) => name).join('、')}</p>`}
${languageFields(voice)}
<p class="buttons"><button class="primary">${say(AGENCY_WORDS.save)}</button></p>
</form></details>`;
}

function reports({ reports: all, years }: AgencyView, voice: Voice): Markup {
  const { say } = voice;
  const counted = new Set(years.map(({ report }) => report.id));
  const rows = all.map(
    ({ id, year, name, key, status, receivedAt }) =>
      html`<tr><th scope="row"><a href="${link(`/reports/${id}`, languageQuery(voice))}">${year ?? say(WORDS.notRead)}</a></th><td><span class="status ${status}">${say(STATUS_WORDS[status])}</span>${!counted.has(id) && html` <span class="tag notice">${say(AGENCY_WORDS.copy)}</span>`}</td><td>${name ?? key}</td><td><time datetime="${receivedAt}">${clock(receivedAt)}</time></td></tr>`,
  );
  const heads = [WORDS.year, WORDS.status, WORDS.file, WORDS.received].map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  return html`<section><h2>${say(WORDS.reports)}${say(inBrackets(all.length))}</h2>
<table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** Each rate with what it is a part of. */
function rates(years: AgencyView['years'], voice: Voice): Markup | null {
  const { say } = voice;
  const rows = RATES.flatMap((rate) => {
    const sides = years.map(({ cells }) => sidesOf(rate, (address) => cells[address]));
    if (sides.every((each) => each === null || each.denominator === 0)) return [];
    const values = sides.map((each) => {
      if (each === null) return html`<td>—</td>`;
      const { numerator, denominator } = each;
      const share = denominator === 0 ? '—' : `${Math.round((1000 * numerator) / denominator) / 10}%`;
      return html`<td><span class="number">${share}</span><small>${numerator} / ${denominator}</small></td>`;
    });
    return [html`<tr><th scope="row">${say(rate.title)}</th>${values}</tr>`];
  });
  return rows.length === 0 ? null : yearTable('rates', say(AGENCY_WORDS.rates), rows, years, voice);
}

function numbers(table: Table, years: AgencyView['years'], voice: Voice): Markup | null {
  const { say } = voice;
  const read = ALL_CELLS.filter(
    (address) => address.startsWith(`${table}.`) && years.some(({ cells }) => cells[address] !== undefined),
  );
  if (read.length === 0) return null;
  const rows = read.map((address) => {
    const values = years.map(({ cells }) => {
      const value = cells[address];
      if (value === undefined) return html`<td class="absent">${say(WORDS.notRead)}</td>`;
      return value === null
        ? html`<td class="blank">${say(WORDS.blank)}</td>`
        : html`<td><span class="number">${value}</span></td>`;
    });
    return html`<tr><th scope="row">${say(cellLabel(address))}</th>${values}</tr>`;
  });
  return yearTable(table, say(TABLE_LABELS[table]), rows, years, voice);
}

function yearTable(id: string, title: string, rows: readonly Markup[], years: AgencyView['years'], voice: Voice) {
  const { say } = voice;
  const heads = years.map(({ year }) => html`<th scope="col">${year}</th>`);
  const table = html`<table class="list years"><thead><tr><th scope="col">${say(AGENCY_WORDS.item)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<section><h2 id="${id}">${title}</h2>${scrolling(id, table, voice)}</section>`;
}
