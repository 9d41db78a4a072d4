/** From a result to what its report shows to others. */
import { toNeighbour } from '../../shared/neighbours/neighbour.ts';
import type { ReportRecord } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import type { Digest, NeighbourCard } from '../store/neighbours/neighbours.ts';

/** Whose result it is: a record, or a state of an object that is to become one. */
export type Owner = Pick<ReportRecord, 'id' | 'bucket' | 'key' | 'sequencer'>;

/** @returns `null` for a report without an agency or a year: it is no neighbour of others */
export function cardOf(
  { id, bucket, key, sequencer }: Owner,
  result: CheckResult,
): { shown: NeighbourCard; digest: Digest } | null {
  const neighbour = toNeighbour(result.source.name, result);
  if (neighbour === null) return null;
  const { id: name, cells, text, ...about } = neighbour;
  const shown = { ...about, id, name, bucket, key, sequencer, sha256: result.source.sha256 };
  return { shown, digest: { cells, text } };
}
