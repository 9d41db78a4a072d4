/** Options that every client of the SDK is made with. None in the cloud: the SDK finds everything by itself. */

/** What carries the requests of a client, and what proves who sends them; the fields of the SDK's own configuration. */
export interface Transport {
  requestHandler: { handle(request: never, options?: never): Promise<{ response: never }> };
  signer: { sign(request: never): Promise<never> };
}

/** Answers a command by its name and input; `null` where it has to be written as a request. */
export type Shortcut = (command: string, input: object) => object | null;

/** A command; that of the document client is around the one that would be sent. */
interface Command {
  input: object;
  clientCommand?: object;
}

let transport: (Transport & { shortcut?: Shortcut | undefined }) | null = null;

/** To be spread into the options of a client. @example new S3Client({ ...clientOptions() }) */
export function clientOptions(): object {
  if (transport === null) return {};
  const { requestHandler, signer } = transport;
  // What never leaves the process is not damaged on its way.
  const checksums = 'WHEN_REQUIRED';
  return { requestHandler, signer, requestChecksumCalculation: checksums, responseChecksumValidation: checksums };
}

/**
 * The client; where the transport has a shortcut, its commands take that and see nothing of the SDK's middleware, which
 * takes longer than what it is asked for.
 */
export function withShortcut<Given extends { send: unknown }>(client: Given): Given {
  const shortcut = transport?.shortcut;
  if (shortcut === undefined) return client;
  const request = client.send as (command: Command) => Promise<object>;
  const send = async (command: Command) =>
    shortcut((command.clientCommand ?? command).constructor.name, command.input) ?? request.call(client, command);
  return Object.assign(client, { send });
}

/**
 * Leads clients that are made from now on through `next`.
 * @returns gives the SDK its own ways back, unless another transport was set meanwhile
 */
export function setTransport(next: Transport & { shortcut?: Shortcut | undefined }): () => void {
  transport = next;
  return () => {
    if (transport === next) transport = null;
  };
}
