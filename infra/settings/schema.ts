/** What an operator decides for a deployment. Each value is checked by the schema that the functions use. */
import * as z from 'zod/mini';
import { VALUES } from '../../functions/platform/environment.ts';

type Checked<Output, Input> = z.ZodMiniType<Output, Input>;

/** On the command line a value is text; in `cdk.json` or code it may be a boolean, a number or a list. */
const asText = z.pipe(
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  z.transform((value) => (Array.isArray(value) ? value.join(',') : String(value))),
);
const text = <Schema extends z.ZodMiniType, Input = z.input<Schema>>(schema: Schema) =>
  z.pipe(asText, schema as never) as unknown as Checked<z.output<Schema>, Input>;
const matching = (pattern: RegExp, what: string) => text(z.string().check(z.regex(pattern, what)));
const oneOf = <const Word extends string>(...words: Word[]) => text(z.enum(words, words.join(', ')));
const addresses = text<typeof VALUES.addresses, string | readonly string[]>(VALUES.addresses);
const origins = text<typeof VALUES.origins, string | readonly string[]>(VALUES.origins);
const flag = z.pipe(
  text(z.enum(['true', 'false'], 'true or false')),
  z.transform((word) => word === 'true'),
) as unknown as Checked<boolean, boolean | 'true' | 'false'>;

function count(least: number, most: number): Checked<number, number | string> {
  const what = `a whole number from ${least} to ${most}`;
  const isCount = (digits: string) => /^\d+$/.test(digits) && Number(digits) >= least && Number(digits) <= most;
  return z.pipe(text(z.string().check(z.refine(isCount, what))), z.transform(Number)) as unknown as Checked<
    number,
    number | string
  >;
}

/** Days for which CloudWatch can keep a log (PutRetentionPolicy). */
const LOG_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const https = 'an https address';
const issuer = matching(/^https:\/\/[^\s?#]+$/, https);
const domain = matching(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i, 'a domain: agency.example');
const secret = matching(
  /^(?:arn:[\w-]+:secretsmanager:\S+|[\w/+=.@-]{1,512})$/,
  'the name or ARN of a secret in Secrets Manager',
);

export const SettingsSchema = z.strictObject({
  /** Tells deployments of one account apart: part of the stack's name, of metrics, of the dashboard. */
  stage: z._default(matching(/^[a-z][a-z0-9-]{0,15}$/, 'small letters, digits and -, at most 16'), 'prod'),
  /** Where it is deployed, said explicitly; without them what the CLI's profile says. */
  account: z.optional(matching(/^\d{12}$/, 'twelve digits')),
  region: z.optional(matching(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region: cn-north-1')),

  /** Which way mails go. */
  mail: z._default(text(VALUES.mail), 'ses'),
  /** Sender of all mails; an address, or a name with an address: `勾稽 <gouji@agency.example>`. */
  mailFrom: z.optional(text(VALUES.sender)),
  /** Domain that SES verifies; without it the address of `mailFrom` is the identity. */
  mailDomain: z.optional(domain),
  /** Recipients of every mail from the start. */
  mailTo: z.prefault(addresses, ''),
  /** `existing`: SES has verified the identity already, for example for another stage. */
  identity: z._default(oneOf('create', 'existing'), 'create'),
  /** Addresses to be verified while the account is in SES's sandbox, where only verified ones get mail. */
  sandboxRecipients: z.prefault(addresses, ''),
  /** The office's own mail server, without its password. */
  smtp: z.optional(text(VALUES.smtp)),
  /** Kind of the group chat's robot. */
  webhook: z.optional(text(VALUES.webhook)),
  /** Password of the mail server, or address of the robot. */
  mailSecret: z.optional(secret),

  /** Gets the alarms. */
  operator: z.optional(text(VALUES.address)),
  /** Where the operator's team reads docs/runbook.md, for links to its sections; without it alarms lead to the dashboard. */
  runbook: z.optional(issuer),
  /** US dollars a month, over the whole account, from which the operator is warned; 0: no budget. */
  budget: z._default(count(0, 1_000_000), 50),

  /** Address under which people reach the API; without it the one that AWS gives. */
  baseUrl: z.optional(text(VALUES.base.check(z.startsWith('https://', https)))),
  /** How people sign in: at a user pool of this stack, at any OIDC issuer, or not at all. */
  signIn: z._default(oneOf('cognito', 'issuer', 'none'), 'cognito'),
  signInIssuer: z.optional(issuer),
  signInClient: z.optional(matching(/^\S{1,200}$/, 'the client id that the issuer gave')),
  /** Client secret, where the issuer gave one. */
  signInSecret: z.optional(secret),
  /** Claim with the roles, where the issuer gives them; without it the grants kept here decide. */
  roleClaim: z.optional(matching(/^\S{1,200}$/, 'the name of a claim')),
  /** Both together: programs show a JWT of this issuer under `/api` instead of an AWS signature. */
  jwtIssuer: z.optional(issuer),
  jwtAudience: z.optional(matching(/^\S+$/, 'names with commas between')),
  /** Reading without signing in. Writing is never open. */
  openReading: z._default(flag, false),
  /** Head of official papers (核查意见, 整改通知书) and who signs them; without them both are left to be filled in. */
  letterhead: z._default(text(VALUES.office), ''),
  signatory: z._default(text(VALUES.office), ''),
  /** Web pages elsewhere that may call the API from a browser. */
  corsOrigins: z.prefault(origins, ''),

  /** A bucket and a table that are there already. */
  bucketName: z.optional(matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')),
  tableName: z.optional(matching(/^[\w.-]{3,255}$/, 'the name of a table')),
  /** How much each rule weighs. */
  profile: z._default(text(VALUES.profile), 'strict'),
  /** Days for which logs, and replaced or removed files, are kept. */
  logDays: z.pipe(
    z._default(count(1, 3653), 90),
    z.number().check(z.refine((days) => LOG_DAYS.includes(days), `one of ${LOG_DAYS.join(', ')}`)),
  ),
  versionDays: z._default(count(1, 36_500), 365),
});

export type Settings = z.output<typeof SettingsSchema>;
export type GivenSettings = z.input<typeof SettingsSchema>;
