/** `GET /dataset`: what there is, and its files by their stable names. */

import * as z from 'zod/mini';
import { RESOURCES } from '../../../shared/dataset/types.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { codebookOf, manifestOf } from '../../dataset/manifest.ts';
import { datasetPath } from '../../dataset/paths.ts';
import { readPartitions } from '../../store/dataset/partitions.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { ManifestSchema } from '../schemas.ts';

export const manifestOperation = operation({
  method: 'get',
  path: '/dataset',
  summary: 'The data set: its partitions (year and province) and their files with sizes and checksums',
  fields: noFields,
  query: noFields,
  answers: { 200: { description: 'The manifest', content: { 'application/json': ManifestSchema } } },
  handle: async ({ context }) => context.json(manifestOf(await readPartitions())),
});

export const codebookOperation = operation({
  method: 'get',
  path: '/dataset/datapackage.json',
  summary: 'The codebook: every column in Chinese and English, as a Frictionless Data Package',
  fields: noFields,
  query: noFields,
  answers: { 200: { description: 'The codebook', content: { 'application/json': z.looseObject({}) } } },
  handle: async ({ context }) => context.json(codebookOf(await readPartitions())),
});

export const datasetFileOperation = operation({
  method: 'get',
  path: '/dataset/{resource}/{year}/{province}/{file}',
  summary:
    'One file of the data set, by a link that is good for a few minutes: long/year=2023/province=36/long.parquet',
  fields: z.strictObject({
    resource: z.enum(RESOURCES),
    year: z.string().check(z.regex(/^year=\d{1,4}$/, 'year=2023')),
    province: z.string().check(z.regex(/^province=\d{2}$/, 'province=36')),
    file: z.string().check(z.regex(/^[a-z]{1,20}\.(?:parquet|csv\.gz)$/, 'long.parquet')),
  }),
  query: noFields,
  answers: { 302: { description: 'The file' }, 404: { description: 'No such file' } },
  async handle({ path: { resource, year, province, file }, context, dependencies }) {
    const partition = { year: Number(year.slice('year='.length)), province: province.slice('province='.length) };
    const path = datasetPath(resource, partition, file.slice(file.indexOf('.') + 1));
    const partitions = await readPartitions();
    const known = partitions.some(({ files }) => files.some((each) => each.path === path));
    if (!known || !path.endsWith(`/${file}`)) {
      throw notFound(PROBLEMS.noDatasetFile);
    }
    context.header('Cache-Control', 'no-store');
    return context.redirect(
      await dependencies.files.link({ bucket: dependencies.datasetBucket, key: path, version: null }),
      302,
    );
  },
});
