/** Tells the bus of a record. */
import { createHash } from 'node:crypto';
import { countBySeverity } from '../../shared/domain/severity.ts';
import { DETAIL_TYPES, type EventDetail, FINDINGS_IN_EVENT } from '../../shared/event.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { putEvent } from '../platform/bus.ts';
import { markAnnounced, type Projected } from '../store/lists/projected.ts';

/** An event may hold 256 KB; a message of a finding is a sentence or two. */
const MOST_MESSAGE_CHARACTERS = 500;

export function announce(record: ReportRecord): Promise<void> {
  return putEvent(DETAIL_TYPES[record.result.status], detailOf(record));
}

/**
 * Announces a record unless the bus knows this state with these faults, and remembers it: a crash between the two makes
 * a second event, which its receivers know by id, sequencer and fingerprints.
 * @returns whether it was announced now
 */
export async function tellOnce(record: ReportRecord, { announced }: Projected): Promise<boolean> {
  const told = announcementOf(record);
  if (announced === told) return false;
  await announce(record);
  await markAnnounced(record.id, told);
  return true;
}

/** State and faults of a record, in short. */
export function announcementOf({ sequencer, result: { status, findings } }: ReportRecord): string {
  const faults = JSON.stringify([status, findings.map(({ fingerprint }) => fingerprint).sort()]);
  return `${sequencer} ${createHash('sha256').update(faults).digest('base64url').slice(0, 12)}`;
}

/** Whether the bus has heard of a state, whatever its faults. */
export function isAnnounced({ announced = '' }: Projected, sequencer: string): boolean {
  return announced.startsWith(`${sequencer} `);
}

function detailOf({ id, bucket, key, version, sequencer, result }: ReportRecord): EventDetail {
  return {
    ...{ id, bucket, key, version, sequencer, status: result.status },
    agency: result.report?.agency ?? null,
    regionCode: result.report?.regionCode ?? null,
    year: result.report?.year ?? null,
    counts: countBySeverity(result.findings),
    findings: result.findings.slice(0, FINDINGS_IN_EVENT).map(({ rule, severity, message, fingerprint }) => ({
      ...{ rule, severity, fingerprint },
      message: message.zh.slice(0, MOST_MESSAGE_CHARACTERS),
    })),
  };
}
