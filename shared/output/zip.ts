/** Whole files in one ZIP. */
import { ZipStream } from './zip-stream.ts';

/** @param files content by name, in their order; text becomes UTF-8 */
export async function zipped(
  files: Iterable<readonly [string, string | Uint8Array]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const zip = new ZipStream(async (bytes) => void parts.push(bytes));
  for (const [name, content] of files) {
    const entry = await zip.open(name);
    await entry.write(content);
    await entry.close();
  }
  await zip.end();
  return Buffer.concat(parts);
}
