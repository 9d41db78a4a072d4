/** What is kept beside the records for lists and statistics. */
import type { ReportRecord } from '../../shared/record.ts';

/**
 * Called after each record is stored (`after`), replaced (`before` and `after`) or removed (`before`). Safe to repeat:
 * after a crash it is called again, and `before` may then already equal `after`, so what has to be undone is known
 * from the projections themselves, not from `before`.
 */
type Projection = (before: ReportRecord | null, after: ReportRecord | null) => Promise<void>;

const PROJECTIONS: readonly Projection[] = [];

export async function projectRecord(before: ReportRecord | null, after: ReportRecord | null): Promise<void> {
  for (const project of PROJECTIONS) await project(before, after);
}
