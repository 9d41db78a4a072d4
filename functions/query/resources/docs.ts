/** `GET /docs`: the description of the API as a page for people, by Swagger UI, served by us without any other site. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';

/** Files of the page → media type. The first two are Swagger UI's own. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
};

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;
const PAGE = `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>勾稽 API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><main id="docs"><p><a href="/openapi.json">/openapi.json</a></p></main>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>
`;

/** Beside the bundle in the cloud (infra/bundle.ts puts it there), in the package otherwise. */
function fileOf(name: string): string {
  if (name === 'start.js') return START;
  const beside = fileURLToPath(new URL(`./docs/${name}`, import.meta.url));
  const path = existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
  return readFileSync(path, 'utf8');
}

export const docsOperation = operation({
  method: 'get',
  path: '/docs',
  summary: 'This description as a page for people',
  fields: noFields,
  query: noFields,
  answers: { 200: { description: 'The page', content: { 'text/html': null } } },
  handle: ({ context }) => context.html(PAGE),
});

export const docsFileOperation = operation({
  method: 'get',
  path: '/docs/{name}',
  summary: 'A file of that page',
  fields: z.strictObject({ name: z.string().check(z.maxLength(100)) }),
  query: noFields,
  answers: { 200: { description: 'The file' }, 404: { description: 'No such file' } },
  handle({ path: { name }, context }) {
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (type === undefined) throw notFound(PROBLEMS.noFile);
    context.header('Cache-Control', 'public, max-age=86400');
    return context.body(fileOf(name), 200, { 'Content-Type': type });
  },
});
