import type { Handled } from './runner.ts';

/** Leads from messages of the ingest queue back to the uploads behind them. */
export class Following {
  readonly #waiting = new Map<string, { since: number; resolve(outcome: FollowedOutcome): void }>();
  readonly #others: (key: string, outcome: FollowedOutcome) => Promise<unknown>;

  /** @param others told of objects that this run does not wait for: uploaded by other programs, or in an earlier run */
  constructor(others: (key: string, outcome: FollowedOutcome) => Promise<unknown>) {
    this.#others = others;
  }

  /** Resolves when the event of an upload of this key, made from now on, has been worked on. */
  until(key: string): Promise<FollowedOutcome> {
    const { promise, resolve } = Promise.withResolvers<FollowedOutcome>();
    this.#waiting.set(key, { since: Date.now(), resolve });
    return promise;
  }

  async handled({ queue, body, outcome }: Handled): Promise<void> {
    if ((queue !== 'ingest' && queue !== 'rechecks') || outcome === 'again') return;
    const { time, detail } = JSON.parse(body);
    const key = detail?.object?.key ?? detail?.key;
    const waiting = queue === 'ingest' ? this.#waiting.get(key) : undefined;
    if (waiting === undefined || Date.parse(time) < waiting.since) {
      await this.#others(key, outcome);
    } else {
      this.#waiting.delete(key);
      waiting.resolve(outcome);
    }
  }
}

/** `dead`: it failed too often and was put aside. */
export type FollowedOutcome = 'done' | 'dead';
