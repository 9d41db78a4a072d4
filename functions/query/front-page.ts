/** `GET /` and `GET /reports` as a page. */
import { areaList } from '@vant/area-data';
import type { OutputLanguage } from '../../shared/output/language.ts';
import { frontPage } from '../../shared/output/page/front.ts';
import { RULES } from '../../shared/rules/index.ts';
import type { Summary } from '../store/records/summary.ts';
import { readYears } from '../store/statistics/statistics.ts';
import { addCounts, copiesOf, statusesOf, type Totals } from '../store/statistics/totals.ts';
import { pageResponse, voiceOf } from './pages.ts';
import { readSums } from './resources/statistics.ts';

interface Query {
  year?: number | undefined;
  region?: string | undefined;
  lang?: OutputLanguage | undefined;
  [field: string]: unknown;
}

const PROVINCES = Object.entries(areaList.province_list).map(([code, name]) => ({ code, name }));

export async function frontPageResponse(
  query: Query,
  { reports, cursor }: { reports: Summary[]; cursor: string | null },
  writable: boolean,
): Promise<Response> {
  const { cursor: _, limit: __, ...filters } = query;
  const [voice, totals, years] = await Promise.all([
    voiceOf(query.lang ?? 'zh', '/', filters),
    readSums(query.year, query.region),
    readYears(),
  ]);
  const next = cursor === null ? null : { ...voice.query, cursor };
  const rules = RULES.map(({ id, title }) => ({ id, title }));
  return pageResponse(
    frontPage({ reports, next, counts: storedOf(totals), years, regions: PROVINCES, rules, writable }, voice),
  );
}

/** All that the list has: a copy counts here, though in no sum. */
function storedOf(totals: Totals) {
  const counts = statusesOf(totals);
  addCounts(counts, copiesOf(totals));
  return counts;
}
