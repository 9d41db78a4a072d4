/** What the smoke test asks the deployment's address: as a stranger, and with the link of its mail. */
import { makeLink } from '../../functions/store/access/links.ts';
import type { Subscription } from '../../functions/store/mail/subscription-items.ts';
import type { Deployment } from './deployment.ts';
import type { Sample } from './smoke-files.ts';

type Address = Pick<Deployment, 'baseUrl'>;

/** Whether a stranger gets one of these answers. */
export async function asUnknown(
  { baseUrl }: Address,
  path: string,
  statuses: readonly number[],
  init: RequestInit = {},
): Promise<boolean> {
  const answer = await fetch(`${baseUrl}${path}`, { redirect: 'manual', ...init });
  await answer.body?.cancel();
  return statuses.includes(answer.status);
}

/** Whether the link of a mail leads to the report, and its holder reads there what is wrong with it. */
export async function asKnown(
  { baseUrl }: Address,
  { id }: Sample,
  reader: Subscription,
  accept: 'text/html' | 'application/json',
): Promise<boolean> {
  const word = await makeLink(id, reader, new Date());
  const opened = await fetch(`${baseUrl}/reports/${id}/open?key=${encodeURIComponent(word)}`, { redirect: 'manual' });
  if (opened.status !== 303) return false;
  const Cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${baseUrl}/reports/${id}`, { headers: { Accept: accept, Cookie } });
  const text = await answer.text();
  if (answer.status !== 200) return false;
  return accept === 'text/html' ? text.includes('<html') : (JSON.parse(text) as { status: string }).status === 'failed';
}
