/** The page of subscriptions: what is subscribed, and the form for another. Also the pages behind the links of mails. */
import { LEVELS, type Level } from '../../domain/level.ts';
import { SEVERITIES, type Severity } from '../../domain/severity.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, LEVEL_WORDS } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { DELIVERY_WORDS, SEVERITY_CHOICES, STATE_WORDS, SUBSCRIPTION_WORDS } from '../words/subscriptions.ts';
import { languageFields } from './ending.ts';
import { languageQuery, layout, link } from './layout.ts';
import type { Voice } from './types.ts';

interface ListedSubscription {
  id: string;
  address: string;
  /** In the words of the page. */
  scope: string;
  leastSeverity: Severity;
  delivery: keyof typeof DELIVERY_WORDS;
  state: keyof typeof STATE_WORDS;
  /** What the deployment brings comes back by itself. */
  isDeployed: boolean;
}

export interface SubscriptionsView {
  subscriptions: readonly ListedSubscription[];
  /** There are more than are listed. */
  more: boolean;
  /** Names to choose a region from. */
  regions: readonly string[];
  /** What the form begins with: the region whose page led here. */
  region: string;
  agency: string;
  level: Level | null;
}

export function subscriptionsPage(view: SubscriptionsView, voice: Voice): string {
  const title = voice.say(SUBSCRIPTION_WORDS.title);
  return layout(voice, title, html`<h1>${title}</h1>${form(view, voice)}${list(view, voice)}`);
}

function form({ regions, region, agency, level: chosen }: SubscriptionsView, voice: Voice): Markup {
  const { say } = voice;
  const deliveries = Object.entries(DELIVERY_WORDS).map(
    ([value, word], i) =>
      html`<label class="line"><input type="radio" name="delivery" value="${value}"${i === 0 && html` checked`}> ${say(word)}</label>`,
  );
  const severities = SEVERITIES.map(
    (value) =>
      html`<option value="${value}"${value === 'warning' && html` selected`}>${say(SEVERITY_CHOICES[value])}</option>`,
  );
  const levels = LEVELS.map(
    (value) => html`<option value="${value}"${value === chosen && html` selected`}>${say(LEVEL_WORDS[value])}</option>`,
  );
  return html`<form class="sheet" method="post" action="/subscriptions" aria-label="${say(SUBSCRIPTION_WORDS.add)}">
<p class="quiet">${say(SUBSCRIPTION_WORDS.hint)}</p>
<label>${say(SUBSCRIPTION_WORDS.address)} <input type="email" name="address" required maxlength="254" autocomplete="email"></label>
<label>${say(WORDS.region)} <input name="region" list="regions" maxlength="40" placeholder="${say(SUBSCRIPTION_WORDS.regionHint)}" value="${region}"></label>
<datalist id="regions">${regions.map((name) => html`<option value="${name}"></option>`)}</datalist>
<details class="narrow"${agency !== '' && html` open`}><summary>${say(SUBSCRIPTION_WORDS.narrow)}</summary>
<label>${say(SUBSCRIPTION_WORDS.agency)} <input name="agency" maxlength="100" value="${agency}"></label>
<label>${say(SUBSCRIPTION_WORDS.prefix)} <input name="prefix" maxlength="500" placeholder="uploads/"></label></details>
<label>${say(WORDS.severity)} <select name="leastSeverity">${severities}</select></label>
<fieldset><legend>${say(SUBSCRIPTION_WORDS.delivery)}</legend>${deliveries}</fieldset>
<label>${say(SUBSCRIPTION_WORDS.level)} <select name="level"><option value="">${say(WORDS.any)}</option>${levels}</select></label>
${languageFields(voice)}
<p class="buttons"><button class="primary">${say(SUBSCRIPTION_WORDS.add)}</button></p>
</form>`;
}

function list({ subscriptions, more }: SubscriptionsView, voice: Voice): Markup {
  const { say } = voice;
  if (subscriptions.length === 0) return html`<p class="calm">${say(SUBSCRIPTION_WORDS.empty)}</p>`;
  const heads = [
    ...[SUBSCRIPTION_WORDS.address, SUBSCRIPTION_WORDS.scope, SUBSCRIPTION_WORDS.delivery],
    ...[WORDS.severity, SUBSCRIPTION_WORDS.state],
  ].map((word) => html`<th scope="col">${say(word)}</th>`);
  return html`<h2>${say(SUBSCRIPTION_WORDS.existing)}${say(inBrackets(`${subscriptions.length}${more ? '+' : ''}`))}</h2>
<table class="list"><thead><tr>${heads}<th scope="col" class="act">${say(SUBSCRIPTION_WORDS.remove)}</th></tr></thead><tbody>${subscriptions.map((one) => row(one, voice))}</tbody></table>`;
}

function row(one: ListedSubscription, voice: Voice): Markup {
  const { say } = voice;
  const remove = html`<form method="post" action="/subscriptions/${one.id}/removal">${languageFields(voice)}<button aria-label="${say(SUBSCRIPTION_WORDS.remove)} ${one.address} ${one.scope}">${say(SUBSCRIPTION_WORDS.remove)}</button></form>`;
  return html`<tr id="subscription-${one.id}"><th scope="row">${one.address}</th><td>${one.scope}</td><td>${say(DELIVERY_WORDS[one.delivery])}</td><td>${say(SEVERITY_CHOICES[one.leastSeverity])}</td>
<td><span class="tag ${one.state === 'active' ? 'passed' : 'warning'}">${say(STATE_WORDS[one.state])}</span></td><td class="act">${one.isDeployed ? say(SUBSCRIPTION_WORDS.deployed) : remove}</td></tr>`;
}

/** Leads to the form, with what is chosen here. */
export function subscribeLink(region: string, voice: Voice, agency = ''): Markup {
  const target = link('/subscriptions', { region, agency, ...languageQuery(voice) });
  return html`<a href="${target}">${voice.say(SUBSCRIPTION_WORDS.title)}</a>`;
}
