/** What stands in the store around one report: who takes part in its check, and whose findings it may change. */

import { recheck } from '../../shared/check.ts';
import type { Text } from '../../shared/domain/labels.ts';
import { alike, alikeNeighbours, ofItsKind } from '../../shared/neighbours/alike.ts';
import { ofSameAgency, onePerAgency } from '../../shared/neighbours/link.ts';
import { isSameAgency, isZoneCommittee, zoneOf } from '../../shared/neighbours/names.ts';
import { absence } from '../../shared/neighbours/roster.ts';
import type { Neighbour, Neighbours } from '../../shared/neighbours/types.ts';
import { rosterUncheckedWords, someComparedWords } from '../../shared/output/words/limits.ts';
import type { Report } from '../../shared/report/types.ts';
import type { CheckResult } from '../../shared/result.ts';
import { RULES } from '../../shared/rules/index.ts';
import type { Rule } from '../../shared/rules/types.ts';
import { deployedProfile } from '../platform/profile.ts';
import type { NeighbourCard } from '../store/neighbours/neighbours.ts';
import * as store from '../store/neighbours/neighbours.ts';
import { readRoster, type StoredRoster } from '../store/neighbours/roster.ts';
import { cardOf, type Owner } from './card.ts';

/** Reports of a region and everything under it that are looked at; each is a few hundred bytes. */
const MOST_IN_AREA = 3000;

/** Other reports around one. */
export interface NeighbourSources {
  self: NeighbourCard;
  report: Report;
  /** The same agency, by whichever of its names: the year before, the same year, the year after. */
  body: (NeighbourCard & { whole: Neighbour })[];
  /** Other agencies of its region and everything under it. */
  area: NeighbourCard[];
  /** The region holds more than were looked at. */
  more: boolean;
  /** Of a government's own region. */
  roster: StoredRoster | null;
  /** Those of the region whose numbers and text are compared, by id. */
  peers: ReadonlyMap<string, Neighbour>;
}

/** @returns `null` for a report without an agency or a year: it has no neighbours */
export async function readSurroundings(owner: Owner, result: CheckResult): Promise<NeighbourSources | null> {
  const self = cardOf(owner, result)?.shown;
  if (self === undefined || result.report === null) return null;
  const found = await find(self);
  const near = ({ level, regionCode }: NeighbourCard) =>
    (regionCode === self.regionCode ? 2 : 0) + (level === self.level ? 1 : 0);
  const nearest = found.area.toSorted((one, other) => near(other) - near(one)).slice(0, store.MOST_DIGESTS);
  return { self, report: result.report, ...found, peers: await store.readWhole(nearest) };
}

/** The agencies of its region with everything under it, or of its functional zone. */
function findAround({ agency, regionCode, year }: NeighbourCard): ReturnType<typeof store.findByRegion> {
  if (regionCode !== null) return store.findByRegion(regionCode, year, MOST_IN_AREA);
  const zone = zoneOf(agency);
  return zone === null ? Promise.resolve({ found: [], more: false }) : store.findByZone(zone, year, MOST_IN_AREA);
}

type Found = Pick<NeighbourSources, 'body' | 'area' | 'more' | 'roster'>;

async function find(self: NeighbourCard): Promise<Found> {
  const { agency, level, regionCode, year } = self;
  const [body, { found, more }, roster] = await Promise.all([
    store.findByAgency(agency, [year - 1, year + 1]),
    findAround(self),
    regionCode === null || level !== 'government' ? null : readRoster(regionCode),
  ]);
  return {
    body: body.filter((other) => other.id !== self.id && isSameAgency(other, self)),
    area: found.filter((other) => other.id !== self.id && !isSameAgency(other, self)),
    more,
    roster,
  };
}

/** The result with the rules across years and agencies decided as far as the others allow. */
export function checkAmong(result: CheckResult, around: NeighbourSources | null): CheckResult {
  const { source, report } = result;
  if (report === null) return result;
  if (around === null) return recheck({ source, report }, { profile: deployedProfile() });
  const { self, body, area, more, roster, peers } = around;
  const sameBody = body.map(({ whole, sha256 }) => ({ neighbour: whole, sha256 }));
  const neighbours: Neighbours = {
    ...ofSameAgency(self, sameBody),
    peers: onePerAgency(area.map((other) => peers.get(other.id) ?? store.neighbourOf(other))),
    // Where not all were looked at, none can be called absent.
    ...(roster && !more && { roster: absence(roster, self.year, [self, ...body, ...area]) }),
  };
  const checked = recheck({ source, report }, { neighbours, profile: deployedProfile() });
  return { ...checked, undecided: [...checked.undecided, ...notCompared(around)] };
}

/** Rules that need these neighbours and compare numbers or words: a government's with its parts, a department's with its like. */
function rulesAbout(needs: Rule['needs'], about: Rule['about'], reason: Text): CheckResult['undecided'] {
  return RULES.filter((rule) => rule.needs === needs && rule.about === about).map(({ id }) => ({ rule: id, reason }));
}

/** Says which rules did not see every agency of the region. */
function notCompared({
  self: { level, regionCode, year },
  area,
  more,
  peers,
}: NeighbourSources): CheckResult['undecided'] {
  const own = area.filter((other) => other.regionCode === regionCode);
  const read = own.filter(({ id }) => peers.has(id)).length;
  const some = someComparedWords(year, own.length + 1, read);
  const none = rosterUncheckedWords(year, MOST_IN_AREA);
  return [
    ...(read < own.length ? rulesAbout('peers', level === 'government' ? 'cells' : 'words', some) : []),
    ...(more ? rulesAbout('roster', 'words', none) : []),
  ];
}

/** All cards that take part in the check. */
export function cardsIn({ body, area }: NeighbourSources): NeighbourCard[] {
  return [...body, ...area];
}

/** The committee of a zone counts its departments in, and is asked at once: a zone has no region to fall quiet. */
const governs = ({ agency, regionCode }: NeighbourCard) => regionCode === null && isZoneCommittee(agency);

/**
 * Those whose findings may change when the report comes, changes or goes: of the same agency, other copies and the year
 * after; agencies whose text is its own or that of another file of its agency and year; the committee of its zone.
 * Governments are asked when their region falls quiet: `regions.ts`.
 */
export function affectedBy({ self, report, body, area, peers }: NeighbourSources): NeighbourCard[] {
  const ids = new Map([...peers].map(([id, peer]) => [peer, id]));
  const peersOfItsKind = ofItsKind(report, [...ids.keys()]);
  // Of several files of one agency and year others are compared with one: with which, this report may decide.
  const files = body.filter(({ year }) => year === self.year);
  const texts = [
    ...alike(report, peersOfItsKind).map(({ other }) => other),
    ...files.flatMap(({ whole }) => alikeNeighbours(whole, peersOfItsKind)),
  ];
  const copies = new Set(texts.map((other) => ids.get(other)));
  return [
    ...body.filter(({ year }) => year >= self.year),
    ...area.filter((other) => copies.has(other.id) || governs(other)),
  ];
}
