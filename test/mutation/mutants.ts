/** Small wrongs put into a source file, one at a time: comparisons flipped, terms dropped, numbers moved by one. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { parseAst } from 'vitest/node';

export interface Mutant {
  file: string;
  line: number;
  /** The place in the source, from and to which character. */
  start: number;
  end: number;
  replacement: string;
  /** `a < b → a <= b` */
  what: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const FLIPPED: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};

/** The file as plain JavaScript, every character at its place. */
export function codeOf(file: string): string {
  return stripTypeScriptTypes(readFileSync(file, 'utf8'));
}

export function mutantsOf(file: string): Mutant[] {
  const code = codeOf(file);
  const mutants: Mutant[] = [];
  const text = (node: Node) => code.slice(node.start, node.end);
  const add = (node: Node, replacement: string) => {
    if (replacement === text(node)) return;
    const what = `${short(text(node))} → ${short(replacement)}`;
    const line = code.slice(0, node.start).split('\n').length;
    mutants.push({ file, line, start: node.start, end: node.end, replacement, what });
  };
  const program = parseAst(code) as unknown as Node;
  const helpers = examplesHelpers(program, text);
  const visit = (node: Node): void => {
    if (node.type === 'ImportDeclaration' || isExamples(node)) return;
    for (const replacement of replacementsOf(node, text)) add(node, replacement);
    for (const child of childrenOf(node)) {
      if (!helpers.has(child)) visit(child);
    }
  };
  visit(program);
  return mutants;
}

/** The examples are the test, not the rule. */
function isExamples(node: Node): boolean {
  return node.type === 'Property' && (node.key as { name?: string }).name === 'examples';
}

/** Functions and constants of the file that only the examples, or others like them, use. */
function examplesHelpers(program: Node, text: (node: Node) => string): Set<Node> {
  const declarations = (program.body as Node[]).filter(
    ({ type }) => type === 'FunctionDeclaration' || type === 'VariableDeclaration',
  );
  const helpers = new Set(declarations);
  const isUsed = (name: string, by: Node): boolean =>
    !isExamples(by) &&
    !helpers.has(by) &&
    (childrenOf(by).length === 0
      ? by.type === 'Identifier' && text(by) === name
      : childrenOf(by).some((child) => isUsed(name, child)));
  for (let before = -1; before !== helpers.size; ) {
    before = helpers.size;
    for (const node of helpers) {
      const names = node.type === 'FunctionDeclaration' ? [node] : (node.declarations as Node[]);
      const used = names.some(({ id }) => (id as Node).type !== 'Identifier' || isUsed(text(id as Node), program));
      if (used) helpers.delete(node);
    }
  }
  return helpers;
}

function replacementsOf(node: Node, text: (node: Node) => string): string[] {
  switch (node.type) {
    case 'BinaryExpression': {
      const [left, right] = [node.left as Node, node.right as Node];
      const flipped = FLIPPED[node.operator as string];
      const isText = [left, right].some(({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string');
      return flipped === undefined || (node.operator === '+' && isText)
        ? []
        : [`((${text(left)}) ${flipped} (${text(right)}))`];
    }
    case 'LogicalExpression':
      return [`(${text(node.left as Node)})`, `(${text(node.right as Node)})`];
    case 'UnaryExpression':
      return node.operator === '!' ? [`!!(${text(node.argument as Node)})`] : [];
    case 'ConditionalExpression':
      return [`(${text(node.consequent as Node)})`, `(${text(node.alternate as Node)})`];
    case 'IfStatement':
      return ['true', 'false'].map((test) => text(node).replace(text(node.test as Node), test));
    case 'ArrayExpression':
      return without(node, node.elements as Node[], text);
    case 'ObjectExpression':
      return without(node, node.properties as Node[], text, ({ type }) => type === 'SpreadElement');
    case 'MemberExpression': {
      const property = node.property as { name?: string };
      const other = property.name === 'some' ? 'every' : property.name === 'every' ? 'some' : null;
      return other ? [`${text(node.object as Node)}.${other}`] : [];
    }
    case 'Literal':
      return typeof node.value === 'number' ? [`(${node.value + 1})`] : [];
    default:
      return [];
  }
}

/** The list with one of its members left out, for each of them (or for those that are told). */
function without(node: Node, members: Node[], text: (node: Node) => string, which = (_: Node) => true): string[] {
  const [open, close] = [text(node).at(0), text(node).at(-1)];
  return members.flatMap((member) =>
    member && which(member)
      ? [`${open}${members.flatMap((other) => (other === member ? [] : text(other))).join(', ')}${close}`]
      : [],
  );
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((child): child is Node => typeof (child as Node | null)?.type === 'string');
  });
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 34)} … ${line.slice(-34)}` : line;
}
