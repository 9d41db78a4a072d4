/** Files on their way: counted and hashed, and compressed where asked. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { ByteSink } from './types.ts';

export interface Measured {
  bytes: number;
  sha256: string;
}

/** A sink that knows afterwards what went through it. */
export function measured(sink: ByteSink): { sink: ByteSink; result(): Measured } {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    sink: {
      async write(chunk) {
        hash.update(chunk);
        bytes += chunk.length;
        await sink.write(chunk);
      },
      end: () => sink.end(),
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/** Gzip without a time in its head, so that the same rows give the same bytes. */
export function gzipped(sink: ByteSink): ByteSink {
  const gzip = createGzip();
  const pumped = (async () => {
    for await (const chunk of gzip) await sink.write(chunk as Uint8Array);
  })();
  return {
    async write(chunk) {
      if (!gzip.write(chunk)) await Promise.race([once(gzip, 'drain'), pumped]);
    },
    async end() {
      gzip.end();
      await pumped;
      await sink.end();
    },
  };
}
