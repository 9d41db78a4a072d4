/** Bodies of requests: bounded, of the right kind, and JSON where JSON is expected. */

import type { Context } from 'hono';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { isDecodable } from './escapes.ts';
import { type AppEnv, type Operation, parsed } from './operation.ts';
import { ProblemError } from './problem.ts';

const LARGEST_JSON = 1024 * 1024;

/** @throws ProblemError 400, 413 or 415 */
export async function readBody(operation: Operation, context: Context<AppEnv>): Promise<unknown> {
  if (operation.bytes !== undefined) return readBytes(context, operation.bytes);
  if (operation.body === undefined) return undefined;
  const type = context.req.header('Content-Type') ?? '';
  if (operation.form) return parsed(operation.body, await readForm(context, type), 'body');
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new ProblemError('unsupported-media-type', PROBLEMS.notJson);
  }
  const bytes = await readBytes(context, LARGEST_JSON);
  return parsed(operation.body, parseJson(textOf(bytes)), 'body');
}

/** Fields of a form. Another site can make a browser send one, so the browser must say that it is ours. */
async function readForm(context: Context<AppEnv>, type: string): Promise<Record<string, string>> {
  const site = context.req.header('Sec-Fetch-Site');
  const origin = context.req.header('Origin');
  const ours =
    site === undefined
      ? origin !== undefined && URL.parse(origin)?.host === new URL(context.req.url).host
      : site === 'same-origin';
  if (!ours) {
    throw new ProblemError('not-allowed', PROBLEMS.foreignForm);
  }
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new ProblemError('unsupported-media-type', PROBLEMS.notForm);
  }
  const bytes = await readBytes(context, LARGEST_JSON);
  const text = textOf(bytes);
  if (!isDecodable(text)) throw notUnicode();
  const given = new URLSearchParams(text);
  // Boxes that are ticked send one name several times.
  const fields = [...new Set(given.keys())].map((name) => [name, given.getAll(name).join(' ')] as const);
  const form = Object.fromEntries(fields);
  context.set('form', form);
  return form;
}

async function readBytes(context: Context<AppEnv>, largest: number): Promise<Uint8Array> {
  const declared = Number(context.req.header('Content-Length') ?? 0);
  if (declared > largest) throw tooLarge(largest);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of context.req.raw.body ?? []) {
    length += part.length;
    if (length > largest) throw tooLarge(largest);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(largest: number): ProblemError {
  return new ProblemError('too-large', PROBLEMS.tooLarge(`${largest / 1024 / 1024} MB`));
}

/** Text of any other encoding is refused, so that no replacement character is ever stored. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notUnicode();
  }
}

const notUnicode = () => new ProblemError('invalid-request', PROBLEMS.notUnicode);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (name, value) => {
      // Half a character, which JSON can escape and no encoding can keep.
      if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) throw notUnicode();
      return value;
    });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ProblemError('invalid-request', PROBLEMS.brokenJson, { errors: [{ where: 'body', message }] });
  }
}
