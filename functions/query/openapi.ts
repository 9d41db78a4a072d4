/** The API described as OpenAPI 3.1, from the very schemas that validate its requests. */
import type * as z from 'zod/mini';
import { CATALOG_VERSION } from '../../shared/rules/index.ts';
import { components } from './components.ts';
import type { Operation } from './operation.ts';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';
import { ProblemSchema } from './schemas.ts';

type Json = Record<string, unknown>;

type SchemaOf = ReturnType<typeof components>['schemaOf'];

function parameters(schema: z.ZodMiniObject, where: 'path' | 'query', schemaOf: SchemaOf): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, of]) => ({
    ...{ name, in: where, required: where === 'path' || required.includes(name), schema: of },
  }));
}

function responses({ answers }: Operation, schemaOf: SchemaOf): Json {
  const problem = { [PROBLEM_MEDIA_TYPE]: { schema: schemaOf(ProblemSchema) } };
  const described = Object.entries(answers).map(([status, { description, content = {} }]) => {
    const types = Object.entries(content).map(([type, schema]) => [type, schema ? { schema: schemaOf(schema) } : {}]);
    const all = { ...Object.fromEntries(types), ...(Number(status) >= 400 && problem) };
    return [status, { description, ...(Object.keys(all).length > 0 && { content: all }) }];
  });
  return { ...Object.fromEntries(described), default: { description: 'A problem', content: problem } };
}

function requestBody({ body, bytes, form }: Operation, schemaOf: SchemaOf): Json {
  if (bytes !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  if (body === undefined) return {};
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return { requestBody: { required: true, content: { [type]: { schema: schemaOf(body) } } } };
}

/** @example get /reports/{id}/original → getReportsByIdOriginal */
function operationId({ method, path }: Operation): string {
  const words = path.split('/').filter((part) => part !== '');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const named = words.map((word) => {
    const field = /^\{(\w+)\}$/.exec(word)?.[1];
    return field === undefined ? word.split(/\W+/).map(capital).join('') : `By${capital(field)}`;
  });
  return method + (named.join('') || 'FrontPage');
}

/** Tags by the first part of the path; what is no resource is the service itself. */
const TAGS: Readonly<Record<string, string>> = {
  reports: 'Reports and the findings about them',
  agencies: 'One agency over the years',
  statistics: 'Sums',
  dataset: 'Tables for researchers',
  decisions: 'What reviewers decide',
  rules: 'The catalogue',
  rosters: 'Who owes a report',
  subscriptions: 'Who gets which mails',
  uploads: 'Files sent in',
  service: 'The service itself',
};
const tagOf = ({ path }: Operation) => {
  const first = path.split('/')[1] ?? '';
  return first in TAGS ? first : 'service';
};

export function describe(operations: readonly Operation[]): Json {
  const { schemaOf, schemas } = components();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { path, method, summary, fields, query } = operation;
    paths[path] = {
      ...paths[path],
      [method]: {
        ...{ operationId: operationId(operation), tags: [tagOf(operation)], summary },
        parameters: [...parameters(fields, 'path', schemaOf), ...parameters(query, 'query', schemaOf)],
        ...requestBody(operation, schemaOf),
        responses: responses(operation, schemaOf),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '勾稽 gouji', version: CATALOG_VERSION, description: 'Checked annual disclosure reports.' },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas },
  };
}
