/**
 * The variables that a function gets. `infra/wiring.ts` says which function gets which; endpoints of AWS services are
 * not among them, because the SDK reads its own (`AWS_ENDPOINT_URL_S3` …), so that nothing here knows a laptop.
 */
import * as z from 'zod/mini';

const text = z.string().check(z.trim(), z.minLength(1));
/** `a, b` as a list; empty items are left out. */
export const list = z.pipe(
  z.string(),
  z.transform((joined: string) =>
    joined
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);
const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((word) => word === 'true'),
);
const count = z.pipe(
  z.string().check(z.regex(/^\d+$/)),
  z.transform((digits) => Number(digits)),
);

const VARIABLES = {
  TABLE_NAME: text,
  BUCKET_NAME: text,
  BUS_NAME: text,
  /** Public address of the API, for links in mails; no slash at the end. */
  BASE_URL: z.url().check(z.regex(/[^/]$/)),
  /** Objects above this many bytes are recorded as `FILE.TOO-LARGE` without being downloaded. */
  MAX_OBJECT_BYTES: count,
  MAIL_FROM: text,
  /** Addresses that the operator gives mails from the start, with commas between; may be empty. */
  MAIL_TO: list,
  /** SES configuration set, through which bounces and complaints come back; empty where there is none. */
  MAIL_CONFIGURATION_SET: z.string(),
  /** Reading needs no signature; writing stays refused. */
  OPEN_READING: flag,
  /** Origins of browsers that may call the API, with commas between; may be empty. */
  CORS_ORIGINS: list,
} as const;

export type VariableName = keyof typeof VARIABLES;
type Variable<Name extends VariableName> = z.output<(typeof VARIABLES)[Name]>;

/** A variable is missing or malformed: the deployment is wrong, and no retry will mend it. */
class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * One variable of the environment, checked.
 * @throws EnvironmentError which names the variable and what is wrong with it
 */
export function variable<Name extends VariableName>(name: Name): Variable<Name> {
  const parsed = z.safeParse(VARIABLES[name], process.env[name]);
  if (parsed.success) return parsed.data as Variable<Name>;
  const wrong = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new EnvironmentError(`environment variable ${name}: ${wrong} (infra/wiring.ts gives it)`);
}
