/** Archives: each file in them is read by itself. */
import type { InnerFile, InputFile } from '../../format.ts';
import { MAX_BYTES, MAX_ZIP_BYTES, refuse, tooLarge } from '../../limits.ts';
import { isLitter } from '../../litter.ts';
import { UnreadableError } from '../../unreadable.ts';
import { unzip, zipEntries } from '../../zip.ts';

/** Entries that may be reports. @throws UnreadableError if there are none, or too much to hold at once. */
export function openZip({ bytes }: InputFile): InnerFile[] {
  const entries = zipEntries(bytes).filter(({ name }) => !isLitter(name));
  if (entries.length === 0) throw new UnreadableError('FILE.EMPTY', 'ZIP without files');
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MAX_ZIP_BYTES) refuse(`${size} bytes unpacked`);
  return entries.map((entry) => ({
    name: entry.name,
    bytes() {
      if (entry.size > MAX_BYTES) throw tooLarge(entry.size);
      return unzip(bytes, entry, MAX_BYTES);
    },
  }));
}
