/** Parts that the answers of several operations have: attributes that were asked for, and units. */
import { type Names, onceEach, pathOf } from './conditions.ts';
import { invalid } from './refusal.ts';
import type { Item } from './values.ts';

/** @throws Refusal for a part of an attribute */
const attributesOf = onceEach<string[]>((tokens, names) => {
  const attributes: string[] = [];
  do {
    const [name = '', ...rest] = pathOf(tokens.next(), names);
    if (rest.length > 0) throw invalid('parts of attributes cannot be read here');
    attributes.push(name);
  } while (tokens.takes(','));
  return attributes;
});

interface Projecting {
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Names;
}

/** An item with the attributes that were asked for, or all of them. */
export function project(item: Item, { ProjectionExpression, ExpressionAttributeNames }: Projecting): Item {
  if (ProjectionExpression === undefined) return item;
  const wanted = attributesOf(ProjectionExpression, ExpressionAttributeNames);
  return Object.fromEntries(wanted.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]));
}

interface Counting {
  TableName?: string;
  ReturnConsumedCapacity?: string;
}

export const wantsUnits = ({ ReturnConsumedCapacity = 'NONE' }: Counting) => ReturnConsumedCapacity !== 'NONE';

export function units(input: Counting, CapacityUnits: number) {
  return wantsUnits(input) ? { ConsumedCapacity: { TableName: input.TableName, CapacityUnits } } : {};
}
