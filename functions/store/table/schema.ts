/**
 * Which release's items these are. Every item that is put says the version of its shape; one without is of a release from
 * before versions, and is read as well. What a newer release wrote is not guessed at: an operator who goes back to an earlier
 * release is told so.
 */

type Attributes = Record<string, unknown>;

/** Raised when items are written that the release before could not read right. */
export const SCHEMA_VERSION = 1;
const ATTRIBUTE = 'v';

/** An item was written by a newer release. */
export class NewerItemError extends Error {
  override readonly name = 'NewerItemError';
}

/** The item as it is put. */
export function versioned<Item extends Attributes>(item: Item): Item {
  return { ...item, [ATTRIBUTE]: SCHEMA_VERSION };
}

/**
 * The item as it was given to be put.
 * @throws NewerItemError
 */
export function known<Found = Attributes>(item: Attributes): Found {
  const { [ATTRIBUTE]: version = 0, ...rest } = item;
  if (Number(version) <= SCHEMA_VERSION) return rest as Found;
  const place = [item.pk, item.sk].filter((part) => part !== undefined).join(' ');
  throw new NewerItemError(
    `${place} was written by a newer release (version ${version} of its items, this release knows ${SCHEMA_VERSION}): ` +
      'go on with that release, or restore the table as it was before it',
  );
}
