/** Options that every client of the SDK is made with. None in the cloud: the SDK finds everything by itself. */

/** What carries the requests of a client, and what proves who sends them; the fields of the SDK's own configuration. */
export interface Transport {
  requestHandler: { handle(request: never, options?: never): Promise<{ response: never }> };
  signer: { sign(request: never): Promise<never> };
}

/** Answers a command by its name and input, before anything of it is written as a request. */
export type Shortcut = (command: string, input: object) => object | Promise<object>;

/** A client of the SDK, as far as a shortcut needs it. */
interface Client {
  middlewareStack: { add(middleware: never, options: never): void };
}

let transport: (Transport & { shortcut?: Shortcut | undefined }) | null = null;

/** To be spread into the options of a client. @example new S3Client({ ...clientOptions() }) */
export function clientOptions(): object {
  if (transport === null) return {};
  const { requestHandler, signer } = transport;
  return { requestHandler, signer };
}

/** The client, with the shortcut of the transport where there is one. Middleware that is added later comes before it. */
export function withShortcut<Given extends Client>(client: Given): Given {
  const shortcut = transport?.shortcut;
  if (shortcut === undefined) return client;
  const middleware =
    (_next: unknown, context: { commandName: string }) =>
    async ({ input }: { input: object }) => ({ output: await shortcut(context.commandName, input), response: {} });
  client.middlewareStack.add(middleware as never, { step: 'initialize', priority: 'low', name: 'shortcut' } as never);
  return client;
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
