/** Tells the bus of a record. */
import { DETAIL_TYPES, type EventDetail, FINDINGS_IN_EVENT } from '../../shared/event.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { putEvent } from '../platform/bus.ts';
import { markAnnounced } from '../store/records/records.ts';

/** An event may hold 256 KB; a message of a finding is a sentence or two. */
const MAX_MESSAGE_CHARACTERS = 500;

/**
 * Puts the event, then remembers that it was put: a crash between the two makes a second event, which its receivers
 * know by id, sequencer and fingerprints.
 */
export async function announce(record: ReportRecord): Promise<void> {
  await putEvent(DETAIL_TYPES[record.result.status], detailOf(record));
  await markAnnounced(record);
}

function detailOf({ id, bucket, key, version, sequencer, counts, result }: ReportRecord): EventDetail {
  return {
    ...{ id, bucket, key, version, sequencer, status: result.status },
    agency: result.report?.agency ?? null,
    regionCode: result.report?.regionCode ?? null,
    year: result.report?.year ?? null,
    counts,
    findings: result.findings.slice(0, FINDINGS_IN_EVENT).map(({ rule, severity, message, fingerprint }) => ({
      ...{ rule, severity, fingerprint },
      message: message.zh.slice(0, MAX_MESSAGE_CHARACTERS),
    })),
  };
}
