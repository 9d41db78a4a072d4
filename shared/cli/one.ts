/** The check of one file, as it is done in the command and in its threads. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { check, unreadable } from '../check.ts';
import { MAX_BYTES, tooLarge } from '../document/limits.ts';
import type { OnStep } from '../document/read.ts';
import { UNKNOWN } from '../document/types.ts';
import type { CheckResult } from '../result.ts';
import type { Profile } from '../rules/profile.ts';
import { readInput, STANDARD_INPUT } from './files.ts';

/** Checks a file or standard input. What is over the limit streams by for its hash and is never held in memory. */
export async function checkFile(file: string, profile: Profile, onStep: OnStep = () => {}): Promise<CheckResult[]> {
  if (file === STANDARD_INPUT) return check({ name: 'stdin', bytes: await readInput(file) }, { profile, onStep });
  const { size } = await stat(file);
  if (size <= MAX_BYTES) return check({ name: file, bytes: await readInput(file) }, { profile, onStep });
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const source = {
    name: file,
    bytes: size,
    sha256: hash.digest('hex'),
    mediaType: UNKNOWN,
    encoding: null,
  };
  return [unreadable(source, tooLarge(size))];
}
