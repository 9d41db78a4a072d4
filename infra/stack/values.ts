import { ROBOT_ADDRESS } from '../../functions/platform/mail/robots.ts';
import type { Settings } from '../settings/schema.ts';
import { MAX_OBJECT_BYTES } from '../wiring.ts';
import type { Dataset } from './dataset.ts';
import type { Events } from './events.ts';
import type { FunctionContext } from './function.ts';
import type { MailDelivery } from './mail.ts';
import type { Issuer } from './sign-in.ts';
import type { Storage } from './storage.ts';

interface Made {
  baseUrl: string;
  storage: Storage;
  dataset: Dataset;
  events: Events;
  ses: MailDelivery | null;
  issuer: Issuer | null;
  /** Name of the function that writes objects of reports. */
  amend: { name: string };
}

/** Every variable that a function may get. */
export function valuesOf(
  settings: Settings,
  { baseUrl, storage, dataset, events, ses, issuer, amend }: Made,
): FunctionContext['values'] {
  const { mail, mailFrom = '', mailTo, mailSecret = '', smtp = '', webhook = '' } = settings;
  return {
    TABLE_NAME: storage.table.tableName,
    BUCKET_NAME: storage.bucket.bucketName,
    DATASET_BUCKET_NAME: dataset.bucket.bucketName,
    BUS_NAME: events.bus.eventBusName,
    AMEND_FUNCTION: amend.name,
    BASE_URL: baseUrl,
    MAX_OBJECT_BYTES: String(MAX_OBJECT_BYTES),
    PROFILE: settings.profile,
    MAIL: mail,
    // A robot speaks for itself; where nothing is sent, there is no sender.
    MAIL_FROM: mailFrom === '' ? ROBOT_ADDRESS : mailFrom,
    MAIL_TO: (mail === 'webhook' ? [ROBOT_ADDRESS] : mailTo).join(','),
    MAIL_CONFIGURATION_SET: ses?.configurationSetName ?? '',
    MAIL_SECRET: mailSecret,
    SMTP_URL: smtp,
    WEBHOOK: webhook,
    OPEN_READING: String(settings.openReading),
    CORS_ORIGINS: settings.corsOrigins.join(','),
    LETTERHEAD: settings.letterhead,
    SIGNATORY: settings.signatory,
    CALLERS: 'known',
    SIGN_IN_ISSUER: issuer?.url ?? '',
    SIGN_IN_CLIENT: issuer?.client ?? '',
    SIGN_IN_SECRET: issuer?.secret ?? '',
    ROLE_CLAIM: issuer?.roleClaim ?? '',
  };
}
