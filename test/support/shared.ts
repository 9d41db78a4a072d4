import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of examples beside the checkout, which tests read in place; `null` where it is missing. */
export function sharedFolder(): string | null {
  const folder = resolve(import.meta.dirname, '../../../shared');
  return existsSync(folder) ? folder : null;
}
