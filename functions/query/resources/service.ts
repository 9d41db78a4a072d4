/** The service itself: whether it works, how it is described, and the files of its pages. */

import * as z from 'zod/mini';
import { ASSETS } from '../../../shared/output/page/assets.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { CATALOG_VERSION } from '../../../shared/rules/index.ts';
import { readAllTotals } from '../../store/statistics/statistics.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';

export const healthOperation = operation({
  method: 'get',
  path: '/health',
  open: true,
  summary: 'Whether the API and its table answer',
  fields: noFields,
  query: noFields,
  answers: {
    200: {
      description: 'They do',
      content: { 'application/json': z.strictObject({ status: z.literal('ok'), catalog: z.string() }) },
    },
  },
  async handle({ context }) {
    await readAllTotals();
    return context.json({ status: 'ok', catalog: CATALOG_VERSION });
  },
});

/** Files of the pages; their names change with their content, so that a browser may keep them for ever. */
export const assetOperation = operation({
  method: 'get',
  path: '/assets/{name}',
  open: true,
  summary: 'A file of the pages',
  fields: z.strictObject({ name: z.string().check(z.maxLength(100)) }),
  query: noFields,
  answers: { 200: { description: 'The file' }, 404: { description: 'No such file' } },
  handle({ path: { name }, context }) {
    const asset = ASSETS.find((each) => each.name === name);
    if (!asset) throw notFound(PROBLEMS.noFile);
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return context.body(asset.content, 200, { 'Content-Type': asset.mediaType });
  },
});
