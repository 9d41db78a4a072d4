/** The API described as OpenAPI 3.1, from the very schemas that validate its requests. */
import * as z from 'zod/mini';
import { CATALOG_VERSION } from '../../shared/rules/index.ts';
import type { Operation } from './operation.ts';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';
import { ProblemSchema } from './schemas.ts';

type Json = Record<string, unknown>;

/** A schema as clients write it; what a transform makes of a value is not their business. */
function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' }) as Json;
  return json;
}

function parameters(schema: z.ZodMiniObject, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, of]) => ({
    ...{ name, in: where, required: where === 'path' || required.includes(name), schema: of },
  }));
}

function responses({ answers }: Operation): Json {
  const described = Object.entries(answers).map(([status, { description, content = {} }]) => {
    const types = Object.entries(content).map(([type, schema]) => [type, schema ? { schema: schemaOf(schema) } : {}]);
    const problem = Number(status) >= 400 ? [[PROBLEM_MEDIA_TYPE, { schema: schemaOf(ProblemSchema) }]] : [];
    return [status, { description, content: Object.fromEntries([...types, ...problem]) }];
  });
  const problem = { description: 'A problem', content: { [PROBLEM_MEDIA_TYPE]: { schema: schemaOf(ProblemSchema) } } };
  return { ...Object.fromEntries(described), default: problem };
}

function requestBody({ body, bytes, form }: Operation): Json {
  if (bytes !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  if (body === undefined) return {};
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return { requestBody: { required: true, content: { [type]: { schema: schemaOf(body) } } } };
}

export function describe(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { path, method, summary, fields, query } = operation;
    paths[path] = {
      ...paths[path],
      [method]: {
        summary,
        parameters: [...parameters(fields, 'path'), ...parameters(query, 'query')],
        ...requestBody(operation),
        responses: responses(operation),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '勾稽 gouji', version: CATALOG_VERSION, description: 'Checked annual disclosure reports.' },
    paths,
  };
}
