/**
 * The variables that a function gets. `infra/wiring.ts` says which function gets which; endpoints of AWS services are
 * not among them, because the SDK reads its own (`AWS_ENDPOINT_URL_S3` …), so that nothing here knows a laptop.
 * The settings of a deployment are checked with the same schemas (`infra/settings/`), so that what synthesises works.
 */
import * as z from 'zod/mini';
import { PROFILES } from '../../shared/rules/profile.ts';
import { ROBOTS } from './mail/robots.ts';

const text = z.string().check(z.trim(), z.minLength(1, 'must not be empty'));
/** `a, b` as a list; empty items are left out. */
const list = z.pipe(
  z.string(),
  z.transform((joined: string) =>
    joined
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);
const flag = z.pipe(
  z.enum(['true', 'false'], 'true or false'),
  z.transform((word) => word === 'true'),
);
const count = z.pipe(
  z.string().check(z.regex(/^\d+$/, 'a whole number')),
  z.transform((digits) => Number(digits)),
);

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;
/** `https://host` or with a port, and nothing after it; `http` is for loopback. */
const origin = z
  .string()
  .check(z.refine(isOrigin, 'an origin: https://host or https://host:port, and nothing after it'));
const address = z.email('an e-mail address');
const addressOf = (sender: string) => /^[^<>]*<([^<>]+)>$/.exec(sender)?.[1] ?? sender;

/** Schemas of values that a person decides. */
export const VALUES = {
  address,
  addresses: z.pipe(list, z.array(address)),
  origins: z.pipe(list, z.array(origin)),
  /** `name@agency.example`, or with a name before it: `勾稽 <name@agency.example>`. */
  sender: z
    .string()
    .check(
      z.refine((value) => z.safeParse(address, addressOf(value)).success, 'an e-mail address, or a name <address>'),
    ),
  /** Without a slash at its end, without query or fragment: paths are put after it. */
  base: z
    .string()
    .check(
      z.refine(
        (value) => URL.canParse(value) && /^https?:\/\/[^/?#]+(?:\/[^?#]*[^/?#])?$/.test(value),
        'an https address without / ? # at its end',
      ),
    ),
  mail: z.enum(['ses', 'smtp', 'webhook', 'none'], 'ses, smtp, webhook or none'),
  smtp: z
    .string()
    .check(
      z.refine(
        (value) => /^smtps?:\/\/(?:[^\s:@/]+@)?[^\s:@/]+(?::\d+)?$/.test(value),
        'smtp://user@host:587 or smtps://user@host:465, without a password',
      ),
    ),
  webhook: z.enum(Object.keys(ROBOTS) as (keyof typeof ROBOTS)[], Object.keys(ROBOTS).join(', ')),
  /** Name of an office as its papers print it. */
  office: z.string().check(z.maxLength(60, 'at most 60 characters')),
  profile: z.enum(Object.keys(PROFILES) as (keyof typeof PROFILES)[], Object.keys(PROFILES).join(' or ')),
} as const;

const VARIABLES = {
  TABLE_NAME: text,
  BUCKET_NAME: text,
  /** Bucket of the data set. */
  DATASET_BUCKET_NAME: text,
  BUS_NAME: text,
  /** Function that replaces and removes files of reports. */
  AMEND_FUNCTION: text,
  /** Public address of the API, for links in mails; no slash at the end. */
  BASE_URL: VALUES.base,
  /** Objects above this many bytes are recorded as `FILE.TOO-LARGE` without being downloaded. */
  MAX_OBJECT_BYTES: count,
  /** How much each rule weighs. */
  PROFILE: VALUES.profile,
  /** Which way mails go. */
  MAIL: VALUES.mail,
  MAIL_FROM: VALUES.sender,
  /** Addresses that the operator gives mails from the start, with commas between; may be empty. */
  MAIL_TO: VALUES.addresses,
  /** SES configuration set, through which bounces and complaints come back; empty where there is none. */
  MAIL_CONFIGURATION_SET: z.string(),
  /** Secret with the password of the mail server or the address of the robot; empty where neither is used. */
  MAIL_SECRET: z.string(),
  SMTP_URL: VALUES.smtp,
  WEBHOOK: VALUES.webhook,
  /** Reading needs no signature; writing stays refused. */
  OPEN_READING: flag,
  /** `trusted`: every caller owns the service, as on a laptop; `known`: each caller has to prove an identity. */
  CALLERS: z.enum(['trusted', 'known']),
  /** Issuer (OIDC) at which people sign in, and its client id; empty where sign-in is off. */
  SIGN_IN_ISSUER: z.string(),
  SIGN_IN_CLIENT: z.string(),
  /** Secret with the client's secret; empty where it has none. */
  SIGN_IN_SECRET: z.string(),
  /** Claim with the roles; empty where only the grants kept here decide. */
  ROLE_CLAIM: z.string(),
  /** Head and signature of official papers; empty: left to be filled in by hand. */
  LETTERHEAD: VALUES.office,
  SIGNATORY: VALUES.office,
  /** Origins of browsers that may call the API, with commas between; may be empty. */
  CORS_ORIGINS: VALUES.origins,
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
