/** What requests of the API are made about, and how one is made from its case. */
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { OPERATIONS } from '../../../functions/query/operations.ts';
import { makeLink } from '../../../functions/store/access/links.ts';
import { putSubscription } from '../../../functions/store/mail/subscriptions.ts';
import { SubscriptionRequest } from '../../../shared/mail/subscription.ts';
import { reportId } from '../../../shared/record.ts';
import { faultyDocx, recordOf } from '../../output/papers.ts';
import { record, store } from '../../query/records.ts';
import type { Case } from './query-cases.ts';

/** By their names in braces. */
export type Values = Record<string, string>;

/** A report in a Word file, another of the same agency and year, a subscription: each time of a number of their own. */
export async function makeWorld(s3: S3Client, number: number): Promise<Values> {
  const n = `x${String(number).padStart(4, '0')}x`;
  const Body = faultyDocx();
  const word = await recordOf(`${n}.docx`, Body);
  const agency = `示例市第${n}局`;
  const result = { ...word.result, report: word.result.report && { ...word.result.report, agency } };
  await store({ ...word, result });
  const other = await store({ ...record(`${n}.txt`), result, version: null });
  for (const Key of [word.key, other.key]) await s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
  const request = SubscriptionRequest.parse({ address: `clerk${n}@agency.example`, scope: { kind: 'all' } });
  const subscription = await putSubscription(`s${n}`, request, new Date(), { confirmed: true });
  const { fingerprint = '' } = result.findings.find(({ rule }) => rule === 'T3.BALANCE') ?? {};
  return {
    ...{ n, id: reportId('reports', word.key), other: other.id, agency, fingerprint, name: other.key },
    ...{ region: '360403', who: `who${n}@agency.example`, subscription: `s${n}`, token: subscription.token },
    ...{ zeros: '0'.repeat(64), link: await makeLink(word.id, subscription, new Date()) },
    ...{ resource: 'long', year: '2023', province: `province=${word.result.report?.regionCode?.slice(0, 2) ?? '00'}` },
    file: 'long.parquet',
  };
}

export const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name);

const TYPES = {
  form: 'application/x-www-form-urlencoded',
  bytes: 'application/octet-stream',
  json: 'application/json',
};

/** @param operation `put /reports/{id}/file` */
export function ask(
  address: string,
  operation: string,
  { body, query = {}, headers = {} }: Case,
  values: Values,
): Promise<Response> {
  const [method = '', path = ''] = operation.split(' ');
  const { form, bytes } = OPERATIONS.find((each) => each.method === method && each.path === path) ?? {};
  const here = {
    ...values,
    ...(path.startsWith('/subscriptions') && { id: values.subscription ?? '' }),
    ...(path.startsWith('/dataset') && { year: `year=${values.year}` }),
  };
  const asked = new URLSearchParams(query);
  for (const [name, value] of asked) asked.set(name, filled(value, here));
  const given = body && (typeof body === 'string' ? body : filled(JSON.stringify(body), here));
  const type = TYPES[form ? 'form' : bytes === undefined ? 'json' : 'bytes'];
  return fetch(`${address}${encodeURI(filled(path, here))}?${asked}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(body !== undefined && { 'Content-Type': type }), ...headers },
    ...(given !== undefined && { body: form ? String(new URLSearchParams(JSON.parse(String(given)))) : String(given) }),
  });
}

/** An answer without what is another each time. */
export const timeless = (text: string, values: Values): string =>
  Object.entries(values)
    .filter(([name, value]) => value.length >= 4 && name !== 'year')
    .reduce((left, [name, value]) => left.replaceAll(value, name), text)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replaceAll(/X-Amz-\w+=[^&"]+/g, '')
    .replaceAll(/"requestId":"[^"]+"|[0-9a-f]{20,}/g, '');
