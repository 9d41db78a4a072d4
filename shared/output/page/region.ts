/** The page of a region and year: who owes a report and how each stands, the regions below, and the roster. */
import type { Text } from '../../domain/labels.ts';
import { STATUS_WORDS } from '../words.ts';
import { languageFields } from './ending.ts';
import { html, type Markup } from './html.ts';
import { languageQuery, layout, link } from './layout.ts';
import type { AgencyStanding, RegionYear } from './region-types.ts';
import { dayWords, REGION_WORDS } from './region-words.ts';
import { subscribeLink } from './subscriptions.ts';
import type { Voice } from './types.ts';
import { WORDS } from './words.ts';

/** What there is most to do about comes first. */
const ORDER = ['missing', 'unreadable', 'failed', 'incomplete', 'passed'] as const;

/** What the caller may do here. */
interface Rights {
  writable: boolean;
  subscribable: boolean;
}

export function regionPage(view: RegionYear, { writable, subscribable }: Rights, voice: Voice): string {
  const { say } = voice;
  const title = `${view.name} ${view.year}`;
  return layout(
    voice,
    title,
    html`<h1>${view.name} · ${say({ zh: `${view.year}年度`, en: String(view.year) })}</h1>
<p class="quiet">${say(REGION_WORDS.today)} ${view.today} · <a href="${link('/', { region: view.region, year: String(view.year), ...languageQuery(voice) })}">${say(REGION_WORDS.list)}</a> · ${years(view, voice)}${subscribable && html` · ${subscribeLink(view.name, voice)}`}</p>
${view.more && html`<p class="missing">${say(REGION_WORDS.more)}</p>`}
${boxes(view, voice)}
${view.hasRoster ? standings(view.agencies, say(REGION_WORDS.owed), voice) : html`<p class="calm">${say(REGION_WORDS.noRoster)}</p>`}
${view.others.length > 0 && standings(view.others, say(view.hasRoster ? REGION_WORDS.notOwed : REGION_WORDS.reported), voice)}
${below(view, voice)}
${writable && rosterForm(view, voice)}`,
  );
}

function years({ region, year }: RegionYear, voice: Voice): Markup {
  const to = (other: number) => link(`/regions/${region}/${other}`, languageQuery(voice));
  return html`<a href="${to(year - 1)}">${year - 1}</a> · <a href="${to(year + 1)}">${year + 1}</a>`;
}

/** Each number over what it is a part of. */
function boxes({ agencies, others, hasRoster }: RegionYear, { say }: Voice): Markup {
  const all = hasRoster ? agencies : others;
  const count = (pick: (one: AgencyStanding) => boolean) => all.filter(pick).length;
  const sent = count(({ state }) => state !== 'missing');
  const told: [Text, number, number, string][] = [
    [REGION_WORDS.reported, sent, all.length, ''],
    [REGION_WORDS.missing, all.length - sent, all.length, 'failed'],
    [REGION_WORDS.late, count(({ late }) => late === true), sent, 'incomplete'],
    [STATUS_WORDS.failed, count(({ state }) => state === 'failed'), sent, 'failed'],
    [STATUS_WORDS.incomplete, count(({ state }) => state === 'incomplete'), sent, 'incomplete'],
    [STATUS_WORDS.unreadable, count(({ state }) => state === 'unreadable'), sent, 'unreadable'],
  ];
  return html`<dl class="rates">${told.map(
    ([word, part, whole, kind]) =>
      html`<div class="count ${kind}"><dt>${say(word)}</dt><dd><b>${part}</b> / ${whole}${whole > 0 && html`<svg viewBox="0 0 100 6" width="100" height="6" role="img" aria-label="${`${Math.round((100 * part) / whole)}%`}"><rect class="rail" width="100" height="6"/><rect class="bar current" width="${Math.round((100 * part) / whole)}" height="6"/></svg> <small>${Math.round((100 * part) / whole)}%</small>`}</dd></div>`,
  )}</dl>`;
}

function standings(agencies: readonly AgencyStanding[], title: string, voice: Voice): Markup {
  const { say } = voice;
  const sorted = [...agencies].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  const rows = sorted.map((one) => {
    const { agency, state, report, mail, late, due, days } = one;
    const name = report
      ? html`<a href="${link(`/reports/${report.id}`, languageQuery(voice))}">${agency}</a>`
      : html`${agency}`;
    const word = state === 'missing' ? REGION_WORDS.missing : STATUS_WORDS[state];
    const kind = state === 'missing' ? 'failed' : state;
    return html`<tr><th scope="row">${name}${mail && html`<small><a href="mailto:${mail}">${mail}</a></small>`}</th><td><span class="status ${kind}">${say(word)}</span>${late && html` <span class="tag warning">${say(REGION_WORDS.late)}</span>`}</td>
<td>${due}<small>${state === 'missing' && say(dayWords(days))}</small></td><td>${report?.firstMistake && say(report.firstMistake)}</td></tr>`;
  });
  return html`<section><h2>${title} (${agencies.length})</h2>
<table class="list standing"><thead><tr><th scope="col">${say(WORDS.body)}</th><th scope="col">${say(WORDS.status)}</th><th scope="col">${say(REGION_WORDS.due)}</th><th scope="col">${say(WORDS.findings)}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** The regions below, those with the highest share of failed reports first. */
function below({ below: regions, year }: RegionYear, voice: Voice): Markup | null {
  if (regions.length === 0) return null;
  const { say } = voice;
  const rate = ({ failed, reports }: RegionYear['below'][number]) => (reports === 0 ? 0 : failed / reports);
  const rows = [...regions]
    .sort((one, other) => rate(other) - rate(one))
    .map(
      (one) =>
        html`<tr><th scope="row"><a href="${link(`/regions/${one.code}/${year}`, languageQuery(voice))}">${one.name}</a></th><td>${one.reports}</td><td>${one.failed}</td><td>${Math.round(100 * rate(one))}%</td></tr>`,
    );
  return html`<section><h2>${say(REGION_WORDS.below)}</h2><table class="list"><thead><tr><th scope="col">${say(WORDS.region)}</th><th scope="col">${say(REGION_WORDS.reported)}</th><th scope="col">${say(STATUS_WORDS.failed)}</th><th scope="col">${say(REGION_WORDS.rate)}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function rosterForm({ region, year, hasRoster }: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  return html`<details class="more roster"${!hasRoster && html` open`}><summary>${say(REGION_WORDS.roster)}</summary>
<p class="quiet">${say(REGION_WORDS.rosterHint)}</p>
<form method="post" action="/rosters/${region}/form">
<label>${say(REGION_WORDS.paste)} <textarea name="text" rows="8" required maxlength="200000"></textarea></label>
<input type="hidden" name="back" value="${link(`/regions/${region}/${year}`, languageQuery(voice))}">${languageFields(voice)}
<p class="buttons"><button class="primary">${say(REGION_WORDS.save)}</button></p>
</form>
<label class="file" hidden>${say(REGION_WORDS.file)} <input type="file" data-roster="/rosters/${region}/file" accept=".xlsx,.csv,.txt"></label> <span class="state" role="status"></span>
</details>`;
}
