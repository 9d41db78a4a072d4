/** Reports of one name, told apart by region: others of the name in other regions are other agencies. */
import type { Summary } from '../store/records/summary.ts';
import { type Caller, may } from './access/caller.ts';
import type { Dependencies } from './dependencies.ts';
import { wholeName } from './region-names.ts';

export interface Namesakes {
  /** Of the agency that is shown: in one region, with those whose region is not known where nobody else bears the name. */
  reports: Summary[];
  region: string | null;
  /** Every region of which there are reports of the name, `null` where it is not known; empty where it is but one. */
  others: { code: string | null; name: string | null; reports: number }[];
}

/** @param asked the region that is asked for; otherwise the one with most reports, of those that the caller may see */
export function namesakesOf(
  agency: string,
  all: readonly Summary[],
  asked: string | undefined,
  caller: Caller,
  { openReading }: Dependencies,
): Namesakes {
  const sees = (region: string | null) => region === null || openReading || may(caller, 'read', { agency, region });
  const groups = [...Map.groupBy(all, ({ regionCode }) => regionCode)].filter(([code]) => sees(code));
  const known = groups.filter(([code]) => code !== null).sort(([, one], [, other]) => other.length - one.length);
  if (known.length < 2) {
    return { reports: groups.flatMap(([, reports]) => reports), region: known[0]?.[0] ?? null, others: [] };
  }
  const [region, reports] = known.find(([code]) => code === asked) ?? (known[0] as (typeof known)[number]);
  const others = groups.map(([code, { length }]) => ({ code, name: code && wholeName(code), reports: length }));
  return { reports, region, others };
}
