/** The mailer that the deployment has chosen (`MAIL`). */
import { variable } from '../environment.ts';
import type { Mailer } from '../mailer.ts';
import { withoutSmoke } from './smoke.ts';

/** Each loads its library when it sends for the first time: a deployment uses one of them. */
const MAILERS = {
  ses: async () => (await import('./ses.ts')).sesMailer(),
  smtp: async () => (await import('./smtp.ts')).smtpMailer(),
  webhook: async () => (await import('./webhook.ts')).webhookMailer(),
  none: async () => (await import('./none.ts')).noMailer(),
} as const satisfies Record<string, () => Promise<Mailer>>;

/** The mailer that the deployment has chosen. */
export function mailerOfDeployment(): Mailer {
  let chosen: Promise<Mailer> | null = null;
  return withoutSmoke({
    async send(mail) {
      chosen ??= MAILERS[variable('MAIL')]();
      await (await chosen).send(mail);
    },
  });
}
