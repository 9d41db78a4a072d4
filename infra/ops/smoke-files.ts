/** The two reports of the smoke test: samples of this repository under the names of agencies that nobody has. */
import { readFileSync } from 'node:fs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from '../../functions/platform/clients.ts';
import type { Status } from '../../shared/domain/status.ts';
import { reportId } from '../../shared/record.ts';

export interface Sample {
  key: string;
  id: string;
  bytes: Buffer;
  /** What has to come of it. */
  status: Status;
}
export interface Uploaded extends Sample {
  version: string | null;
}

const SAMPLES = [
  { file: '青禾市财政局2024.html', of: '青禾市财政局', agency: '勾稽自检一局', status: 'passed' },
  { file: '青禾市统计局2023.txt', of: '青禾市统计局', agency: '勾稽自检二局', status: 'failed' },
] as const;

/** @param folder of the bucket, with a slash at its end */
export function smokeSamples(bucket: string, folder: string): Sample[] {
  return SAMPLES.map(({ file, of, agency, status }) => {
    const text = readFileSync(new URL(`../../samples/${file}`, import.meta.url), 'utf8');
    const key = `${folder}${file.replace(of, agency)}`;
    return { key, status, id: reportId(bucket, key), bytes: Buffer.from(text.replaceAll(of, agency)) };
  });
}

export async function upload(Bucket: string, samples: readonly Sample[]): Promise<Uploaded[]> {
  const s3 = new S3Client(clientOptions());
  const uploaded: Uploaded[] = [];
  for (const sample of samples) {
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: sample.key, Body: sample.bytes }));
    uploaded.push({ ...sample, version: VersionId ?? null });
  }
  s3.destroy();
  return uploaded;
}
