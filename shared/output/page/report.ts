/** The page of one report, for the reviewer. */

import { type FormEdition, TABLES, type Table } from '../../domain/addresses.ts';
import { TABLE_LABELS } from '../../domain/labels.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { StoredReport } from '../../record.ts';

import type { Say } from '../language.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from '../words.ts';
import { charts } from './charts.ts';
import { dropArea } from './drop.ts';
import { copies, withdrawal } from './ending.ts';
import { cellFace, findingCard, type Numbered, numbered, TITLES, tableOf } from './findings.ts';
import { html, type Markup } from './html.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import { type CellFace, disputesTable, proactiveTable, requestsTable } from './tables.ts';
import type { ListedReport, ReportView, Voice } from './types.ts';
import { WORDS } from './words.ts';

const DRAW: Record<Table, (format: FormEdition, face: CellFace, say: Say) => Markup> = {
  proactive: proactiveTable,
  requests: requestsTable,
  disputes: (_format, face, say) => disputesTable(face, say),
};

export function reportPage(view: ReportView, voice: Voice): string {
  const { say } = voice;
  const { report, source } = view.record.result;
  const findings = numbered(view);
  const named = [report?.agency, report?.year].filter((part) => part !== null && part !== undefined).join(' ');
  const heading = (report?.title ?? named) || source.name;
  const beside = (table: Table | null) => findings.filter(({ finding }) => tableOf(finding) === table);
  return layout(
    voice,
    heading,
    html`${summary(view, voice, heading, findings)}
${report === null ? html`<section><h2>${say(WORDS.findings)}</h2>${cards(view, findings, voice)}</section>` : TABLES.map((table) => tableSection(view, report, table, findings, voice))}
${report !== null && beside(null).length > 0 && html`<section aria-labelledby="others"><h2 id="others">${say(WORDS.otherFindings)}</h2>${cards(view, beside(null), voice)}</section>`}
${findings.length === 0 && html`<p class="calm">${say(WORDS.noFindings)}</p>`}
${copies(view, voice)}
${overYears(view, voice)}
${undecided(view, say)}
${versions(view, say)}
${withdrawal(view, voice)}`,
  );
}

function summary(view: ReportView, voice: Voice, heading: string, findings: readonly Numbered[]): Markup {
  const { say } = voice;
  const { record, status } = view;
  const { report, source, catalog } = record.result;
  const standing = findings.filter(({ decision }) => decision?.decision !== 'dismissed');
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: standing.filter(({ finding }) => finding.severity === severity).length,
  }));
  const file = (format: string) => link(`/reports/${record.id}`, { format, ...languageQuery(voice) });
  const facts: [string, string | null][] = [
    [say(WORDS.body), report?.agency ?? null],
    [say(WORDS.year), report?.year?.toString() ?? null],
    [say(WORDS.period), report?.period ? `${report.period.from} – ${report.period.to}` : null],
    [say(WORDS.published), report?.publishedOn ?? null],
    [say(WORDS.format), report?.format ?? null],
    [say(WORDS.file), source.name],
    [say(WORDS.catalog), catalog],
  ];
  return html`<section class="summary">
<h1>${heading}</h1>
<p class="verdict"><span class="status ${status}">${say(STATUS_WORDS[status])}</span>
${counts.filter(({ count }) => count > 0).map(({ severity, count }) => html`<span class="tag ${severity}">${say(SEVERITY_WORDS[severity])} ${count}</span> `)}</p>
<p class="actions"><a class="button primary" href="/reports/${record.id}/original">${say(WORDS.original)}</a>
<a class="button" href="${file('csv')}">${say(WORDS.asCsv)}</a> <a class="button" href="${file('sarif')}">${say(WORDS.asSarif)}</a> <a class="button" href="${file('json')}">${say(WORDS.asJson)}</a>
<button type="button" class="button" data-print hidden>${say(WORDS.print)}</button></p>
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact ?? html`<span class="quiet">${say(WORDS.none)}</span>`}</dd></div>`)}</dl>
${view.writable && dropArea(voice, record.id)}
</section>`;
}

function tableSection(
  view: ReportView,
  report: StoredReport,
  table: Table,
  all: readonly Numbered[],
  voice: Voice,
): Markup {
  const { say } = voice;
  const findings = all.filter(({ finding }) => tableOf(finding) === table);
  const { state, notes } = report.tables[table];
  const name = say(TABLE_LABELS[table]);
  const why = { read: null, labels: say(WORDS.tableLabels), missing: say(WORDS.tableMissing) }[state];
  return html`<section class="table">
<h2 id="${table}">${name}</h2>
${why !== null && html`<p class="missing">${why}</p>`}
${notes.map((note) => html`<p class="quiet">${say(note)}</p>`)}
<div class="pair${findings.length === 0 && ' alone'}"><div class="scroll" role="region" aria-labelledby="${table}" tabindex="0">${DRAW[table](report.format, cellFace(report, all, say), say)}</div>
${cards(view, findings, voice)}</div>
</section>`;
}

function cards(view: ReportView, findings: readonly Numbered[], voice: Voice): Markup | null {
  if (findings.length === 0) return null;
  return html`<div class="findings">${findings.map((each) => findingCard(view, each, voice))}</div>`;
}

function overYears(view: ReportView, voice: Voice): Markup | null {
  const { say } = voice;
  const drawn = charts(view, view.record.result.report?.year ?? null, say);
  const { otherYears } = view;
  if (drawn === null && otherYears.length === 0) return null;
  const list = (title: string, reports: readonly ListedReport[]) =>
    reports.length > 0 &&
    html`<h3>${title}</h3><ul class="plain">${reports.map((report) => html`<li><a href="${link(`/reports/${report.id}`, languageQuery(voice))}">${report.year} ${report.agency}</a> <span class="status ${report.status}">${say(STATUS_WORDS[report.status])}</span></li>`)}</ul>`;
  return html`<section aria-labelledby="years"><h2 id="years">${say(WORDS.years)}</h2>
${drawn}${list(say(WORDS.otherReports), otherYears)}</section>`;
}

function undecided({ record }: ReportView, say: Say): Markup | null {
  const rules = record.result.undecided;
  if (rules.length === 0) return null;
  const titleOf = (rule: string) => {
    const title = TITLES.get(rule);
    return title ? say(title) : '';
  };
  return html`<details class="more"><summary>${say(WORDS.undecided)} (${rules.length})</summary>
<ul>${rules.map(({ rule, reason }) => html`<li>${titleOf(rule)} <small>${rule}</small> · ${reason}</li>`)}</ul></details>`;
}

function versions({ versions: seen }: ReportView, say: Say): Markup | null {
  if (seen.length < 2) return null;
  return html`<details class="more"><summary>${say(WORDS.versions)} (${seen.length})</summary>
<ul>${seen.map(({ receivedAt, status }) => html`<li><time datetime="${receivedAt}">${clock(receivedAt)}</time> ${status === null ? say(WORDS.removed) : say(STATUS_WORDS[status])}</li>`)}</ul></details>`;
}
