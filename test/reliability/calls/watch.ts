/** The calls that clients of the SDK make in this process, and ways in which they fail. */
import { S3Client } from '@aws-sdk/client-s3';

/** Refused or cut off before it was carried out; carried out, and the answer lost; carried out in part. */
export type Fault = 'throttled' | 'cut' | 'unheard' | 'partial';

const READ: readonly Fault[] = ['throttled', 'cut'];
const WRITE: readonly Fault[] = ['throttled', 'cut', 'unheard'];
/** By which faults each command is struck. */
export const FAULTS: Record<string, readonly Fault[]> = {
  ...{ GetObject: READ, HeadObject: READ, ListObjectVersions: READ, Get: READ, Query: READ, Scan: READ },
  ...{ BatchGet: [...READ, 'partial'] },
  ...{
    Put: WRITE,
    Update: WRITE,
    Delete: WRITE,
    BatchWrite: [...WRITE, 'partial'],
    PutObject: WRITE,
    DeleteObject: WRITE,
  },
  ...{ PutEvents: [...WRITE, 'partial'], SendEmail: WRITE, Invoke: WRITE },
};

/** `undefined` for a command that has none. */
export const faultsOf = (label: string): readonly Fault[] | undefined => FAULTS[label.split(' ')[0] as string];

/** As the SDK throws them when its own retries are over. */
const ERRORS: Record<Exclude<Fault, 'partial'>, object> = {
  throttled: { name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } },
  cut: { name: 'Error', code: 'ECONNRESET' },
  unheard: { name: 'TimeoutError' },
};

type Send = (command: { constructor: { name: string }; input: object }, ...rest: unknown[]) => Promise<object>;

export interface Watch {
  /** What was called since {@link begin}, in short. */
  calls: string[];
  /** Watches from now on; the first call of this label fails. */
  begin(strike: { label: string; fault: Fault } | null): void;
  end(): void;
}

const half = <One>(list: readonly One[]): [One[], One[]] => {
  const middle = Math.floor(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
};

/** A command and what kind of item or file it is about: `Put REPORT RECORD`, `PutObject json`. */
function labelOf(name: string, input: object): string {
  const text = JSON.stringify(input, (_, value) => (value instanceof Uint8Array ? '' : value));
  const kinds = [...text.matchAll(/"(?:pk|sk|:pk|:partition|DetailType)":"([A-Z][A-Za-z]*)/g)].map(([, kind]) => kind);
  const [, file] = name === 'PutObject' ? (/"Key":"[^"]*\.(\w+)"/.exec(text) ?? []) : [];
  return [name, ...new Set([...kinds, file])].filter((part) => part !== undefined).join(' ');
}

/** Carries out the first half of a batch, and says of the rest that it was not. */
async function inPart(input: Record<string, unknown>, carryOut: (input: object) => Promise<object>): Promise<object> {
  if (Array.isArray(input.Entries)) {
    const [first, rest] = half(input.Entries);
    if (first.length > 0) await carryOut({ ...input, Entries: first });
    const refused = rest.map(() => ({ ErrorCode: 'InternalFailure', ErrorMessage: 'injected' }));
    return { FailedEntryCount: rest.length, Entries: [...first.map(() => ({ EventId: 'e' })), ...refused] };
  }
  const [[table, wanted]] = Object.entries(input.RequestItems as object) as [[string, unknown[] | { Keys: unknown[] }]];
  const [first, rest] = half(Array.isArray(wanted) ? wanted : wanted.Keys);
  const only = (items: unknown[]) => ({ [table]: Array.isArray(wanted) ? items : { ...wanted, Keys: items } });
  const answer = first.length === 0 ? {} : await carryOut({ ...input, RequestItems: only(first) });
  return { ...answer, [Array.isArray(wanted) ? 'UnprocessedItems' : 'UnprocessedKeys']: only(rest) };
}

/** Stands before every client of the SDK in this process. Retries of the SDK are over when a call fails here. */
export function watchCalls(): Watch {
  const base = Object.getPrototypeOf(S3Client.prototype) as { send: Send };
  const { send } = base;
  let isWatching = false;
  let strike: { label: string; fault: Fault } | null = null;
  const watch: Watch = {
    calls: [],
    begin(next) {
      watch.calls = [];
      strike = next;
      isWatching = true;
    },
    end() {
      isWatching = false;
    },
  };
  base.send = async function (this: unknown, command, ...rest) {
    const carryOut = (input: object) => {
      command.input = input;
      return send.call(this as never, command, ...rest);
    };
    if (!isWatching) return carryOut(command.input);
    const name = command.constructor.name.replace(/Command$/, '');
    const label = labelOf(name, command.input);
    watch.calls.push(label);
    if (strike?.label !== label) return carryOut(command.input);
    const { fault } = strike;
    strike = null;
    if (fault === 'partial') return inPart(command.input as Record<string, unknown>, carryOut);
    if (fault === 'unheard') await carryOut(command.input);
    throw Object.assign(new Error(`injected: ${fault}`), ERRORS[fault]);
  };
  return watch;
}
