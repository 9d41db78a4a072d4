import type { ReportRecord } from '../../shared/record.ts';

/** The event of a record, as EventBridge hands it to a queue. */
export function busEvent({ id, bucket, key, version, sequencer, counts, result }: ReportRecord): string {
  const { agency = null, regionCode = null, year = null } = result.report ?? {};
  const place = { id, bucket, key, version, sequencer };
  return JSON.stringify({
    id: `event-${id}-${sequencer}`,
    source: 'gouji',
    detail: { ...place, status: result.status, agency, regionCode, year, counts, findings: [] },
  });
}
