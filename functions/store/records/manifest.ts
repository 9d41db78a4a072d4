/** Which records an object has: one, or one for each entry of a ZIP. Only objects with entries have an item for it. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { reportId } from '../../../shared/record.ts';
import { table } from '../table/table.ts';

interface ObjectName {
  bucket: string;
  key: string;
}

const manifestKey = ({ bucket, key }: ObjectName) => ({ pk: `OBJECT#${reportId(bucket, key)}`, sk: 'OBJECT' });

/** What the object held when it was read last. */
export interface Content {
  /** Of its bytes. */
  sha256: string;
  /** The records of this content, and of no earlier one. */
  ids: string[];
}

interface ManifestItem {
  /** Of every content so far that may have left a record. */
  ids: string[];
  sequencer: string;
  content: Content;
}

async function readManifest(object: ObjectName): Promise<ManifestItem | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: manifestKey(object), ConsistentRead: true }));
  return (found.Item as ManifestItem | undefined) ?? null;
}

/** Ids of every record that the object may have had so far; its own id always among them. */
export async function recordIds(object: ObjectName): Promise<string[]> {
  return [...new Set([reportId(object.bucket, object.key), ...((await readManifest(object))?.ids ?? [])])];
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
  const { client, name } = table();
  const put = new PutCommand({
    TableName: name,
    Item: { ...manifestKey(object), ids, sequencer, content },
    ConditionExpression: 'attribute_not_exists(pk) OR sequencer <= :sequencer',
    ExpressionAttributeValues: { ':sequencer': sequencer },
  });
  await client.send(put).catch((error) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}
