/** The page of a region and year: who owes a report and how each stands, the regions below, and the roster. */
import type { Text } from '../../domain/labels.ts';
import { LEVELS, type Level } from '../../domain/level.ts';
import { html, type Markup } from '../markup.ts';
import { LEVEL_WORDS, STATUS_WORDS } from '../words.ts';
import { languageFields } from './ending.ts';
import { languageQuery, layout, link } from './layout.ts';
import { bar, ranking, rates } from './region-rates.ts';
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
<p class="quiet">${say(REGION_WORDS.today)} ${view.today} · <a href="${link('/', { region: view.region, year: String(view.year), level: view.level ?? '', ...languageQuery(voice) })}">${say(REGION_WORDS.list)}</a> · ${years(view, voice)}${subscribable && html` · ${subscribeLink(view.name, voice)}`}</p>
${view.more && html`<p class="missing">${say(REGION_WORDS.more)}</p>`}
${levels(view, voice)}
${boxes(view, voice)}
${view.hasRoster ? standings(view.agencies, say(REGION_WORDS.owed), voice) : html`<p class="calm">${say(REGION_WORDS.noRoster)}</p>`}
${view.others.length > 0 && standings(view.others, say(view.hasRoster ? REGION_WORDS.notOwed : REGION_WORDS.reported), voice)}
${rates(view, voice)}
${ranking(view, voice)}
${writable && rosterForm(view, voice)}`,
  );
}

/** Of one level only: a link each, so that the page is one press away. */
function levels({ region, year, level }: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  const choice = (value: Level | null, word: Text) =>
    value === level
      ? html`<span aria-current="true">${say(word)}</span>`
      : html`<a href="${link(`/regions/${region}/${year}`, { level: value ?? '', ...languageQuery(voice) })}">${say(word)}</a>`;
  return html`<nav class="levels" aria-label="${say(REGION_WORDS.level)}">${say(REGION_WORDS.level)}${say(WORDS.colon)}${choice(null, WORDS.all)} ${LEVELS.map((each) => html`${choice(each, LEVEL_WORDS[each])} `)}</nav>`;
}

function years({ region, year, level }: RegionYear, voice: Voice): Markup {
  const query = { level: level ?? '', ...languageQuery(voice) };
  const to = (other: number) => link(`/regions/${region}/${other}`, query);
  return html`<a href="${to(year - 1)}">${year - 1}</a> · <a href="${to(year + 1)}">${year + 1}</a>`;
}

/** Each number over what it is a part of. */
function boxes({ agencies, others, hasRoster }: RegionYear, { say }: Voice): Markup {
  const all = hasRoster ? agencies : others;
  const count = (pick: (one: AgencyStanding) => boolean) => all.filter(pick).length;
  const sent = count(({ state }) => state !== 'missing');
  const told: (readonly [Text, number, number, string])[] = [
    // Without a roster nobody can be called missing.
    ...(hasRoster
      ? ([
          [REGION_WORDS.reported, sent, all.length, ''],
          [REGION_WORDS.missing, all.length - sent, all.length, 'failed'],
        ] as const)
      : []),
    [REGION_WORDS.late, count(({ late }) => late === true), sent, 'incomplete'],
    [STATUS_WORDS.failed, count(({ state }) => state === 'failed'), sent, 'failed'],
    [STATUS_WORDS.incomplete, count(({ state }) => state === 'incomplete'), sent, 'incomplete'],
    [STATUS_WORDS.unreadable, count(({ state }) => state === 'unreadable'), sent, 'unreadable'],
  ];
  return html`<dl class="rates">${told.map(
    ([word, part, whole, kind]) =>
      html`<div class="count ${kind}"><dt>${say(word)}</dt><dd><b>${part}</b> / ${whole}${whole > 0 && html`${bar(part / whole)} <small>${Math.round((100 * part) / whole)}%</small>`}</dd></div>`,
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
