/** What an export is about, and the names of its files, which say it too. */
import type { ExportFormat } from './formats/index.ts';
import type { ResourceName } from './types.ts';

/** `null`: all of them. */
interface Selection {
  year: number | null;
  /** A region with everything under it. */
  region: string | null;
  level: string | null;
}

export interface About extends Selection {
  /** Day of the export, `YYYY-MM-DD`. */
  date: string;
  catalog: string;
}

/** @example gouji-long_2023_360400_government_2026-11-27_2026.11.0.csv */
export function exportName(resource: ResourceName, about: About, format: ExportFormat): string {
  const { year, region, level, date, catalog } = about;
  const parts = [
    `gouji-${resource}`,
    year ?? 'all-years',
    region ?? 'all-regions',
    level ?? 'all-levels',
    date,
    catalog,
  ];
  return `${parts.join('_')}.${format}`;
}

/** For the places that formats have for it. */
export function aboutWords({ year, region, level, date, catalog }: About): Record<string, string> {
  const of = (value: number | string | null) => (value === null ? 'all' : String(value));
  return { year: of(year), region: of(region), level: of(level), date, catalog };
}
