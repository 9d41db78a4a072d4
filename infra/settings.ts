/** What an operator decides for a deployment, from the CDK context: `npx cdk deploy -c mailFrom=… -c mailTo=…`. */
import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { list } from '../functions/platform/environment.ts';

/** On the command line a value is text, in `cdk.json` it may be a boolean. */
const flag = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false'])]),
  z.transform((value) => value === true || value === 'true'),
);

const Settings = z.object({
  /** Sender of all mails. SES has to verify its domain (DKIM records) or, where it is a mailbox, the address. */
  mailFrom: z._default(z.email(), 'gouji@example.com'),
  /** Domain that SES verifies; without it the address of `mailFrom` is the identity. */
  mailDomain: z.optional(z.string()),
  /** Recipients of every mail from the start. */
  mailTo: z.prefault(list, ''),
  /** Gets the alarms. */
  operator: z.optional(z.email()),
  /** Address under which people reach the API; without it the one that AWS gives. */
  baseUrl: z.optional(z.url()),
  /** Both together: callers show a JWT of this issuer instead of an AWS signature. */
  jwtIssuer: z.optional(z.url()),
  jwtAudience: z.optional(list),
  /** Reading without any signature. Writing is never open. */
  openReading: z._default(flag, false),
  /** Web pages elsewhere that may call the API from a browser. */
  corsOrigins: z.prefault(list, ''),
});
export type Settings = z.infer<typeof Settings>;

/** @throws Error which names the settings that are wrong */
export function readSettings(node: Node): Settings {
  const given = Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name) ?? undefined]);
  const settings = Settings.parse(Object.fromEntries(given));
  if ((settings.jwtIssuer === undefined) !== (settings.jwtAudience === undefined)) {
    throw new Error('jwtIssuer and jwtAudience belong together');
  }
  return settings;
}
