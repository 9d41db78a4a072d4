/**
 * Cursors: the place in a list and a fingerprint of the filters, signed, so that they mean nothing outside this
 * deployment. The key is made once a deployment and kept in the table.
 */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { signingKey } from '../store/access/keys.ts';
import { ProblemError } from './problem.ts';

const SIGNATURE_BYTES = 16;
/** A place is a sort key, which DynamoDB limits to 1024 bytes. */
export const LONGEST_CURSOR = 1500;

/** The place after which the next page begins, for the same filters only. */
export async function writeCursor(place: string, filters: unknown): Promise<string> {
  const content = Buffer.from(place);
  return Buffer.concat([await sign(content, filters), content]).toString('base64url');
}

/** @throws ProblemError where the cursor is none of ours, was changed, or belongs to other filters */
export async function readCursor(cursor: string, filters: unknown): Promise<string> {
  const bytes = Buffer.from(cursor, 'base64url');
  const content = bytes.subarray(SIGNATURE_BYTES);
  const given = bytes.subarray(0, SIGNATURE_BYTES);
  if (given.length === SIGNATURE_BYTES && timingSafeEqual(given, await sign(content, filters))) {
    return content.toString('utf8');
  }
  throw new ProblemError('invalid-cursor', PROBLEMS.cursor);
}

async function sign(content: Buffer, filters: unknown): Promise<Buffer> {
  const hash = createHash('sha256').update(JSON.stringify(filters)).digest();
  return createHmac('sha256', await signingKey('CURSOR'))
    .update(hash)
    .update(content)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}
