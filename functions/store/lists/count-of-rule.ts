/** How many reports of a year and region a rule found something in. */
import { countItems } from '../table/query.ts';
import { entriesOf } from './listing.ts';

/** Entries of the rule's list in the stretch of the year and region: counted, not read. @param region `null`: everywhere */
export async function countOfRule(rule: string, year: number, region: string | null): Promise<number> {
  const { pk, sk } = listPlace(rule, year, region);
  return countItems({ partition: pk, prefix: sk, consistent: false });
}

/** Where a report of this rule, year and region would stand in the rule's list, as far as these decide. */
function listPlace(rule: string, year: number, region: string | null): { pk: string; sk: string } {
  const mark = '\u0000';
  const regionCode = `${region?.replace(/(00){1,2}$/, '') ?? ''}${mark}`;
  const nothing = { key: '', title: null, agency: null, level: null, publishedOn: null, format: null, catalog: '' };
  const counts = { error: 0, warning: 0, notice: 0 };
  const times = { receivedAt: '', checkedAt: '' };
  const entries = entriesOf({
    ...nothing,
    ...times,
    id: '',
    regionCode,
    year,
    status: 'failed',
    counts,
    rules: [rule],
  });
  const entry = entries.find(({ pk }) => String(pk).endsWith(`RULE#${rule}`));
  if (!entry) throw new RangeError(`reports are not listed by rule ${rule}`);
  return { pk: String(entry.pk), sk: String(entry.sk).split(mark)[0] as string };
}
