/** What the rules over a government and its departments share. */

import type { CellAddress } from '../../domain/addresses.ts';
import { agencyKey, isZoneCommittee, zoneOf } from '../../neighbours/names.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Context, Verdict } from '../types.ts';
import { notApplicable, undecided } from '../verdict.ts';

/** Numbers that the report of a government, or of the committee of a zone, adds up over its departments. */
export const ADDED_UP: readonly CellAddress[] = [
  'requests.received.total',
  'requests.total.total',
  'proactive.licensing.decisions',
  'proactive.penalties.decisions',
  'proactive.normativeDocuments.issued',
];
/** What the whole cannot have less of than one of its parts: those, and the fees. */
export const COVERED: readonly CellAddress[] = [...ADDED_UP, 'proactive.fees.amount'];

/** Organs of the central government in the region: no part of the local government. */
const VERTICAL =
  /税务|海关|海事|气象|烟草|统计局.*调查队|国家统计局|中国人民银行|金融监督管理|邮政管理|消防救援|国家安全/;
/** The report says that it counts less than the whole government. */
const NARROW =
  /(?:不含|不包括|未包括|不包含)[^。;；]{0,16}(?:部门|乡镇|街道|单位|机关)|(?:仅|只)(?:统计|包括|包含|含)[^。;；]{0,12}(?:本级|办公室|本机关)|[省市县区](?:人民)?政府本级/;

export interface Parts {
  /** Departments, towns and streets of the same region, and their reports for the same year. */
  bodies: Neighbour[];
  /** The government's own office, if it reports: for itself, or the government's numbers again. */
  office: Neighbour | null;
  /** The functional zone, whose departments are all there are and are counted once; `null` for a government. */
  zone: string | null;
}

/**
 * Runs a rule with the parts of a government. Not applicable to other agencies; undecided where no part has reported, or
 * the report counts something else than its parts together.
 */
export function withParts(context: Context, check: (parts: Parts) => Verdict): Verdict {
  const { report, neighbours } = context;
  const zone = report.agency !== null && isZoneCommittee(report.agency) ? zoneOf(report.agency) : null;
  if (report.level !== 'government' && zone === null) return notApplicable();
  if (report.agency === null || (report.regionCode === null && zone === null)) {
    return undecided({
      zh: '没有判定出报告所属的行政区划，无法查找所属机关的报告。',
      en: 'The region of the report is not known, so the reports of its agencies cannot be found.',
    });
  }
  if (report.prose.some(({ plain }) => NARROW.test(plain))) {
    return undecided({
      zh: '报告说明数据只含本级，与所属机关的数据不可比。',
      en: 'The report says that it counts less than all its agencies.',
    });
  }
  const own = agencyKey(report.agency);
  const local = (neighbours.peers ?? []).filter(
    ({ agency, level, regionCode }) =>
      (zone === null ? regionCode === report.regionCode : zoneOf(agency) === zone && !isZoneCommittee(agency)) &&
      (level === 'department' || level === 'town') &&
      !VERTICAL.test(agency),
  );
  const office = local.find(({ agency }) => isOwnOffice(agencyKey(agency), own)) ?? null;
  const bodies = local.filter((body) => !isOwnOffice(agencyKey(body.agency), own));
  if (bodies.length === 0) {
    return undecided({
      zh: `等待${report.agency}所属部门、乡镇和街道${report.year ?? ''}年度的报告。`,
      en: `Waiting for the reports of the departments, towns and streets of ${report.agency} for ${report.year ?? 'the year'}.`,
    });
  }
  return check({ bodies, office, zone });
}

function isOwnOffice(key: string, government: string): boolean {
  return key.startsWith(government) && /^(?:政府)?(?:党政)?(?:综合)?(?:办公室|办)$/.test(key.slice(government.length));
}
