/** What reviewers decided about findings: one item a report and fingerprint, untouched by any later check. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Status } from '../../../shared/domain/status.ts';
import { fromStoredResult, type StoredResult } from '../../../shared/record.ts';
import type { Finding } from '../../../shared/result.ts';
import { unreadCells } from '../../../shared/rules/tables/unread.ts';
import { table } from '../table/table.ts';

export const DECISIONS = ['confirmed', 'dismissed'] as const;

export interface Decision {
  decision: (typeof DECISIONS)[number];
  remark: string;
  /** Who decided, as they called themselves. */
  by: string;
  /** Whom the gateway knew them as; `null` on the laptop. */
  identity: string | null;
  at: string;
}

const keyOf = (id: string, fingerprint: string) => ({ pk: `REPORT#${id}`, sk: `DECISION#${fingerprint}` });

/** Decisions about the findings of a report, by fingerprint; those of findings that are gone are among them. */
export async function readDecisions(id: string): Promise<Map<string, Decision>> {
  const { client, name } = table();
  const decisions = new Map<string, Decision>();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': `REPORT#${id}`, ':prefix': 'DECISION#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const { sk, pk: _pk, ...decision } of page.Items ?? []) {
      decisions.set(String(sk).slice('DECISION#'.length), decision as Decision);
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return decisions;
}

/** Keeps a decision. The same one again keeps the time of the first; the decision that now stands is returned. */
export async function putDecision(id: string, fingerprint: string, decision: Decision): Promise<Decision> {
  const { client, name } = table();
  const put = new PutCommand({
    TableName: name,
    Item: { ...keyOf(id, fingerprint), ...decision },
    ConditionExpression:
      'attribute_not_exists(pk) OR decision <> :decision OR remark <> :remark OR #by <> :by OR #identity <> :identity',
    ExpressionAttributeNames: { '#by': 'by', '#identity': 'identity' },
    ExpressionAttributeValues: {
      ':decision': decision.decision,
      ':remark': decision.remark,
      ':by': decision.by,
      ':identity': decision.identity,
    },
  });
  try {
    await client.send(put);
    return decision;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const key = keyOf(id, fingerprint);
    const found = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
    const { pk: _pk, sk: _sk, ...standing } = found.Item ?? {};
    return standing as Decision;
  }
}

export async function deleteDecision(id: string, fingerprint: string): Promise<void> {
  const { client, name } = table();
  await client.send(new DeleteCommand({ TableName: name, Key: keyOf(id, fingerprint) }));
}

/** The findings that still stand: not dismissed. */
export function standingFindings(findings: readonly Finding[], decisions: ReadonlyMap<string, Decision>): Finding[] {
  return findings.filter(({ fingerprint }) => decisions.get(fingerprint)?.decision !== 'dismissed');
}

/** The status after the decisions: a report fails as long as one of its errors stands, and never passes unread. */
export function standingStatus(result: StoredResult, decisions: ReadonlyMap<string, Decision>): Status {
  if (result.status === 'unreadable') return 'unreadable';
  const standing = standingFindings(result.findings, decisions);
  if (standing.some(({ severity }) => severity === 'error')) return 'failed';
  const { report } = fromStoredResult(result);
  return report !== null && unreadCells(report).length > 0 ? 'incomplete' : 'passed';
}
