/** Decisions of reviewers about findings: kept with their history, lists and statistics brought in step. */
import { project } from '../store/lists/projections.ts';
import { type PastDecision, rememberDecisions } from '../store/records/decision-history.ts';
import { type Decision, deleteDecision, putDecision } from '../store/records/decisions.ts';

export type Deciding = Omit<PastDecision, 'fingerprint'>;

/** @returns the decision that stands for the last of the findings; `null` where it was taken back */
export async function decideAll(
  id: string,
  fingerprints: readonly string[],
  deciding: Deciding,
): Promise<Decision | null> {
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
  await project(id);
  return standing;
}
