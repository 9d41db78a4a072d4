/** Settings from the CDK context, `npx cdk deploy -c mailFrom=… -c mailTo=…`, or from code. */
import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { RELATIONS } from './relations.ts';
import { type GivenSettings, type Settings, SettingsSchema } from './schema.ts';

/** Settings that are wrong; the message has one line for each. */
class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Entries of the context that are CDK's own: feature flags, and what it remembers of an account. */
const isOfCdk = (name: string) => /[:@/]/.test(name) || /^(?:tree|cli-telemetry)$/.test(name);

/** @throws SettingsError */
export function readSettings(node: Node): Settings {
  const context = node.getAllContext() as Record<string, unknown>;
  return checkSettings(Object.fromEntries(Object.entries(context).filter(([name]) => !isOfCdk(name))));
}

/** @throws SettingsError which names every setting that is wrong */
export function checkSettings(given: GivenSettings | Record<string, unknown>): Settings {
  const parsed = z.safeParse(SettingsSchema, given);
  if (!parsed.success)
    throw wrong(parsed.error.issues.flatMap((issue) => linesOf(issue, given as Record<string, unknown>)));
  const broken = RELATIONS.filter((relation) => relation.broken(parsed.data));
  if (broken.length > 0) throw wrong(broken.map(({ setting, message }) => `${setting} ${message}`));
  return parsed.data;
}

function wrong(lines: string[]): SettingsError {
  return new SettingsError([...new Set(lines)].map((line) => `setting ${line} (docs/deploy.md)`).join('\n'));
}

function linesOf(issue: z.core.$ZodIssue, given: Record<string, unknown>): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key} is unknown${nearest(key)}`);
  const [name = ''] = issue.path.map(String);
  const [inner] = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
  return [`${name}=${JSON.stringify(given[name])} is not ${inner?.message ?? issue.message}`];
}

/** The known name that begins or sounds alike, for a slip of the keyboard. */
function nearest(key: string): string {
  const names = Object.keys(SettingsSchema.shape);
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const close =
    names.find((name) => plain(name) === plain(key)) ?? names.find((name) => distance(plain(name), plain(key)) <= 2);
  return close === undefined ? '' : `; is ${close} meant?`;
}

/** Letters to be added, left out or replaced to make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = [...other].map((_, at) => at + 1);
  let first = 0;
  for (const letter of one) {
    let diagonal = first;
    first += 1;
    let left = first;
    row = row.map((above, at) => {
      left = Math.min(above + 1, left + 1, diagonal + (letter === other[at] ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return row.at(-1) ?? one.length;
}

/** The same for a command: wrong settings are told in a line each, without a stack, and end it. */
export function readOrExit(node: Node): Settings {
  try {
    return readSettings(node);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
