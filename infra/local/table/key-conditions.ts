/** Which items of a partition are asked for: `pk = :pk`, and one condition on the sort key. */
import { type Names, onceEach, pathOf } from './conditions.ts';
import type { Tokens } from './tokens.ts';

/** Attribute, operator, and the names of the values: one of the partition, and perhaps one of the sort key. */
interface KeyPart {
  name: string;
  operator: KeyOperator;
  values: string[];
}
export type KeyOperator = '=' | '<' | '<=' | '>' | '>=' | 'BETWEEN' | 'BEGINS_WITH';

const OPERATORS = ['=', '<', '<=', '>', '>=', 'BETWEEN'];

/** @throws Refusal for what is no key condition */
export const keyConditionOf = onceEach<KeyPart[]>((tokens, names) => {
  const parts = [partOf(tokens, names)];
  if (tokens.takes('AND')) parts.push(partOf(tokens, names));
  return parts;
});

function partOf(tokens: Tokens, names: Names): KeyPart {
  if (tokens.takes('BEGINS_WITH')) {
    tokens.expect('(');
    const name = nameOf(tokens, names);
    tokens.expect(',');
    const value = tokens.next();
    tokens.expect(')');
    return { name, operator: 'BEGINS_WITH', values: [value] };
  }
  const name = nameOf(tokens, names);
  const operator = tokens.next().toUpperCase();
  if (!OPERATORS.includes(operator)) throw tokens.error();
  const values = [tokens.next()];
  if (operator === 'BETWEEN') {
    tokens.expect('AND');
    values.push(tokens.next());
  }
  return { name, operator: operator as KeyOperator, values };
}

const nameOf = (tokens: Tokens, names: Names) => pathOf(tokens.next(), names).join('.');
