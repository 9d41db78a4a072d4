import type { Handled } from './runner.ts';

/** Waits for the messages of the files that were uploaded. */
export class Following {
  readonly #waiting = new Map<string, { since: number; resolve(outcome: 'done' | 'dead'): void }>();

  /** Resolves when the event of an upload of this key, made from now on, has been worked on. */
  until(key: string): Promise<'done' | 'dead'> {
    const { promise, resolve } = Promise.withResolvers<'done' | 'dead'>();
    this.#waiting.set(key, { since: Date.now(), resolve });
    return promise;
  }

  handled({ queue, body, outcome }: Handled): void {
    if (queue !== 'ingest' || outcome === 'again') return;
    const { time, detail } = JSON.parse(body);
    const waiting = this.#waiting.get(detail?.object?.key);
    if (waiting !== undefined && Date.parse(time) >= waiting.since) waiting.resolve(outcome);
  }
}
