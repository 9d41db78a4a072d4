/** Every decision that was ever made about the findings of a report: one item each, never changed. */
import { batchWrite } from '../table/batch.ts';
import { queryPage } from '../table/query.ts';

export interface PastDecision {
  fingerprint: string;
  /** `none` took the decision before it back. */
  decision: 'confirmed' | 'dismissed' | 'none';
  remark: string;
  by: string;
  identity: string | null;
  at: string;
}

const PREFIX = 'PAST-DECISION#';

/** Keeps decisions of one moment about one report. Repeating it changes nothing. */
export async function rememberDecisions(id: string, decisions: readonly PastDecision[]): Promise<void> {
  await batchWrite(
    decisions.map((decision) => ({
      put: { pk: `REPORT#${id}`, sk: `${PREFIX}${decision.at}#${decision.fingerprint}`, ...decision },
    })),
  );
}

/** The last hundred, the latest first. */
export async function readHistory(id: string): Promise<PastDecision[]> {
  const { items } = await queryPage({ partition: `REPORT#${id}`, prefix: PREFIX, backwards: true }, 100);
  return items.map(({ pk: _pk, sk: _sk, ...decision }) => decision as unknown as PastDecision);
}
