/** Rates of a region and year with what they are a part of, and its regions in the order of one of them. */

import type { Text } from '../../domain/labels.ts';
import { html, type Markup } from '../markup.ts';
import { inBrackets, LEVEL_WORDS, STATUS_WORDS } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { REGION_WORDS, TIER_WORDS } from '../words/region.ts';
import { languageQuery, link } from './layout.ts';
import { regionPath } from './region-path.ts';
import type { GroupRates, RegionBelow, RegionYear } from './region-types.ts';
import { scrolling } from './scroll.ts';
import type { Voice } from './types.ts';

/** A share as a bar. @param share 0 to 1; what lies beyond is drawn as whole */
export function bar(share: number): Markup {
  const width = Math.round(100 * Math.min(1, Math.max(0, share)));
  return html`<svg viewBox="0 0 100 6" width="100" height="6" role="img" aria-label="${`${Math.round(100 * share)}%`}"><rect class="rail" width="100" height="6"/><rect class="bar current" width="${width}" height="6"/></svg>`;
}

/** Number and bar in columns of their own, so that the bars of a table begin at one line and can be compared. */
function shareCells(share: number | null): Markup {
  if (share === null) return html`<td class="share">—</td><td class="drawn"></td>`;
  return html`<td class="share">${Math.round(1000 * share) / 10}%</td><td class="drawn">${bar(share)}</td>`;
}

/** A table for each group of reports that may be added up. */
export function rates(view: RegionYear, voice: Voice): Markup | null {
  const drawn = view.groups.filter((group) => group.rates.length > 0);
  if (drawn.length === 0) return null;
  const { say } = voice;
  return html`<section><h2>${say(REGION_WORDS.rates)}</h2><p class="quiet">${say(REGION_WORDS.ratesHint)}</p>${drawn.map((group) => groupTable(group, view, voice))}</section>`;
}

function groupTable(group: GroupRates, view: RegionYear, voice: Voice): Markup {
  const { say } = voice;
  const name = `${say(groupName(group))}${say(inBrackets(group.reports))}`;
  const id = `rates-${group.group}`;
  const rows = group.rates.map(({ id, title, numerator, denominator, rate, reports }) => {
    const isRanked = view.rank?.group === group.group && view.rank.id === id;
    const rank =
      view.below.length > 1 &&
      !isRanked &&
      html` <a class="rank" href="${rankLink(view, `${group.group}.${id}`, voice)}" aria-label="${say(title)} · ${say(REGION_WORDS.rankRegions)}">${say(REGION_WORDS.rankRegions)}</a>`;
    return html`<tr><th scope="row">${say(title)}${rank}</th>${shareCells(rate)}<td>${numerator} / ${denominator}</td><td>${reports}</td></tr>`;
  });
  return html`<h3 id="${id}">${name}</h3>${scrolling(id, html`<table class="list"><thead><tr><th scope="col">${say(REGION_WORDS.rateName)}</th><th scope="col" colspan="2">${say(REGION_WORDS.share)}</th><th scope="col">${say(REGION_WORDS.part)}</th><th scope="col">${say(REGION_WORDS.counted)}</th></tr></thead><tbody>${rows}</tbody></table>`, voice)}`;
}

function rankLink({ region, year, level }: RegionYear, rank: string, voice: Voice): string {
  return `${link(regionPath(region, year), { level: level ?? '', rank, ...languageQuery(voice) })}#ranking`;
}

function groupName({ level, tier }: Pick<GroupRates, 'level' | 'tier'>): Text {
  if (level === null) return STATUS_WORDS.unreadable;
  const word = LEVEL_WORDS[level];
  return tier === null
    ? word
    : { zh: `${word.zh}（${TIER_WORDS[tier].zh}）`, en: `${word.en}, ${TIER_WORDS[tier].en}` };
}

/** The regions below: those with the highest share of failed reports first, or of the rate that is chosen. */
export function ranking(view: RegionYear, voice: Voice): Markup | null {
  const { below: regions, year, level, rank, groups } = view;
  if (regions.length === 0) return null;
  const { say } = voice;
  const failed = ({ failed: part, reports }: RegionBelow) => (reports === 0 ? null : part / reports);
  const shareOf = (one: RegionBelow) => (rank ? (one.share?.rate ?? null) : failed(one));
  const rows = [...regions]
    .sort((one, other) => (shareOf(other) ?? -1) - (shareOf(one) ?? -1) || other.reports - one.reports)
    .map((one, i) => {
      const name = html`<a href="${link(regionPath(one.code, year), { level: level ?? '', ...languageQuery(voice) })}">${one.name}</a>`;
      const of = rank
        ? one.share
          ? `${one.share.numerator} / ${one.share.denominator}`
          : '—'
        : `${one.failed} / ${one.reports}`;
      const missing = one.expected === null ? '—' : `${one.missing} / ${one.expected}`;
      return html`<tr><td>${shareOf(one) === null ? '—' : i + 1}</td><th scope="row">${name}</th>${shareCells(shareOf(one))}<td>${of}</td><td>${missing}</td></tr>`;
    });
  const group = groups.find((each) => each.group === rank?.group);
  const by = rank
    ? html`<p>${say(REGION_WORDS.rankBy)}${group && `${say(groupName(group))} · `}${say(rank.title)} · <a href="${rankLink(view, '', voice)}">${say(REGION_WORDS.rate)}</a></p>`
    : null;
  return html`<section id="ranking"><h2 id="below">${say(REGION_WORDS.below)}</h2>${by}${scrolling('below', html`<table class="list ranking"><thead><tr><th scope="col">${say(REGION_WORDS.rank)}</th><th scope="col">${say(WORDS.region)}</th><th scope="col" colspan="2">${say(rank ? rank.title : REGION_WORDS.rate)}</th><th scope="col">${say(rank ? REGION_WORDS.part : REGION_WORDS.failedOf)}</th><th scope="col">${say(REGION_WORDS.missingOf)}</th></tr></thead><tbody>${rows}</tbody></table>`, voice)}</section>`;
}
