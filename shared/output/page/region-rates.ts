/** Rates of a region and year with what they are a part of, and its regions in the order of their share failed. */
import type { Text } from '../../domain/labels.ts';
import { html, type Markup } from '../markup.ts';
import { LEVEL_WORDS, STATUS_WORDS } from '../words.ts';
import { languageQuery, link } from './layout.ts';
import type { GroupRates, RegionYear } from './region-types.ts';
import { REGION_WORDS, TIER_WORDS } from './region-words.ts';
import type { Voice } from './types.ts';
import { WORDS } from './words.ts';

/** A share as a bar. @param share 0 to 1; what lies beyond is drawn as whole */
export function bar(share: number): Markup {
  const width = Math.round(100 * Math.min(1, Math.max(0, share)));
  return html`<svg viewBox="0 0 100 6" width="100" height="6" role="img" aria-label="${`${Math.round(100 * share)}%`}"><rect class="rail" width="100" height="6"/><rect class="bar current" width="${width}" height="6"/></svg>`;
}

/** A table for each group of reports that may be added up. */
export function rates({ groups }: RegionYear, voice: Voice): Markup | null {
  const drawn = groups.filter((group) => group.rates.length > 0);
  if (drawn.length === 0) return null;
  const { say } = voice;
  return html`<section><h2>${say(REGION_WORDS.rates)}</h2><p class="quiet">${say(REGION_WORDS.ratesHint)}</p>${drawn.map((group) => groupTable(group, voice))}</section>`;
}

function groupTable(group: GroupRates, { say }: Voice): Markup {
  const name = `${say(groupName(group))} (${group.reports})`;
  const heads = [REGION_WORDS.rateName, REGION_WORDS.share, REGION_WORDS.part, REGION_WORDS.counted].map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  const rows = group.rates.map(
    ({ title, numerator, denominator, rate, reports }) =>
      html`<tr><th scope="row">${say(title)}</th><td>${rate === null ? '—' : html`<span class="number">${Math.round(1000 * rate) / 10}%</span> ${bar(rate)}`}</td><td>${numerator} / ${denominator}</td><td>${reports}</td></tr>`,
  );
  return html`<h3>${name}</h3><div class="scroll" role="region" aria-label="${name}" tabindex="0"><table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function groupName({ level, tier }: GroupRates): Text {
  if (level === null) return STATUS_WORDS.unreadable;
  const word = LEVEL_WORDS[level];
  return tier === null
    ? word
    : { zh: `${word.zh}（${TIER_WORDS[tier].zh}）`, en: `${word.en}, ${TIER_WORDS[tier].en}` };
}

/** The regions below, those with the highest share of failed reports first. */
export function ranking({ below: regions, year, level }: RegionYear, voice: Voice): Markup | null {
  if (regions.length === 0) return null;
  const { say } = voice;
  const share = ({ failed, reports }: RegionYear['below'][number]) => (reports === 0 ? 0 : failed / reports);
  const rows = [...regions]
    .sort((one, other) => share(other) - share(one) || other.reports - one.reports)
    .map(
      (one, i) =>
        html`<tr><td>${i + 1}</td><th scope="row"><a href="${link(`/regions/${one.code}/${year}`, { level: level ?? '', ...languageQuery(voice) })}">${one.name}</a></th><td><span class="number">${Math.round(100 * share(one))}%</span> ${bar(share(one))}</td><td>${one.failed} / ${one.reports}</td></tr>`,
    );
  const heads = [REGION_WORDS.rank, WORDS.region, REGION_WORDS.rate, REGION_WORDS.failedOf].map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  return html`<section><h2>${say(REGION_WORDS.below)}</h2><table class="list ranking"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></section>`;
}
