/** Links of mails: one word in the address becomes a cookie, and the address is left at once. */

import * as z from 'zod/mini';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { readLink, revokeLinks } from '../../store/access/links.ts';
import { cookies } from '../access/cookies.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { IdField } from '../schemas.ts';

const fields = z.strictObject({ id: IdField });

const openOperation = operation({
  method: 'get',
  path: '/reports/{id}/open',
  ownToken: true,
  summary: 'The link of a mail: lets its holder read this report, correct it and explain; leads to its page',
  fields,
  query: z.strictObject({ key: z.string().check(z.maxLength(200)) }),
  answers: {
    303: { description: 'Location is the page; the right to it is in a cookie' },
    404: { description: 'The link has ended, was revoked, or is none of ours' },
  },
  async handle({ path: { id }, query: { key }, context, dependencies }) {
    if ((await readLink(id, key, new Date())) === null) {
      throw notFound(PROBLEMS.linkEnded);
    }
    cookies.putLink(context, dependencies.baseUrl, id, key);
    // The address with the word stays in no history of answers and in no Referer.
    context.header('Cache-Control', 'no-store');
    return context.redirect(`/reports/${id}`, 303);
  },
});

const revokeOperation = operation({
  method: 'delete',
  path: '/reports/{id}/links',
  summary: 'Makes every link to this report void that was mailed until now. Repeating it does no harm.',
  fields,
  query: noFields,
  answers: { 204: { description: 'None works any more' } },
  async handle({ path: { id }, context }) {
    await revokeLinks(id, new Date());
    return context.body(null, 204);
  },
});

export const LINK_OPERATIONS = [openOperation, revokeOperation];
