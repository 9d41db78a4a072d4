/** What the API needs beside the table: files in the bucket, settings and a place for its log lines. */
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Office } from '../../shared/output/docx/paper.ts';
import { variable } from '../platform/environment.ts';
import { logger } from '../platform/logging.ts';
import { unlessMissing } from '../platform/missing.ts';
import type { Issuer } from './sign-in/issuer.ts';

interface Files {
  /** An address that gives its holder the object for a few minutes, as a file to be saved. */
  link(object: { bucket: string; key: string; version: string | null }): Promise<string>;
  /** The bytes of an object in the version that is named; `null` where it is there no more. */
  get(object: { bucket: string; key: string; version: string | null }): Promise<Uint8Array | null>;
  /** Kept as bytes of no kind, so that no browser shows what a stranger sent. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Whether there is an object of this key. */
  has(key: string): Promise<boolean>;
}

export interface Dependencies {
  files: Files;
  /** Bucket for uploads. */
  bucket: string;
  /** Bucket of the data set. */
  datasetBucket: string;
  /** `trusted`: every caller owns the service, as on a laptop; `known`: each caller has to prove an identity. */
  callers: 'trusted' | 'known';
  /** Reading is open to every caller; writing needs one who is known. */
  openReading: boolean;
  /** Origins of browsers that may call the API. */
  corsOrigins: string[];
  /** Public address of this API, without a slash at its end. */
  baseUrl: string;
  /** Whose official papers are made here. */
  office: Office;
  /** Where people sign in; `null` where sign-in is off. */
  issuer: Issuer | null;
  log(message: string, fields: Record<string, unknown>): void;
}

const LINK_SECONDS = 300;
const OCTETS = 'application/octet-stream';

/** From the environment, as in the cloud and on the laptop. */
export function dependenciesFromEnvironment(): Dependencies {
  const bucket = variable('BUCKET_NAME');
  return {
    files: s3Files(bucket),
    bucket,
    datasetBucket: variable('DATASET_BUCKET_NAME'),
    callers: variable('CALLERS'),
    openReading: variable('OPEN_READING'),
    corsOrigins: variable('CORS_ORIGINS'),
    baseUrl: variable('BASE_URL'),
    office: { letterhead: variable('LETTERHEAD'), signatory: variable('SIGNATORY') },
    issuer: issuerOfDeployment(),
    log: (message, fields) => logger.info(message, fields as Record<string, string>),
  };
}

function issuerOfDeployment(): Issuer | null {
  const url = variable('SIGN_IN_ISSUER');
  if (url === '') return null;
  const [client, secret] = [variable('SIGN_IN_CLIENT'), variable('SIGN_IN_SECRET')];
  return { url, client, secret, roleClaim: variable('ROLE_CLAIM') };
}

function s3Files(uploads: string): Files {
  const client = new S3Client({ forcePathStyle: true });
  return {
    link({ bucket, key, version }) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(version !== null && { VersionId: version }),
        // Saved, never shown: a report is a stranger's file, and a page of it could run scripts where it is shown.
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(key.split('/').at(-1) ?? key)}`,
        ResponseContentType: OCTETS,
      });
      return getSignedUrl(client, command, { expiresIn: LINK_SECONDS });
    },
    async get({ bucket, key, version }) {
      const object = { Bucket: bucket, Key: key, ...(version !== null && { VersionId: version }) };
      const got = await unlessMissing(client.send(new GetObjectCommand(object)));
      return (await got?.Body?.transformToByteArray()) ?? null;
    },
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: uploads, Key: key, Body: bytes, ContentType: OCTETS }));
    },
    async has(key) {
      return (await unlessMissing(client.send(new HeadObjectCommand({ Bucket: uploads, Key: key })))) !== null;
    },
  };
}
