/** Rules across years and bodies: the stored reports that take part in a check, and those that a check leaves behind. */
import { checkTogether } from '../../shared/neighbours/together.ts';
import { fromStoredResult, type ReportRecord } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { getRecord } from '../lib/records.ts';
import { findByBody, findByRegion, type Related } from '../lib/related.ts';
import { readRoster } from '../lib/roster.ts';

/** Bodies of one area that are compared at most; a province has thousands, and a record is some 20 KB. */
const MOST_PEERS = 60;

/** The result of the report with this id, checked with what is stored of its body and its area. */
export async function checkWithStored(id: string, result: CheckResult): Promise<CheckResult> {
  const { report } = result;
  if (report === null || report.agency === null || report.year === null) return result;
  const { agency, year, regionCode } = report;
  const sameBody = await findByBody(agency, year - 1, year);
  const peers = regionCode === null ? [] : await findByRegion(regionCode, year, MOST_PEERS);
  const ids = new Set([...sameBody, ...peers].map((one) => one.id).filter((one) => one !== id));
  const others = (await Promise.all([...ids].map(getRecord))).filter((record) => record !== null);
  // Where not all peers were read, nobody can be called absent.
  const roster = regionCode === null || peers.length === MOST_PEERS ? null : await readRoster(regionCode);
  const stored = others.map((record) => fromStoredResult(record.result));
  const rosters = roster === null ? [] : [{ region: roster.region, agencies: roster.agencies, merged: roster.merged }];
  const [checked = result] = checkTogether([result, ...stored], PROFILES.strict, rosters);
  return checked;
}

/**
 * Objects whose reports have to be checked again after this one came, changed or went: the same body's for the same and
 * the next year, and its area's government.
 */
export async function affectedBy({ id, result: { report } }: ReportRecord): Promise<Related[]> {
  if (report === null || report.agency === null || report.year === null) return [];
  const { agency, year, regionCode } = report;
  const sameBody = await findByBody(agency, year, year + 1);
  const peers = regionCode === null ? [] : await findByRegion(regionCode, year, MOST_PEERS);
  const governments = peers.filter((peer) => peer.level === 'government' && peer.regionCode === regionCode);
  return [...sameBody, ...governments].filter((one) => one.id !== id);
}
