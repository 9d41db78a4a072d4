/** The page of one report, for the reviewer. */

import { type FormEdition, TABLES, type Table } from '../../domain/addresses.ts';
import { TABLE_LABELS } from '../../domain/labels.ts';
import { reasonText, type StoredReport } from '../../record.ts';
import { isDocx } from '../docx/own.ts';
import type { Say } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, moreWords, STATUS_WORDS } from '../words/common.ts';
import { editionWords, WORDS } from '../words/page.ts';
import { agencyPath } from './agency-path.ts';
import { answer } from './answer.ts';
import { besideLink, withOriginal } from './beside.ts';
import { cellFace, itemId, tableOf } from './cells.ts';
import { charts } from './charts.ts';
import { dropArea } from './drop.ts';
import { copies, withdrawal } from './ending.ts';
import { findingCard, TITLES } from './findings.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import { type Numbered, numbered } from './numbered.ts';
import { assignmentPart } from './review.ts';
import { scrolling } from './scroll.ts';
import { type CellFace, disputesTable, proactiveTable, requestsTable } from './tables.ts';
import type { ListedReport, ReportView, Voice } from './types.ts';

/** Of the reasons why one rule could not be decided. */
const MOST_REASONS = 2;
/** Of the years that are drawn on the page of one of them. */
const MOST_YEARS = 8;

const DRAW: Record<Table, (format: FormEdition, face: CellFace, say: Say) => Markup> = {
  proactive: proactiveTable,
  requests: requestsTable,
  disputes: (_format, face, say) => disputesTable(face, say),
};

export function reportPage(view: ReportView, voice: Voice): string {
  const { say } = voice;
  const { report, source } = view.record.result;
  const items = numbered(view);
  const named = [report?.agency, report?.year].filter((part) => part !== null && part !== undefined).join(' ');
  const heading = (report?.title ?? named) || source.name;
  const others = report === null ? items : items.filter((each) => tableOf(each) === null);
  const first = items.find(({ dismissed }) => !dismissed);
  return layout(
    voice,
    heading,
    withOriginal(
      view,
      html`${summary(view, voice, heading, items)}
${others.length > 0 && html`<section aria-labelledby="others"><h2 id="others">${say(report === null ? WORDS.findings : WORDS.otherFindings)}</h2>${cards(view, others, voice)}</section>`}
${report !== null && TABLES.map((table) => tableSection(view, report, table, items, voice))}
${copies(view, voice)}
${overYears(view, voice)}
${undecided(view, voice)}
${versions(view, say)}
${withdrawal(view, voice)}`,
      voice,
    ),
    first && { href: `#${itemId(first.number)}`, text: say(WORDS.skipToFindings) },
  );
}

function summary(view: ReportView, voice: Voice, heading: string, items: readonly Numbered[]): Markup {
  const { say } = voice;
  const { record } = view;
  const { report, source, catalog } = record.result;
  const file = (format: string) => link(`/reports/${record.id}`, { format, ...languageQuery(voice) });
  const notes = report?.notes ?? [];
  const absent = say(report === null ? WORDS.notRead : WORDS.none);
  const facts: [string, string | null][] = [
    [say(WORDS.body), report?.agency ?? null],
    [say(WORDS.year), report?.year?.toString() ?? null],
    [say(WORDS.period), report?.period ? `${report.period.from} – ${report.period.to}` : null],
    [say(WORDS.published), report?.publishedOn ?? null],
    [say(WORDS.format), report ? say(editionWords(report.format)) : null],
    [say(WORDS.file), source.name],
    [say(WORDS.checkedAt), clock(record.checkedAt)],
    [say(WORDS.catalog), catalog],
    ...notes.map((note): [string, string] => [say(WORDS.fileNotes), say(note)]),
  ];
  return html`<section class="summary">
<h1>${heading}</h1>
${answer(view, items, voice)}
${view.may.correct && dropArea(voice, record.id)}
<p class="actions"><a class="button" href="/reports/${record.id}/original">${say(WORDS.original)}</a>
<a class="button" href="${file('csv')}">${say(WORDS.asCsv)}</a>
${isDocx(record) && html`<a class="button" href="${link(`/reports/${record.id}/commented`, languageQuery(voice))}">${say(WORDS.commented)}</a> `}${view.may.decide && html`<a class="button" href="${link(`/reports/${record.id}/opinion`, languageQuery(voice))}">${say(WORDS.opinion)}</a> `}${besideLink(view, voice)} <button type="button" class="button" data-print hidden>${say(WORDS.print)}</button></p>
${assignmentPart(record.id, view.assignment, view.may.decide, voice)}
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact ?? html`<span class="quiet">${absent}</span>`}</dd></div>`)}
<div class="tools"><dt>${say(WORDS.forPrograms)}</dt><dd><a href="${file('json')}">${say(WORDS.asJson)}</a> <a href="${file('sarif')}">${say(WORDS.asSarif)}</a></dd></div></dl>
</section>`;
}

/** A table without a fault is folded; one that was not read is not drawn at all. */
function tableSection(
  view: ReportView,
  report: StoredReport,
  table: Table,
  all: readonly Numbered[],
  voice: Voice,
): Markup {
  const { say } = voice;
  const items = all.filter((each) => tableOf(each) === table);
  const { state, notes } = report.tables[table];
  const name = say(TABLE_LABELS[table]);
  const remarks = notes.map((note) => html`<p class="quiet">${say(note)}</p>`);
  if (state !== 'read') {
    const why = say(state === 'labels' ? WORDS.tableLabels : WORDS.tableMissing);
    return html`<section class="table"><h2 id="${table}">${name}</h2><p class="missing">${why}</p>${remarks}${cards(view, items, voice)}</section>`;
  }
  const face = cellFace(report, all, say);
  const drawn = html`<div class="pair${items.length === 0 && ' alone'}"><div>${scrolling(table, DRAW[table](report.format, face, say), voice)}</div>
${cards(view, items, voice)}</div>`;
  const marked = all.some(({ dismissed, cells }) => !dismissed && cells.some((cell) => cell.startsWith(`${table}.`)));
  if (marked || items.length > 0 || notes.length > 0) {
    return html`<section class="table"><h2 id="${table}">${name}</h2>${remarks}${drawn}</section>`;
  }
  return html`<details class="table folded"><summary><h2 id="${table}">${name}</h2> <span class="tag passed">${say(WORDS.faultless)}</span></summary>${drawn}</details>`;
}

function cards(view: ReportView, items: readonly Numbered[], voice: Voice): Markup | null {
  if (items.length === 0) return null;
  return html`<div class="findings">${items.map((each) => findingCard(view, each, voice))}</div>`;
}

function overYears(view: ReportView, voice: Voice): Markup | null {
  const { say } = voice;
  const { agency = null, year = null } = view.record.result.report ?? {};
  const drawn = charts(view.years.slice(-MOST_YEARS), year, say);
  const { otherYears } = view;
  if (drawn === null && otherYears.length === 0) return null;
  const list = (title: string, reports: readonly ListedReport[]) =>
    reports.length > 0 &&
    html`<h3>${title}</h3><ul class="plain">${reports.map((report) => html`<li><a href="${link(`/reports/${report.id}`, languageQuery(voice))}">${report.year} ${report.agency}</a> <span class="status ${report.status}">${say(STATUS_WORDS[report.status])}</span></li>`)}</ul>`;
  return html`<section aria-labelledby="years"><h2 id="years">${say(WORDS.years)}</h2>
${drawn}${agency !== null && html`<p><a class="button" href="${link(agencyPath(agency), languageQuery(voice))}">${say(WORDS.allYears)}</a> <a class="button" href="${link(agencyPath(agency), { format: 'xlsx', ...languageQuery(voice) })}">${say(WORDS.yearsSheet)}</a></p>`}${list(say(WORDS.otherReports), otherYears)}</section>`;
}

/** Reasons that were stored in Chinese alone are marked so on an English page. */
function undecided({ record }: ReportView, { language, say }: Voice): Markup | null {
  const rules = record.result.undecided;
  if (rules.length === 0) return null;
  const titleOf = (rule: string) => {
    const title = TITLES.get(rule);
    return title ? say(title) : '';
  };
  const byRule = [...Map.groupBy(rules, ({ rule }) => rule)];
  const reasonOf = ({ reason }: (typeof rules)[number]) =>
    html`<span${language === 'en' && typeof reason === 'string' && html` lang="zh-Hans"`}>${say(reasonText(reason))}</span> `;
  const lines = byRule.map(([rule, waiting]) => {
    const rest = waiting.length - MOST_REASONS;
    return html`<li>${titleOf(rule)} <small>${rule}</small> · ${waiting.slice(0, MOST_REASONS).map(reasonOf)}${rest > 0 && say(moreWords(rest))}</li>`;
  });
  return html`<details class="more"><summary>${say(WORDS.undecided)}${say(inBrackets(byRule.length))}</summary>
<ul>${lines}</ul></details>`;
}

function versions({ versions: seen }: ReportView, say: Say): Markup | null {
  if (seen.length < 2) return null;
  return html`<details class="more"><summary>${say(WORDS.versions)}${say(inBrackets(seen.length))}</summary>
<ul>${seen.map(({ receivedAt, status }) => html`<li><time datetime="${receivedAt}">${clock(receivedAt)}</time> ${status === null ? say(WORDS.removed) : say(STATUS_WORDS[status])}</li>`)}</ul></details>`;
}
