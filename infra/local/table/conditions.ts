/**
 * Conditions and filters, made into functions once a text.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
import { invalid } from './refusal.ts';
import { Tokens } from './tokens.ts';
import { compare, type Item, isEqual, isMap } from './values.ts';

export type Names = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, unknown>>;
type Test = (item: Item, values: Values) => boolean;
export type Operand = (item: Item, values: Values) => unknown;

/** Remembers what was made of a text with its names: the texts of a program are few. */
export function onceEach<Made>(
  make: (tokens: Tokens, names: Names) => Made,
): (text: string, names: Names | undefined) => Made {
  const made = new Map<string, Made>();
  return (text, names) => {
    const key = names === undefined ? text : `${text}\n${JSON.stringify(names)}`;
    let there = made.get(key);
    if (there === undefined) {
      const tokens = new Tokens(text);
      there = make(tokens, names ?? {});
      tokens.end();
      made.set(key, there);
    }
    return there;
  };
}

/** Whether an item (`{}` where there is none) is as a condition says. @throws Refusal for what is no condition */
export const conditionOf = onceEach<Test>(either);

function either(tokens: Tokens, names: Names): Test {
  const tests = [both(tokens, names)];
  while (tokens.takes('OR')) tests.push(both(tokens, names));
  return tests.length === 1 ? (tests[0] as Test) : (item, values) => tests.some((test) => test(item, values));
}

function both(tokens: Tokens, names: Names): Test {
  const tests = [negated(tokens, names)];
  while (tokens.takes('AND')) tests.push(negated(tokens, names));
  return tests.length === 1 ? (tests[0] as Test) : (item, values) => tests.every((test) => test(item, values));
}

function negated(tokens: Tokens, names: Names): Test {
  if (!tokens.takes('NOT')) return single(tokens, names);
  const test = negated(tokens, names);
  return (item, values) => !test(item, values);
}

const FUNCTIONS: Readonly<Record<string, (operands: unknown[]) => boolean>> = {
  attribute_exists: ([value]) => value !== undefined,
  attribute_not_exists: ([value]) => value === undefined,
  begins_with: ([text, start]) => typeof text === 'string' && typeof start === 'string' && text.startsWith(start),
  contains: ([whole, part]) =>
    typeof whole === 'string'
      ? typeof part === 'string' && whole.includes(part)
      : whole instanceof Set
        ? whole.has(part)
        : Array.isArray(whole) && whole.some((one) => isEqual(one, part)),
};
const COMPARATORS: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  '=': isEqual,
  '<>': (one, other) => !isEqual(one, other),
  '<': (one, other) => (compare(one, other) ?? 0) < 0,
  '<=': (one, other) => (compare(one, other) ?? 1) <= 0,
  '>': (one, other) => (compare(one, other) ?? 0) > 0,
  '>=': (one, other) => (compare(one, other) ?? -1) >= 0,
};

function single(tokens: Tokens, names: Names): Test {
  if (tokens.takes('(')) {
    const test = either(tokens, names);
    tokens.expect(')');
    return test;
  }
  const call = FUNCTIONS[tokens.peek()?.toLowerCase() ?? ''];
  if (call !== undefined && tokens.peek(1) === '(') {
    tokens.next();
    const operands = listOf(tokens, names);
    return (item, values) => call(operands.map((operand) => operand(item, values)));
  }
  const one = operandOf(tokens, names);
  if (tokens.takes('BETWEEN')) {
    const low = operandOf(tokens, names);
    tokens.expect('AND');
    const high = operandOf(tokens, names);
    return (item, values) => {
      const value = one(item, values);
      return (compare(value, low(item, values)) ?? -1) >= 0 && (compare(value, high(item, values)) ?? 1) <= 0;
    };
  }
  if (tokens.takes('IN')) {
    const others = listOf(tokens, names);
    return (item, values) => others.some((other) => isEqual(one(item, values), other(item, values)));
  }
  const comparator = COMPARATORS[tokens.next()];
  if (comparator === undefined) throw tokens.error();
  const other = operandOf(tokens, names);
  return (item, values) => {
    const value = one(item, values);
    return value !== undefined && comparator(value, other(item, values));
  };
}

function listOf(tokens: Tokens, names: Names): Operand[] {
  const operands: Operand[] = [];
  tokens.expect('(');
  do operands.push(operandOf(tokens, names));
  while (tokens.takes(','));
  tokens.expect(')');
  return operands;
}

/** A value that was given, or an attribute of the item: `undefined` where it has none. */
export function operandOf(tokens: Tokens, names: Names): Operand {
  const word = tokens.next();
  if (word.startsWith(':')) {
    return (_item, values) => {
      if (values[word] === undefined)
        throw invalid(`An expression attribute value used in expression is not defined: ${word}`);
      return values[word];
    };
  }
  if (word.toLowerCase() === 'size' && tokens.peek() === '(') {
    const [of] = listOf(tokens, names);
    return (item, values) => lengthOf(of?.(item, values));
  }
  const path = pathOf(word, names);
  const [name = ''] = path;
  if (path.length === 1) return (item) => item[name];
  return (item) => path.reduce<unknown>((found, step) => stepInto(found, step), item);
}

/** `a.#b[0]` → its steps. */
export function pathOf(word: string, names: Names): string[] {
  if (!/^[#A-Za-z_]/.test(word)) throw invalid(`Syntax error in expression, at ${word}`);
  return word.split(/[.[]/).map((step) => {
    const name = step.replace(/\]$/, '');
    if (!name.startsWith('#')) return name;
    const given = names[name];
    if (given === undefined)
      throw invalid(`An expression attribute name used in the document path is not defined: ${name}`);
    return given;
  });
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMap(value) ? value[step] : undefined;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Set) return value.size;
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : undefined;
}
