/** All years of an agency as a page and as a workbook. */
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { cellLabel } from '../../shared/domain/labels.ts';
import type { OutputLanguage, Say } from '../../shared/output/language.ts';
import { agencyPage } from '../../shared/output/page/agency.ts';
import { agencyPath } from '../../shared/output/page/agency-path.ts';
import { STATUS_WORDS } from '../../shared/output/words/common.ts';
import { AGENCY_WORDS, WORDS } from '../../shared/output/words/page.ts';
import { Workbook } from '../../shared/output/xlsx/workbook.ts';
import type { Summary } from '../store/records/summary.ts';
import { type Caller, may } from './access/caller.ts';
import type { Namesakes } from './namesakes.ts';
import { pageResponse, voiceOf } from './pages.ts';
import { placing } from './placing.ts';
import { wholeName } from './region-names.ts';
import type { Year } from './report-view.ts';

interface Years {
  reports: readonly Summary[];
  years: readonly Year[];
}

export async function agencyPageResponse(
  agency: string,
  { reports, years, region, others }: Years & Namesakes,
  language: OutputLanguage,
  caller: Caller,
): Promise<Response> {
  const view = {
    ...{ agency, reports, years, others, code: region, region: region && (wholeName(region) || region) },
    placing: await placing(agency, caller),
    subscribable: may(caller, 'subscribe', { agency, region }),
  };
  const voice = await voiceOf(language, agencyPath(agency), { region: others.length > 0 ? region : undefined });
  return pageResponse(agencyPage(view, voice));
}

/** @param base public address of the pages, without a slash at its end */
export async function yearsSheet(
  read: readonly CellAddress[],
  { reports, years }: Years,
  base: string,
  say: Say,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => {
    parts.push(bytes);
  });
  const heads = [say(AGENCY_WORDS.item), ...years.map(({ year }) => String(year)), 'address'];
  await book.sheet(say(WORDS.allYears), heads, [56, ...years.map(() => 10), 40]);
  await book.rows(
    read.map((address) => [say(cellLabel(address)), ...years.map(({ cells }) => shown(cells[address], say)), address]),
  );
  const list = [WORDS.year, WORDS.status, WORDS.file, WORDS.received].map((word) => say(word));
  await book.sheet(say(WORDS.reports), [...list, 'URL'], [8, 10, 50, 22, 50]);
  await book.rows(
    reports.map(({ id, year, status, name, key, receivedAt }) => [
      ...[year, say(STATUS_WORDS[status]), name ?? key, receivedAt, `${base}/reports/${id}`],
    ]),
  );
  await book.end();
  return Buffer.concat(parts);
}

/** What holds no number is told in words: neither a blank nor what was not read is 0. */
function shown(value: number | null | undefined, say: Say): number | string {
  if (value === undefined) return say(WORDS.notRead);
  return value ?? say(WORDS.blank);
}
