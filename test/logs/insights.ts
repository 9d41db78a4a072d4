/**
 * As much of CloudWatch Logs Insights as the runbook uses: filter, sort, stats count(*) by, fields, limit.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export type Line = Readonly<Record<string, unknown>>;

/** @throws Error for what it does not know: then the test is to learn it, or the query is wrong */
export function runQuery(query: string, lines: readonly Line[]): Line[] {
  return query.split('|').reduce<Line[]>((left, step) => stepOf(step.trim())(left), [...lines]);
}

function stepOf(step: string): (lines: Line[]) => Line[] {
  const [, word = '', rest = ''] = /^(\w+)\s+(.+)$/s.exec(step) ?? [];
  switch (word) {
    case 'filter': {
      const holds = conditionOf(rest);
      return (lines) => lines.filter(holds);
    }
    case 'sort': {
      const [field = '', direction = 'asc'] = rest.split(/\s+/);
      const sign = direction === 'desc' ? -1 : 1;
      return (lines) => lines.toSorted((one, other) => sign * compare(fieldOf(one, field), fieldOf(other, field)));
    }
    case 'stats': {
      const by = /^count\(\*\) by (.+)$/.exec(rest)?.[1]?.split(/,\s*/);
      if (by === undefined) break;
      const keyOf = (line: Line) => JSON.stringify(by.map((field) => fieldOf(line, field)));
      return (lines) =>
        [...Map.groupBy(lines, keyOf)].map(([key, some]) => ({
          ...Object.fromEntries(by.map((field, at) => [field, JSON.parse(key)[at]])),
          'count(*)': some.length,
        }));
    }
    case 'fields': {
      const wanted = rest.split(/,\s*/);
      return (lines) => lines.map((line) => Object.fromEntries(wanted.map((field) => [field, fieldOf(line, field)])));
    }
    case 'limit':
      return (lines) => lines.slice(0, Number(rest));
  }
  throw new Error(`not known here: ${step}`);
}

/** `and` binds closer than `or`. */
function conditionOf(text: string): (line: Line) => boolean {
  const either = text.split(/\s+or\s+/);
  if (either.length > 1) {
    const parts = either.map(conditionOf);
    return (line) => parts.some((holds) => holds(line));
  }
  const all = text.split(/\s+and\s+/);
  if (all.length > 1) {
    const parts = all.map(conditionOf);
    return (line) => parts.every((holds) => holds(line));
  }
  const [, field = '', operator, quoted] = /^([@\w.]+)\s*(=|!=|in)\s*(.+)$/.exec(text.trim()) ?? [];
  const wanted = [...(quoted ?? '').matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  if (operator === undefined || wanted.length === 0) throw new Error(`not known here: ${text}`);
  return (line) => wanted.includes(String(fieldOf(line, field))) === (operator !== '!=');
}

function fieldOf(line: Line, field: string): unknown {
  if (field === '@timestamp') return line.timestamp;
  return field.split('.').reduce<unknown>((value, name) => (value as Line | undefined)?.[name], line);
}

const compare = (one: unknown, other: unknown) => (String(one) < String(other) ? -1 : 1);
