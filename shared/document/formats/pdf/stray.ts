/** Rejections that pdf.js leaves behind. */

type Listener = NodeJS.UnhandledRejectionListener;
/** Of whom it was before; `null` while no file is being read. */
let aside: Listener[] | null = null;
let files = 0;

/**
 * pdf.js asks for all pages ahead, and while it repairs a damaged file it forgets those that failed: nothing waits for
 * them, they are asked for again, and the rejection would end the process. Those of other origin reach whom they would.
 */
export async function withoutStrayRejections<T>(read: () => Promise<T>): Promise<T> {
  if (files++ === 0) {
    aside = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear);
  }
  try {
    return await read();
  } finally {
    if (--files === 0) {
      process.off('unhandledRejection', hear);
      for (const listener of aside ?? []) process.on('unhandledRejection', listener);
      aside = null;
    }
  }
}

function hear(reason: unknown, promise: Promise<unknown>): void {
  if ((reason as Error | null)?.constructor?.name === 'XRefEntryException') return;
  if (!aside?.length) throw reason;
  for (const listener of aside) listener(reason, promise);
}
