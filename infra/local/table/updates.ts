/**
 * Update expressions: `SET a = :a, b = b + :one REMOVE c ADD d :d`, of attributes of the item itself.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
import { type Names, type Operand, onceEach, operandOf, pathOf, type Values } from './conditions.ts';
import { invalid } from './refusal.ts';
import type { Tokens } from './tokens.ts';
import type { Item } from './values.ts';

/** Changes `next`, which was a copy of `item`. */
type Change = (next: Item, item: Item, values: Values) => void;

/** @throws Refusal for what is no update, or one of a part of an attribute */
export const updateOf = onceEach<Change>((tokens, names) => {
  const changes: Change[] = [];
  while (tokens.peek() !== undefined) {
    const clause = CLAUSES[tokens.next().toUpperCase()];
    if (clause === undefined) throw tokens.error();
    do changes.push(clause(tokens, names));
    while (tokens.takes(','));
  }
  return (next, item, values) => {
    for (const change of changes) change(next, item, values);
  };
});

const CLAUSES: Readonly<Record<string, (tokens: Tokens, names: Names) => Change>> = {
  SET(tokens, names) {
    const name = nameOf(tokens, names);
    tokens.expect('=');
    const value = settableOf(tokens, names);
    return (next, item, values) => {
      next[name] = value(item, values);
    };
  },
  REMOVE(tokens, names) {
    const name = nameOf(tokens, names);
    return (next) => {
      delete next[name];
    };
  },
  ADD(tokens, names) {
    const name = nameOf(tokens, names);
    const more = operandOf(tokens, names);
    return (next, item, values) => {
      const [there, added] = [item[name], more(item, values)];
      if (typeof added === 'number') next[name] = sumOf(there ?? 0, added);
      else if (added instanceof Set) next[name] = new Set([...((there as Set<unknown>) ?? []), ...added]);
      else throw invalid('Incorrect operand type for operator or function; operator: ADD');
    };
  },
  DELETE(tokens, names) {
    const name = nameOf(tokens, names);
    const less = operandOf(tokens, names);
    return (next, item, values) => {
      const taken = less(item, values) as Set<unknown>;
      const left = [...((item[name] as Set<unknown>) ?? [])].filter((one) => !taken.has(one));
      if (left.length > 0) next[name] = new Set(left);
      else delete next[name];
    };
  },
};

function nameOf(tokens: Tokens, names: Names): string {
  const [name = '', ...rest] = pathOf(tokens.next(), names);
  if (rest.length > 0) throw invalid('parts of attributes cannot be updated here');
  return name;
}

/** An operand, `if_not_exists(a, b)`, `list_append(a, b)`, and sums or differences of two. */
function settableOf(tokens: Tokens, names: Names): Operand {
  const one = termOf(tokens, names);
  const sign = tokens.takes('+') ? 1 : tokens.takes('-') ? -1 : 0;
  if (sign === 0) return one;
  const other = termOf(tokens, names);
  return (item, values) => sumOf(one(item, values), other(item, values), sign);
}

function termOf(tokens: Tokens, names: Names): Operand {
  const call = tokens.peek(1) === '(' ? tokens.next().toLowerCase() : null;
  if (call === null) {
    const operand = operandOf(tokens, names);
    return (item, values) => {
      const value = operand(item, values);
      if (value === undefined)
        throw invalid('The provided expression refers to an attribute that does not exist in the item');
      return value;
    };
  }
  tokens.expect('(');
  const one = operandOf(tokens, names);
  tokens.expect(',');
  const other = operandOf(tokens, names);
  tokens.expect(')');
  if (call === 'if_not_exists') return (item, values) => one(item, values) ?? other(item, values);
  if (call !== 'list_append') throw tokens.error();
  return (item, values) => [...(one(item, values) as unknown[]), ...(other(item, values) as unknown[])];
}

function sumOf(one: unknown, other: unknown, sign = 1): number {
  if (typeof one === 'number' && typeof other === 'number') return one + sign * other;
  throw invalid('An operand in the update expression has an incorrect data type');
}
