/** The front page: reports by status, filters, and the place to drop a file. */

import type { Text } from '../../domain/labels.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, SEVERITY_WORDS, STATUS_WORDS } from '../words/common.ts';
import { hitWords, WORDS } from '../words/page.ts';
import { REVIEW_WORDS } from '../words/review.ts';
import { agencyPath } from './agency-path.ts';
import { dropArea } from './drop.ts';
import { languageFields } from './ending.ts';
import { clock, languageQuery, layout, link } from './layout.ts';
import { subscribeLink } from './subscriptions.ts';
import type { FrontView, ListedReport, Sort, Voice } from './types.ts';

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

/** Each count leads to its reports, within whatever else is chosen. */
function counts({ counts: numbers, more }: FrontView, { say, query, language }: Voice): Markup {
  const { status = '', page: _page, cursor: _cursor, ...rest } = query;
  const target = (chosen: string) => link('/', { ...rest, status: chosen, ...languageQuery({ language }) });
  const all = STATUSES.reduce((sum, each) => sum + numbers[each], 0);
  const boxes = [
    { key: '', word: WORDS.all, count: all },
    ...STATUSES.map((each) => ({ key: each as string, word: STATUS_WORDS[each], count: numbers[each] })),
  ];
  return html`<nav class="counts" data-refresh="counts" aria-label="${say(WORDS.status)}">${boxes.map(
    ({ key, word, count }) =>
      html`<a class="count ${key}" href="${target(key)}"${key === status && html` aria-current="page"`}><b>${count}${more && count > 0 && '+'}</b> <span>${say(word)}</span></a>`,
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
<label>${say(WORDS.region)} <input name="region" list="regions" maxlength="40" placeholder="${say(WORDS.regionHint)}" value="${query.region}"></label>
<datalist id="regions">${regions.map((name) => html`<option value="${name}"></option>`)}</datalist>
${select('status', say(WORDS.status), statusOptions)}
${select('severity', say(WORDS.severity), severityOptions)}
${select('rule', say(WORDS.rule), ruleOptions)}
${Object.entries(languageQuery(voice)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="buttons"><button class="primary">${say(WORDS.apply)}</button> <a class="button" href="${link('/', languageQuery(voice))}">${say(WORDS.clear)}</a></p>
</form>`;
}

function list(view: FrontView, voice: Voice): Markup {
  const { reports, hits, more } = view;
  const { say, query } = voice;
  if (reports.length === 0)
    return html`<p class="calm">${say(WORDS.nothing)}${regionLink(view, voice)}${deskLinks(view, voice)}</p>`;
  const heads = [
    sortHead('agency', WORDS.body, voice),
    sortHead('year', WORDS.year, voice),
    sortHead('status', WORDS.status, voice),
    sortHead('errors', WORDS.findings, voice),
    sortHead('received', WORDS.received, voice),
  ];
  const deciding = view.deciding && query.rule !== undefined && query.rule !== '';
  const box = deciding && html`<th scope="col" class="box"><span class="hidden">${say(WORDS.select)}</span></th>`;
  const body = html`<p class="hits">${say(hitWords(hits, more))}<span class="tools">${regionLink(view, voice)}${takeAway('/findings', WORDS.sheet, voice)}${view.deciding && takeAway('/notices', WORDS.notices, voice)}${deskLinks(view, voice)}</span></p>
<table class="list"><thead><tr>${box}${heads}</tr></thead>
<tbody>${reports.map((report) => row(report, deciding, voice))}</tbody></table>
<p class="next">${turn(view.previous, 'prev', WORDS.previous, voice)} ${turn(view.next, 'next', WORDS.more, voice)}</p>`;
  return deciding ? decideTogether(body, reports, voice) : body;
}

/** The page that says by name who is missing, for the region and year that are chosen, or of the year as a whole. */
function regionLink({ years, everywhere }: FrontView, voice: Voice): Markup | null {
  const { region, year = String(years[0] ?? '') } = voice.query;
  if (!year || (!region && !everywhere)) return null;
  if (!region)
    return html` · <a href="${link(`/years/${year}`, languageQuery(voice))}">${voice.say(WORDS.wholeYear)}${voice.say(inBrackets(year))}</a>`;
  return html` · <a href="${link('/regions', { region, year, ...languageQuery(voice) })}">${voice.say(WORDS.whoReports)}${voice.say(inBrackets(`${region} ${year}`))}</a>`;
}

/** Mails about the region that is chosen, and what is open in review. */
function deskLinks({ subscribable, deciding }: FrontView, voice: Voice): Markup {
  const review =
    deciding && html` · <a href="${link('/review', languageQuery(voice))}">${voice.say(REVIEW_WORDS.title)}</a>`;
  return html`${subscribable && html` · ${subscribeLink(voice.query.region ?? '', voice)}`}${review}`;
}

/** The filtered list to take away. */
function takeAway(path: string, word: Text, voice: Voice): Markup {
  const { sort: _sort, order: _order, page: _page, cursor: _cursor, limit: _limit, ...filter } = voice.query;
  return html` · <a href="${link(path, { ...filter, ...languageQuery(voice) })}">${voice.say(word)}</a>`;
}

function turn(query: FrontView['next'], rel: string, word: Text, voice: Voice): Markup | null {
  return (
    query &&
    html`<a class="button" rel="${rel}" href="${link('/', { ...query, ...languageQuery(voice) })}">${voice.say(word)}</a>`
  );
}

/** The head of a column, which sorts by it; pressed again, the other way round. */
function sortHead(sort: Sort, word: Text, voice: Voice): Markup {
  const { say, query } = voice;
  const { page: _page, cursor: _cursor, order, ...rest } = query;
  const isSorted = query.sort === sort;
  const down = isSorted && order === 'desc';
  const target = link('/', { ...rest, sort, order: isSorted && !down ? 'desc' : '', ...languageQuery(voice) });
  return html`<th scope="col"${isSorted && html` aria-sort="${down ? 'descending' : 'ascending'}"`}><a href="${target}">${say(word)}${isSorted && (down ? ' ↓' : ' ↑')}</a></th>`;
}

function row(report: ListedReport, deciding: boolean, voice: Voice): Markup {
  const { id, key, name, agency, year, status, counts: numbers, receivedAt, firstMistake } = report;
  const { say } = voice;
  const tags = SEVERITIES.filter((severity) => numbers[severity] > 0).map(
    (severity) => html`<span class="tag ${severity}">${say(SEVERITY_WORDS[severity])} ${numbers[severity]}</span> `,
  );
  const who = agency ?? say(WORDS.noBody);
  const box =
    deciding &&
    html`<td class="box"><label><input type="checkbox" name="reports" value="${id}"><span class="hidden">${say(WORDS.select)} ${who} ${year}</span></label></td>`;
  return html`<tr>${box}<th scope="row"><a href="${link(`/reports/${id}`, languageQuery(voice))}">${who}</a>${agency && html` <a class="years" href="${link(agencyPath(agency), languageQuery(voice))}" aria-label="${agency} ${say(WORDS.allYears)}">${say(WORDS.allYears)}</a>`}<small>${name ?? key}</small></th>
<td>${year ?? '—'}</td><td><span class="status ${status}">${say(STATUS_WORDS[status])}</span></td><td>${tags}${firstMistake && html`<small>${say(firstMistake)}</small>`}</td>
<td><time datetime="${receivedAt}">${clock(receivedAt)}</time></td></tr>`;
}

/** The list as a form: findings of the chosen rule are decided in the ticked reports, or in all of this page. */
function decideTogether(body: Markup, reports: readonly ListedReport[], voice: Voice): Markup {
  const { say, query } = voice;
  const back = link('/', { ...query, ...languageQuery(voice) });
  const all = reports.map(({ id }) => id).join(' ');
  return html`<form method="post" action="/decisions/form" class="together">
<fieldset><legend>${say(WORDS.together)} ${query.rule}</legend>
<label>${say(WORDS.reason)} <input name="reason" required maxlength="2000"></label>
<label class="line"><input type="checkbox" name="reports" value="${all}"> ${say(WORDS.wholePage)}${say(inBrackets(reports.length))}</label>
<input type="hidden" name="rule" value="${query.rule}"><input type="hidden" name="back" value="${back}">${languageFields(voice)}
<p class="buttons"><button name="decision" value="dismissed">${say(WORDS.dismiss)}</button> <button name="decision" value="confirmed">${say(WORDS.confirm)}</button> <button name="decision" value="none">${say(WORDS.reopen)}</button></p>
</fieldset>
${body}</form>`;
}
