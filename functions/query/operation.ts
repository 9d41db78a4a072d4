/** One operation of the API: what it takes, what it gives, and how it is described. */

import type { Context } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod/mini';
import type { Language } from '../../shared/domain/labels.ts';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import type { Caller } from './access/caller.ts';
import type { Dependencies } from './dependencies.ts';
import { ProblemError } from './problem.ts';

export interface AppEnv {
  /** `form`: the fields of a form that was sent. */
  Variables: { requestId: string; form?: Record<string, string> };
  /** On Lambda; empty on the laptop. */
  Bindings: { event?: LambdaEvent; lambdaContext?: LambdaContext };
}

/** Fields of a path or of a query: every value arrives as text. */
type Fields = z.ZodMiniObject;
export type Body = z.ZodMiniType;

interface Answer {
  description: string;
  /** Media type → schema of the content, where it has one. */
  content?: Record<string, z.ZodMiniType | null>;
}

interface Request<P extends Fields, Q extends Fields, B extends Body> {
  path: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  context: Context<AppEnv>;
  dependencies: Dependencies;
  /** Who calls, and what they may do. */
  caller: Caller;
  /** As whom the caller is known; `null` on the laptop and for open reading. */
  identity: string | null;
}

export interface Operation<P extends Fields = Fields, Q extends Fields = Fields, B extends Body = Body> {
  method: 'get' | 'put' | 'post' | 'delete';
  /** As OpenAPI writes it: `/reports/{id}`. */
  path: `/${string}`;
  summary: string;
  fields: P;
  query: Q;
  body?: B;
  /** Takes the fields of a form of our own pages instead of JSON. */
  form?: true;
  /** Takes the body as bytes instead, and at most this many. */
  bytes?: number;
  /** Proves its right by a token in the link, so that the gateway's word is not needed. */
  ownToken?: true;
  /** Tells nothing of any report or person, so that every caller may ask. */
  open?: true;
  /** Shows addresses of people, so that open reading does not include it. */
  personal?: true;
  answers: Record<number, Answer>;
  handle(request: Request<P, Q, B>): Promise<Response> | Response;
}

/** An operation whose handler is typed by its schemas. */
export function operation<P extends Fields, Q extends Fields, B extends Body>(
  described: Operation<P, Q, B>,
): Operation {
  return described as unknown as Operation;
}

export const noFields = z.strictObject({});

/** The two languages in which problems are written, from whatever the query says. */
export function problemLanguage(context: Context): Language {
  return context.req.query('lang') === 'en' ? 'en' : 'zh';
}

/** @throws ProblemError which names every place that does not fit; an address that cannot be one is not found */
export function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  where: string,
  kind: 'invalid-request' | 'not-found' = 'invalid-request',
): z.output<Schema> {
  const result = z.safeParse(schema, input);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    where: [where, ...issue.path].join('.'),
    message: messageOf(issue),
  }));
  throw new ProblemError(kind, PROBLEMS.fields, { errors });
}

/** What is wanted, in words; of a field that may be empty, what it may be otherwise. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`;
  const [wanted] = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
  return wanted?.message ?? issue.message;
}

/** Each parameter of a query with its value. @throws ProblemError where one is given twice: neither is meant more. */
export function queryOf(context: Context): Record<string, string | undefined> {
  const given = Object.entries(context.req.queries());
  const twice = given.filter(([, values]) => values.length > 1).map(([name]) => name);
  if (twice.length > 0) {
    throw new ProblemError('invalid-request', PROBLEMS.givenTwice, {
      errors: twice.map((name) => ({ where: `query.${name}`, message: 'given twice' })),
    });
  }
  return Object.fromEntries(given.map(([name, values]) => [name, values[0]]));
}
