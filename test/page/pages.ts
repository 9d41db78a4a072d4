/** Every page that a person can meet, filled, with its address: what the pictures are drawn of. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { putGrants } from '../../functions/store/access/grants.ts';
import { putSubscription } from '../../functions/store/mail/subscriptions.ts';
import { putRoster } from '../../functions/store/neighbours/roster.ts';
import { putAssignment } from '../../functions/store/records/assignments.ts';
import { putNote } from '../../functions/store/records/notes.ts';
import type { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { unreadable } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { faultyReport, incompleteReport, manyReports, otherReports, withoutTables } from './demo.ts';

const REGION = '360403';
const YEAR = 2023;

/** Puts the reports into the store of this process. @returns the address of each page by its name */
export async function fillPages(): Promise<Record<string, string>> {
  const faulty = await store(faultyReport());
  const passed = await store(record('合格.txt', {}, { findings: [] }));
  const incomplete = await store(incompleteReport());
  const tableless = await store(withoutTables());
  const blind = await store(record('云溪县档案局扫描件.pdf', {}, unreadable()));
  for (const other of otherReports()) await store(other);
  const county = manyReports();
  for (const other of county) await store(other);
  const word = await store(await recordOf('示例局2023年报.docx', faultyDocx()));
  const object = { Bucket: word.bucket, Key: word.key, Body: faultyDocx() };
  await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand(object));

  const owing = county.flatMap(({ result }) => result.report?.agency ?? []);
  await putRoster({
    region: REGION,
    agencies: [...owing, '云溪县机关事务管理局', '云溪县国家税务局'],
    merged: {},
    mails: { 云溪县教育局: 'jiaoyu@example.org' },
    ...{ by: '王五', at: '2024-01-05T01:00:00Z' },
  });
  const person = { identity: null, at: '2024-02-20T01:00:00Z' };
  await putAssignment(faulty.id, { ...person, assignee: '李四', due: '2024-03-01', by: '王五' });
  const fingerprints = faulty.result.findings.slice(0, 1).map(({ fingerprint }) => fingerprint);
  await putNote(faulty.id, { ...person, fingerprints, text: '系上年结转口径不同，台账附后。', by: '张三' });
  await putGrants({
    who: 'supervisor@example.org',
    grants: [{ role: 'supervisor', region: REGION, agency: null }],
    by: '王五',
    at: person.at,
  });
  const subscribed = await subscribe('desk', {
    address: 'desk@example.org',
    scope: { kind: 'region', region: REGION },
    delivery: 'weekly',
  });

  const agency = encodeURIComponent(faulty.result.report?.agency ?? '');
  const link = (action: string) => `/subscriptions/${subscribed.id}/${action}?token=${subscribed.token}`;
  return {
    front: '/',
    report: `/reports/${faulty.id}`,
    region: `/regions/360000/${YEAR}`,
    agency: `/agencies/${agency}/reports`,
    subscriptions: '/subscriptions?region=浔阳区',
    review: '/review',
    original: `/reports/${word.id}?beside=1`,
    'list-rule': '/?rule=T3.BALANCE&region=浔阳区&limit=40',
    'list-empty': '/?text=没有这个机关',
    'report-passed': `/reports/${passed.id}`,
    'report-incomplete': `/reports/${incomplete.id}`,
    'report-without-tables': `/reports/${tableless.id}`,
    'report-unreadable': `/reports/${blind.id}`,
    'report-english': `/reports/${faulty.id}?lang=en`,
    'report-taiwan': `/reports/${faulty.id}?lang=zh-TW`,
    county: `/regions/${REGION}/${YEAR}`,
    year: `/years/${YEAR}`,
    grants: '/grants',
    confirm: link('confirm'),
    unsubscribe: link('unsubscribe'),
    'region-asked': '/?region=鼓楼区',
    missing: '/nowhere',
    mistyped: '/?year=abc',
    'sign-in': '/sign-in',
  };
}

function subscribe(id: string, request: Pick<SubscriptionRequest, 'address' | 'scope' | 'delivery'>) {
  return putSubscription(id, { ...request, leastSeverity: 'warning', language: 'auto' }, new Date());
}
