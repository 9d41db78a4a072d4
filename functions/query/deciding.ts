/** Decisions of reviewers about findings: kept with their history, lists and statistics brought in step. */
import { projectLater } from '../store/lists/projections.ts';
import { type PastDecision, rememberDecisions } from '../store/records/decision-history.ts';
import { type Decision, deleteDecision, putDecision } from '../store/records/decisions.ts';

export type Deciding = Omit<PastDecision, 'fingerprint'>;

/**
 * The sums over the report are left to the next look at its region, or to `sumUp` of the `leaf` by the caller.
 * @returns `standing` is the decision that stands for the last of the findings, `null` where it was taken back; `leaf`
 * is the report's node of the statistics
 */
export async function decideAll(
  id: string,
  fingerprints: readonly string[],
  deciding: Deciding,
): Promise<{ standing: Decision | null; leaf: string | null }> {
  const { decision, ...rest } = deciding;
  let standing: Decision | null = null;
  for (const fingerprint of fingerprints) {
    if (decision === 'none') await deleteDecision(id, fingerprint);
    else standing = await putDecision(id, fingerprint, { decision, ...rest });
  }
  // The same decision again changes nothing, and is no other moment of the history either.
  if (decision === 'none' || standing?.at === deciding.at) {
    await rememberDecisions(
      id,
      fingerprints.map((fingerprint) => ({ fingerprint, ...deciding })),
    );
  }
  const { places } = await projectLater(id);
  return { standing, leaf: places?.leaf ?? null };
}
