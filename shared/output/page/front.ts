/** The front page: reports by status, filters, and the place to drop a file. */

import { SEVERITIES } from '../../domain/severity.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from '../words.ts';
import { dropArea } from './drop.ts';
import { html, type Markup } from './html.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import type { FrontView, ListedReport, Voice } from './types.ts';
import { WORDS } from './words.ts';

const STATUSES = ['failed', 'incomplete', 'unreadable', 'passed'] as const;

export function frontPage(view: FrontView, voice: Voice): string {
  const { say } = voice;
  return layout(
    voice,
    say(WORDS.reports),
    html`<h1 class="hidden">${say(WORDS.reports)}</h1>
<div class="head">${counts(view, voice)}
${view.writable && dropArea(voice, null)}</div>
${filters(view, voice)}
<section data-refresh="list" aria-label="${say(WORDS.reports)}">${list(view, voice)}</section>`,
  );
}

/** Each count leads to its reports, within the year and region that are chosen. */
function counts({ counts: numbers }: FrontView, { say, query, language }: Voice): Markup {
  const { year = '', region = '', status = '' } = query;
  const target = (chosen: string) => link('/', { year, region, status: chosen, ...languageQuery({ language }) });
  const all = STATUSES.reduce((sum, each) => sum + numbers[each], 0);
  const boxes = [
    { key: '', word: WORDS.all, count: all },
    ...STATUSES.map((each) => ({ key: each as string, word: STATUS_WORDS[each], count: numbers[each] })),
  ];
  return html`<nav class="counts" data-refresh="counts" aria-label="${say(WORDS.status)}">${boxes.map(
    ({ key, word, count }) =>
      html`<a class="count ${key}" href="${target(key)}"${key === status && html` aria-current="page"`}><b>${count}</b> <span>${say(word)}</span></a>`,
  )}</nav>`;
}

type Option = { value: string; text: string };

function filters({ years, regions, rules }: FrontView, voice: Voice): Markup {
  const { say, query } = voice;
  const select = (name: string, label: string, options: Option[]) =>
    html`<label>${label} <select name="${name}"><option value="">${say(WORDS.any)}</option>${options.map(
      ({ value, text }) => html`<option value="${value}"${value === query[name] && html` selected`}>${text}</option>`,
    )}</select></label>`;
  const yearOptions = years.map((year) => ({ value: String(year), text: String(year) }));
  const statusOptions = STATUSES.map((value) => ({ value, text: say(STATUS_WORDS[value]) }));
  const severityOptions = SEVERITIES.map((value) => ({ value, text: say(SEVERITY_WORDS[value]) }));
  const ruleOptions = rules.map(({ id, title }) => ({ value: id, text: `${id} ${say(title)}` }));
  return html`<form class="filters" method="get" action="/" role="search" aria-label="${say(WORDS.filter)}">
<label>${say(WORDS.name)} <input type="search" name="text" maxlength="100" placeholder="${say(WORDS.nameHint)}" value="${query.text}"></label>
${select('year', say(WORDS.year), yearOptions)}
<label>${say(WORDS.region)} <input name="region" list="regions" inputmode="numeric" pattern="[0-9]{6}" placeholder="360403" value="${query.region}"></label>
<datalist id="regions">${regions.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</datalist>
${select('status', say(WORDS.status), statusOptions)}
${select('severity', say(WORDS.severity), severityOptions)}
${select('rule', say(WORDS.rule), ruleOptions)}
${Object.entries(languageQuery(voice)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="buttons"><button class="primary">${say(WORDS.apply)}</button> <a class="button" href="${link('/', languageQuery(voice))}">${say(WORDS.clear)}</a></p>
</form>`;
}

function list({ reports, next }: FrontView, voice: Voice): Markup {
  const { say } = voice;
  const following = next && link('/', { ...next, ...languageQuery(voice) });
  if (reports.length === 0) {
    return html`<p class="calm">${following === null ? say(WORDS.nothing) : say(WORDS.moreFollows)}</p>${following && more(following, say(WORDS.more))}`;
  }
  return html`<table class="list"><thead><tr><th scope="col">${say(WORDS.body)}</th><th scope="col">${say(WORDS.year)}</th><th scope="col">${say(WORDS.status)}</th><th scope="col">${say(WORDS.findings)}</th><th scope="col">${say(WORDS.received)}</th></tr></thead>
<tbody>${reports.map((report) => row(report, voice))}</tbody></table>
${following && more(following, say(WORDS.more))}`;
}

const more = (address: string, word: string) =>
  html`<p class="next"><a class="button" rel="next" href="${address}">${word}</a></p>`;

function row({ id, key, agency, year, status, counts: numbers, receivedAt }: ListedReport, voice: Voice): Markup {
  const { say } = voice;
  const tags = SEVERITIES.filter((severity) => numbers[severity] > 0).map(
    (severity) => html`<span class="tag ${severity}">${say(SEVERITY_WORDS[severity])} ${numbers[severity]}</span> `,
  );
  return html`<tr><th scope="row"><a href="${link(`/reports/${id}`, languageQuery(voice))}">${agency ?? say(WORDS.noBody)}</a><small>${key}</small></th>
<td>${year ?? '—'}</td><td><span class="status ${status}">${say(STATUS_WORDS[status])}</span></td><td>${tags}</td>
<td><time datetime="${receivedAt}">${clock(receivedAt)}</time></td></tr>`;
}
