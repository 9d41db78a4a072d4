/**
 * Requests of the SDK that never leave the process: the engines run in it, so sockets, signatures and their checks
 * would only burn time. The clients and their commands are those of the cloud; only what carries them differs.
 */
import { Readable } from 'node:stream';
import { type Shortcut, setTransport, type Transport } from '../../functions/platform/clients.ts';

/** An answer over HTTP. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** A request as the SDK makes it. */
export interface SdkRequest {
  method: string;
  hostname: string;
  port?: number;
  path: string;
  query: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: Buffer;
}

/** Carries out the requests to one address. */
export type Door = (request: SdkRequest) => Promise<Answer>;

export const jsonAnswer = (status: number, data: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(data),
});

/**
 * Leads the clients that functions make from now on to these doors.
 * @param doors by address, `http://127.0.0.1:<port>`
 * @param shortcut answers commands of those clients that have one before they are requests at all
 * @returns takes it back
 */
export function openDoors(doors: Readonly<Record<string, Door>>, shortcut?: Shortcut): () => void {
  const transport = {
    requestHandler: { handle: (request: SdkRequest) => carry(doors, request) },
    signer: { sign: async (request: unknown) => request },
  } as unknown as Transport;
  return setTransport({ ...transport, shortcut });
}

const bytesOf = (given: string | Uint8Array): Buffer =>
  typeof given === 'string' ? Buffer.from(given) : Buffer.from(given.buffer, given.byteOffset, given.byteLength);

async function carry(doors: Readonly<Record<string, Door>>, request: SdkRequest) {
  const door = doors[`http://${request.hostname}:${request.port}`];
  if (door === undefined) throw new Error(`no engine at ${request.hostname}:${request.port}`);
  // The SDK gives text, or bytes of a class of its own.
  const given = request.body as unknown as string | Uint8Array | undefined;
  const { body: _, ...rest } = request;
  const asked = given === undefined ? rest : { ...rest, body: bytesOf(given) };
  const { status, headers, body } = await door(asked);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return { response: { statusCode: status, headers, body: Readable.from([bytes], { objectMode: false }) } };
}
