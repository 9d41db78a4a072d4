/** What `gouji ops` accepts. */
import { oneOf, UsageError } from './usage-error.ts';

const OPS_ACTIONS = ['smoke', 'redrive', 'reprocess', 'inventory', 'restore'] as const;

export interface OpsCommand {
  command: 'ops';
  action: (typeof OPS_ACTIONS)[number];
  /** The stack in the account; `null`: the laptop. */
  stack: string | null;
  /** Folder of the laptop's state. */
  data: string;
  /** Of `reprocess`, where no key is named. */
  scope: 'all' | 'differences' | 'resume' | null;
  /** Of `restore`: the version that is to be the present one. */
  objectVersion: string | null;
  /** Of `restore`: the table and no file; the moment of it (`null`: the latest); the copy of the laptop's folder. */
  table: boolean;
  at: Date | null;
  from: string | null;
  /** Keys of objects, or names of queues. */
  names: string[];
}

/** Options of `ops` that no other command has: those with a value, and flags. */
export const OPS_OPTIONS = ['stack', 'object-version', 'at', 'from'] as const;
export const OPS_FLAGS = ['laptop', 'all', 'differences', 'resume', 'table'] as const;

export const OPS_HELP = `  gouji ops ACTION --stack NAME | --laptop [--data DIR]
                                       for operators, in a checkout: npm run --silent gouji -- ops ...
    smoke                              does it work? one good and one faulty report go all the way, and leave no trace
    inventory                          what was lost on the way: a line for each object that is not as it should be
    reprocess KEY ... | --all | --differences | --resume
                                       reads objects again as they are now; goes on where a run stopped
    redrive [QUEUE ...]                sends dead letters back, of all queues or of those named
    restore KEY ... [--object-version ID]
                                       brings a removed file back, or a former version of a file
    restore --table [--at TIME] --stack NAME
                                       the table as it was, under a new name, and what to do with it
    restore --table --from COPY --laptop
                                       the table of a copy of the data folder`;

type Given = Readonly<Record<string, string | boolean | undefined>>;

/** @throws {UsageError} naming the argument at fault */
export function opsCommand(values: Given, [word, ...names]: readonly string[]): OpsCommand {
  if (word === undefined) throw new UsageError(`ops needs one of ${OPS_ACTIONS.join(', ')}`);
  const action = oneOf('ops', word, OPS_ACTIONS);
  const { stack, laptop = false, data, 'object-version': objectVersion } = values;
  if ((stack === undefined) !== (laptop === true)) throw new UsageError('ops needs --stack NAME or --laptop');
  if (data !== undefined && laptop !== true) throw new UsageError('--data is for --laptop');
  const scopes = (['all', 'differences', 'resume'] as const).filter((scope) => values[scope] === true);
  if (action !== 'reprocess' && scopes.length > 0) throw new UsageError(`${action} has no option --${scopes[0]}`);
  if (action === 'reprocess' && scopes.length + (names.length > 0 ? 1 : 0) !== 1) {
    throw new UsageError('reprocess needs keys, --all, --differences or --resume, and one of these');
  }
  const { at, from, table } = restoredTable(action, values, names);
  if ((action === 'smoke' || action === 'inventory') && names.length > 0) {
    throw new UsageError(`${action} takes no name: ${names.join(' ')}`);
  }
  if (objectVersion !== undefined && (action !== 'restore' || names.length !== 1)) {
    throw new UsageError('--object-version is for restore with one key');
  }
  return {
    ...{ command: 'ops', action, names, scope: scopes[0] ?? null },
    stack: stack === undefined ? null : String(stack),
    data: data === undefined ? '.gouji' : String(data),
    objectVersion: objectVersion === undefined ? null : String(objectVersion),
    ...{ at, from, table },
  };
}

/** @throws {UsageError} where files and the table are mixed up, or it is not said which table is meant */
function restoredTable(action: string, { table, at, from, laptop, stack }: Given, names: readonly string[]) {
  const given = Object.entries({ table, at, from }).filter(([, value]) => value !== undefined);
  if (action !== 'restore' && given.length > 0) throw new UsageError(`${action} has no option --${given[0]?.[0]}`);
  if (action === 'restore' && (table === true) === names.length > 0) {
    throw new UsageError('restore needs the key of a file, or --table');
  }
  if (table !== true && given.length > 0) throw new UsageError(`--${given[0]?.[0]} is for restore --table`);
  if (at !== undefined && stack === undefined) throw new UsageError('--at is for --stack');
  if (table === true && (from === undefined) === (laptop === true)) {
    throw new UsageError('restore --table needs --from COPY with --laptop, and only there');
  }
  const moment = at === undefined ? null : new Date(String(at));
  if (moment !== null && Number.isNaN(moment.getTime())) {
    throw new UsageError(`--at ${at}: must be a moment like 2026-03-02T08:00:00+08:00`);
  }
  return { table: table === true, at: moment, from: from === undefined ? null : String(from) };
}
