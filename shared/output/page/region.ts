/** The page of a region and year, or of a year as a whole: who owes a report and how each stands, and the regions below. */
import type { Text } from '../../domain/labels.ts';
import { LEVELS, type Level } from '../../domain/level.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, LEVEL_WORDS, STATUS_WORDS, yearWords } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { dayWords, REGION_WORDS } from '../words/region.ts';
import { languageFields } from './ending.ts';
import { languageQuery, layout, link } from './layout.ts';
import { regionPath } from './region-path.ts';
import { bar, ranking, rates } from './region-rates.ts';
import type { AgencyStanding, RegionYear } from './region-types.ts';
import { subscribeLink } from './subscriptions.ts';
import type { Voice } from './types.ts';

/** What there is most to do about comes first. */
const ORDER = ['missing', 'unknown', 'unreadable', 'failed', 'incomplete', 'passed'] as const;

/** What the caller may do here. */
interface Rights {
  writable: boolean;
  subscribable: boolean;
}

export function regionPage(view: RegionYear, { writable, subscribable }: Rights, voice: Voice): string {
  const { say } = voice;
  const name = view.name ?? say(REGION_WORDS.country);
  const others = say(
    view.region === null ? REGION_WORDS.placeless : view.hasRoster ? REGION_WORDS.notOwed : REGION_WORDS.reported,
  );
  const isUnlisted = view.region !== null && !view.hasRoster;
  return layout(
    voice,
    `${name} ${view.year}`,
    html`${around(view, voice)}<h1>${name} · ${say(yearWords(view.year))}</h1>
<p class="quiet">${say(REGION_WORDS.today)} ${view.today}<span class="tools line"> · <a href="${link('/', { region: view.region ?? '', year: String(view.year), level: view.level ?? '', ...languageQuery(voice) })}">${say(REGION_WORDS.list)}</a> · ${years(view, voice)}${subscribable && html` · ${subscribeLink(view.name ?? '', voice)}`}</span></p>
${view.more && html`<p class="missing">${say(REGION_WORDS.more)}</p>`}${view.manyRosters && html`<p class="missing">${say(REGION_WORDS.manyRosters)}</p>`}
${levels(view, voice)}
${boxes(view, voice)}
${view.region === null && deadlines(view, voice)}
${view.hasRoster ? standings(view.agencies, say(REGION_WORDS.owed), voice) : isUnlisted && html`<p class="calm">${say(REGION_WORDS.noRoster)}</p>`}
${view.region === null && ranking(view, voice)}
${view.others.length > 0 && standings(view.others, others, voice)}
${rates(view, voice)}
${view.region !== null && ranking(view, voice)}
${writable && view.region !== null && rosterForm(view.region, view, voice)}`,
  );
}

/** The regions around this one, the widest first. */
function around({ around: regions, year, level }: RegionYear, voice: Voice): Markup | null {
  if (regions.length === 0) return null;
  const { say } = voice;
  const query = { level: level ?? '', ...languageQuery(voice) };
  return html`<nav class="around" aria-label="${say(REGION_WORDS.around)}">${regions.map(
    ({ code, name }) =>
      html`<a href="${link(regionPath(code, year), query)}">${name ?? say(REGION_WORDS.country)}</a> › `,
  )}</nav>`;
}

/** Of one level only: a link each, so that the page is one press away. */
function levels({ region, year, level }: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  const choice = (value: Level | null, word: Text) =>
    value === level
      ? html`<span aria-current="true">${say(word)}</span>`
      : html`<a href="${link(regionPath(region, year), { level: value ?? '', ...languageQuery(voice) })}">${say(word)}</a>`;
  return html`<nav class="levels" aria-label="${say(REGION_WORDS.level)}">${say(REGION_WORDS.level)}${say(WORDS.colon)}${choice(null, WORDS.all)} ${LEVELS.map((each) => html`${choice(each, LEVEL_WORDS[each])} `)}</nav>`;
}

function years({ region, year, level }: RegionYear, voice: Voice): Markup {
  const query = { level: level ?? '', ...languageQuery(voice) };
  const to = (other: number) => link(regionPath(region, other), query);
  return html`<span class="years"><a href="${to(year - 1)}">${year - 1}</a> · <a href="${to(year + 1)}">${year + 1}</a></span>`;
}

/** Each number over what it is a part of. */
function boxes({ counts, region, year }: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  const { expected, missing, reports } = counts;
  const told: (readonly [Text, number | null, number, string])[] = [
    // Without a roster nobody can be called missing.
    ...(expected === null || missing === null
      ? []
      : ([
          [REGION_WORDS.reported, expected - missing, expected, ''],
          [REGION_WORDS.missing, missing, expected, 'failed'],
        ] as const)),
    [REGION_WORDS.late, counts.late, reports, 'incomplete'],
    [STATUS_WORDS.failed, counts.failed, reports, 'failed'],
    [STATUS_WORDS.incomplete, counts.incomplete, reports, 'incomplete'],
    [STATUS_WORDS.unreadable, counts.unreadable, reports, 'unreadable'],
  ];
  const drawn = told.flatMap(([word, part, whole, kind]) =>
    part === null
      ? []
      : html`<div class="count ${kind}"><dt>${say(word)}</dt><dd><b>${part}</b> / ${whole}${whole > 0 && html`${bar(part / whole)} <small>${Math.round((100 * part) / whole)}%</small>`}</dd></div>`,
  );
  const yearless =
    region === null &&
    counts.yearless > 0 &&
    html`<p class="quiet">${say(REGION_WORDS.yearless)}<a href="${link('/', { status: 'unreadable', ...languageQuery(voice) })}">${counts.yearless}</a></p>`;
  return html`<dl class="rates" data-year="${year}">${drawn}</dl>${yearless}`;
}

/** The last day of each level by the clock; those of agencies that are listed stand beside their names. */
function deadlines({ deadlines: all }: RegionYear, { say }: Voice): Markup {
  const told = all.flatMap(({ level, due, days }) => {
    if (days === null) return [];
    const left = say(days < 0 ? REGION_WORDS.ended : dayWords(days));
    return `${say(LEVEL_WORDS[level])} ${due}${say(inBrackets(left))}`;
  });
  return html`<p>${say(REGION_WORDS.deadlines)}${told.join(say(WORDS.semicolon))}</p>`;
}

function standings(agencies: readonly AgencyStanding[], title: string, voice: Voice): Markup {
  const { say } = voice;
  const sorted = [...agencies].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  const rows = sorted.map((one) => {
    const { agency, state, report, mail, late, due, days } = one;
    const name = report
      ? html`<a href="${link(`/reports/${report.id}`, languageQuery(voice))}">${agency}</a>`
      : html`${agency}`;
    const word = state === 'missing' || state === 'unknown' ? REGION_WORDS[state] : STATUS_WORDS[state];
    const kind = state === 'missing' ? 'failed' : state;
    return html`<tr><th scope="row">${name}${mail && html`<small><a href="mailto:${mail}">${mail}</a></small>`}</th><td><span class="status ${kind}">${say(word)}</span>${late && html` <span class="tag warning">${say(REGION_WORDS.late)}</span>`}</td>
<td class="day">${due ?? '—'}${state === 'missing' && days !== null && html`<small>${say(dayWords(days))}</small>`}</td><td>${report?.firstMistake && say(report.firstMistake)}</td></tr>`;
  });
  return html`<section><h2>${title}${say(inBrackets(agencies.length))}</h2>
<table class="list standing"><thead><tr><th scope="col">${say(WORDS.body)}</th><th scope="col">${say(WORDS.status)}</th><th scope="col">${say(REGION_WORDS.due)}</th><th scope="col">${say(WORDS.findings)}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function rosterForm(region: string, { year, hasRoster }: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  return html`<details class="more roster"${!hasRoster && html` open`}><summary>${say(REGION_WORDS.roster)}</summary>
<p class="quiet">${say(REGION_WORDS.rosterHint)}</p>
<form method="post" action="/rosters/${region}/form">
<label>${say(REGION_WORDS.paste)} <textarea name="text" rows="8" required maxlength="200000"></textarea></label>
<input type="hidden" name="back" value="${link(regionPath(region, year), languageQuery(voice))}">${languageFields(voice)}
<p class="buttons"><button class="primary">${say(REGION_WORDS.save)}</button></p>
</form>
<label class="choose" hidden><b>${say(REGION_WORDS.file)}</b> <span>${say(REGION_WORDS.fileKinds)}</span><input class="hidden" type="file" data-roster="/rosters/${region}/file" accept=".xlsx,.csv,.txt"></label> <span class="state" role="status"></span>
</details>`;
}
