/** Options that every client of the SDK is made with. None in the cloud: the SDK finds everything by itself. */

/** What carries the requests of a client, and what proves who sends them; the fields of the SDK's own configuration. */
export interface Transport {
  requestHandler: { handle(request: never, options?: never): Promise<{ response: never }> };
  signer: { sign(request: never): Promise<never> };
}

let transport: Transport | null = null;

/** To be spread into the options of a client. @example new S3Client({ ...clientOptions() }) */
export function clientOptions(): object {
  return transport ?? {};
}

/** Leads clients that are made from now on through `next`; `null` gives the SDK its own ways back. */
export function setTransport(next: Transport | null): void {
  transport = next;
}
