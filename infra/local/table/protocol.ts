/** Requests and answers between DynamoDB's JSON protocol and the values that the operations work on. */
import type { Item } from './values.ts';
import { fromWire, toWire, type WireItem } from './wire.ts';

/** Members that are items or values by name. */
const ITEMS = ['Key', 'Item', 'Attributes', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey'];
type Message = Record<string, unknown>;

/** @param operation as `GetItem` */
export function fromProtocol(operation: string, request: object): object {
  return converted(operation, request as Message, (item) => fromWire(item as WireItem));
}

export function toProtocol(operation: string, answer: object): object {
  return converted(operation, answer as Message, (item) => toWire(item as Item));
}

function converted(operation: string, message: Message, convert: (item: object) => object): Message {
  const copy = { ...message };
  for (const name of ITEMS) if (copy[name]) copy[name] = convert(copy[name] as object);
  if (copy.Items) copy.Items = (copy.Items as object[]).map(convert);
  const each = (value: unknown, of: (one: never) => unknown) =>
    Object.fromEntries(Object.entries(value ?? {}).map(([table, one]) => [table, of(one as never)]));
  if (operation === 'BatchGetItem') {
    const keys = (asked: { Keys: object[] }) => ({ ...asked, Keys: asked.Keys.map(convert) });
    if (copy.RequestItems) copy.RequestItems = each(copy.RequestItems, keys);
    if (copy.UnprocessedKeys) copy.UnprocessedKeys = each(copy.UnprocessedKeys, keys);
    if (copy.Responses) copy.Responses = each(copy.Responses, (items: object[]) => items.map(convert));
  }
  if (operation === 'BatchWriteItem') {
    const one = (write: Record<string, Message>) => each(write, (inner: Message) => converted('', inner, convert));
    if (copy.RequestItems) copy.RequestItems = each(copy.RequestItems, (writes: never[]) => writes.map(one));
  }
  return copy;
}
