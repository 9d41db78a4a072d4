/** The formats of an export, one line each; their libraries are loaded when they are used. */
import type { OpenTable } from './types.ts';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'parquet', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function openTable(format: ExportFormat, ...given: Parameters<OpenTable>): ReturnType<OpenTable> {
  switch (format) {
    case 'csv':
      return (await import('./csv.ts')).openCsv(...given);
    case 'ndjson':
      return (await import('./ndjson.ts')).openNdjson(...given);
    case 'parquet':
      return (await import('./parquet.ts')).openParquet(...given);
    case 'xlsx':
      return (await import('./xlsx.ts')).openXlsx(...given);
  }
}
