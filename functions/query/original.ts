/** The file of a report, read again from the bucket: its bytes and what they say. */

import { createHash } from 'node:crypto';
import { readDocuments } from '../../shared/document/read.ts';
import type { Document } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import type { ReportRecord } from '../../shared/record.ts';
import type { Dependencies } from './dependencies.ts';
import { notFound } from './problem.ts';

interface Original {
  /** Of the report itself: of a ZIP, its entry. */
  bytes: Uint8Array;
  mediaType: string;
  encoding: string | null;
  /** `null` where it cannot be read. */
  document: Document | null;
}

/** @throws ProblemError 404 where the file is gone or another took its place meanwhile */
export async function readOriginal({ bucket, key, version, result }: ReportRecord, { files }: Dependencies) {
  const bytes = await files.get({ bucket, key, version });
  if (bytes === null) throw noFile();
  const found = await readDocuments({ name: key, bytes });
  const { name, sha256 } = result.source;
  const named = found.filter((each) => each.name === name);
  const read = named.find((each) => sha256Of(each.bytes) === sha256) ?? named[0];
  if (read === undefined) throw noFile();
  const document = read.document instanceof UnreadableError ? null : read.document;
  const original: Original = {
    ...{ bytes: read.bytes, mediaType: read.mediaType, document },
    encoding: document?.encoding ?? null,
  };
  return original;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const noFile = () => notFound(PROBLEMS.noOriginal);
