/** What a user asked for that cannot be done. */

/** The user asked for something that cannot be done as asked; the message says what. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} where an option is given that the command does not have */
export function refuse(command: string, values: Readonly<Record<string, unknown>>, options: readonly string[]): void {
  const given = options.find((option) => values[option] !== undefined);
  if (given !== undefined) throw new UsageError(`${command} has no option --${given}`);
}

/** @throws {UsageError} which lists what is allowed */
export function oneOf<Value extends string>(option: string, given: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new UsageError(`${option} ${given}: must be one of ${allowed.join(', ')}`);
  return found;
}
