/** Which records an object has: one, or one for each entry of a ZIP. Only objects with entries have an item for it. */
import { reportId } from '../../../shared/record.ts';
import { getItem, putIf } from '../table/items.ts';

export interface ObjectName {
  bucket: string;
  key: string;
}

export const manifestKey = ({ bucket, key }: ObjectName) => ({ pk: `OBJECT#${reportId(bucket, key)}`, sk: 'OBJECT' });

/** What the object held when it was read last. */
export interface Content {
  /** Of its bytes. */
  sha256: string;
  /** The records of this content, and of no earlier one. */
  ids: string[];
}

export interface ManifestItem {
  /** Of every content so far that may have left a record. */
  ids: string[];
  sequencer: string;
  content: Content;
}

function readManifest(object: ObjectName): Promise<ManifestItem | null> {
  return getItem<ManifestItem>(manifestKey(object));
}

/** Ids of every record that the object may have had so far; its own id always among them. */
export async function recordIds(object: ObjectName): Promise<string[]> {
  return idsIn(object, await readManifest(object));
}

/** The same from the object's item, where it was read already. */
export function idsIn({ bucket, key }: ObjectName, item: Pick<ManifestItem, 'ids'> | null): string[] {
  return [...new Set([reportId(bucket, key), ...(item?.ids ?? [])])];
}

/** What an object with entries held when it was read last, with the state it was read in; `null` for any other. */
export async function contentOf(object: ObjectName): Promise<(Content & { sequencer: string }) | null> {
  const item = await readManifest(object);
  return item && { ...item.content, sequencer: item.sequencer };
}

/** Remembers the ids, unless a later state of the object has been remembered already. */
export async function rememberIds(
  object: ObjectName,
  ids: readonly string[],
  { sequencer, content }: Pick<ManifestItem, 'sequencer' | 'content'>,
): Promise<void> {
  if (ids.every((id) => id === reportId(object.bucket, object.key))) return;
  await putIf(
    { ...manifestKey(object), ids, sequencer, content },
    { expression: 'attribute_not_exists(pk) OR sequencer <= :sequencer', values: { ':sequencer': sequencer } },
  );
}
