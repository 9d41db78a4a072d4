/** What reviewers decided about findings: one item a report and fingerprint, untouched by any later check. */

import type { Status } from '../../../shared/domain/status.ts';
import { fromStoredResult, type StoredResult } from '../../../shared/record.ts';
import type { Finding } from '../../../shared/result.ts';
import { unreadCells } from '../../../shared/rules/tables/unread.ts';
import { getItem, putIf, removeItem, type TableItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

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

const PREFIX = 'DECISION#';
const keyOf = (id: string, fingerprint: string) => ({ pk: `REPORT#${id}`, sk: PREFIX + fingerprint });

/** Decisions about the findings of a report, by fingerprint; those of findings that are gone are among them. */
export async function readDecisions(id: string): Promise<Map<string, Decision>> {
  return decisionsAmong(await queryAll({ partition: `REPORT#${id}`, prefix: PREFIX }));
}

/** The decisions among the items of a report. */
export function decisionsAmong(items: readonly TableItem[]): Map<string, Decision> {
  const found = items.filter(({ sk }) => String(sk).startsWith(PREFIX));
  return new Map(
    found.map(({ pk: _pk, sk, ...rest }) => [String(sk).slice(PREFIX.length), rest as unknown as Decision]),
  );
}

/** Keeps a decision. The same one again keeps the time of the first; the decision that now stands is returned. */
export async function putDecision(id: string, fingerprint: string, decision: Decision): Promise<Decision> {
  const key = keyOf(id, fingerprint);
  const isNew = {
    expression:
      'attribute_not_exists(pk) OR decision <> :decision OR remark <> :remark OR #by <> :by OR #identity <> :identity',
    names: { '#by': 'by', '#identity': 'identity' },
    values: {
      ':decision': decision.decision,
      ':remark': decision.remark,
      ':by': decision.by,
      ':identity': decision.identity,
    },
  };
  if (await putIf({ ...key, ...decision }, isNew)) return decision;
  const { pk: _pk, sk: _sk, ...standing } = (await getItem(key)) ?? {};
  return standing as unknown as Decision;
}

export async function deleteDecision(id: string, fingerprint: string): Promise<void> {
  await removeItem(keyOf(id, fingerprint));
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
