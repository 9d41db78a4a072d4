/** When two names are one agency. */
import { levelOf, regionsCalled } from '../domain/regions.ts';

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '［': '[',
  '］': ']',
};

/**
 * An agency's name as it compares: without spaces, brackets and what they hold, and 人民政府 (随县 is 随县人民政府).
 * An office is another body: 随县人民政府办公室 stays apart and equals 随县政府办公室.
 */
export function agencyKey(agency: string): string {
  return agency
    .normalize('NFKC')
    .replace(/[（）〔〕［］]/g, (bracket) => HALF_WIDTH[bracket] ?? bracket)
    .replace(/[\s\u200b·•]/g, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .replace(/人民政府/g, '政府')
    .replace(/政府$/, '');
}

/**
 * One agency: the names compare equal, and the region is the same. Where one of them lies in no known region, the name has
 * to be one that a single agency bears: 鼓楼区教育局 and 城关镇人民政府 are several.
 */
export function isSameAgency(
  one: { agency: string; regionCode: string | null },
  other: { agency: string; regionCode: string | null },
): boolean {
  if (agencyKey(one.agency) !== agencyKey(other.agency)) return false;
  if (one.regionCode !== null && other.regionCode !== null) return one.regionCode === other.regionCode;
  return !isShared(one.agency) && !isShared(other.agency);
}

/** Several agencies may bear the name: it leads to several regions, or is that of a town and names no region at all. */
function isShared(agency: string): boolean {
  const called = regionsCalled(agency).length;
  return called > 1 || (called === 0 && levelOf(agency) === 'town' && !/[省市州盟县区旗].*[镇乡道木]/.test(agency));
}

/** The part of a GB/T 2260 code that everything under a region begins with: 360000 → 36, 360400 → 3604. */
export function regionPrefix(regionCode: string): string {
  return regionCode.replace(/(00){1,2}$/, '');
}

/**
 * The head that the committee of a functional zone and its departments share in their names: 青禾综合实验区. Zones have no
 * code of GB/T 2260. `null` for agencies of no zone.
 */
export function zoneOf(agency: string): string | null {
  return ZONE.exec(agencyKey(agency))?.[1] ?? null;
}
const ZONE =
  /^(.{2,20}?(?:实验区|试验区|开发区|高新区|示范区|保税(?:港)?区|度假区|风景(?:名胜)?区|合作区|园区|功能区|管理区|新区|新城|科学城|空港区|产业园))(?=管理委员会|管委会|.{2,12}(?:局|委|办|中心|部|所|队)$)/;

/** The committee that governs a zone, no department of it. */
export function isZoneCommittee(agency: string): boolean {
  const zone = zoneOf(agency);
  return zone !== null && /^(?:管理委员会|管委会)$/.test(agencyKey(agency).slice(zone.length));
}
