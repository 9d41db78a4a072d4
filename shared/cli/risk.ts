/** Which files are checked on a thread of their own even if they are few. */
import { open } from 'node:fs/promises';

/** First bytes of files in which a few bytes may stand for any number: packed ones, PDF, compound files. */
const PACKED = ['PK', '%PDF', '\xD0\xCF\x11\xE0', '\x1F\x8B'];
/** Bytes of a text or a page from which on reading takes a noticeable time. */
const LARGE = 512 * 1024;

/** Whether a file may take long or much memory; plain texts and pages cannot, and a thread takes longer to start than they. */
export async function mayTakeLong(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    return size > LARGE || PACKED.some((magic) => head.startsWith(magic));
  } finally {
    await handle.close();
  }
}
