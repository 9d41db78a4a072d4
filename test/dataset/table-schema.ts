/** What Frictionless asks of a data package and of the CSV files that it describes, as far as ours use it. */
import { parseCsv } from './parse-csv.ts';

interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[] };
}
export interface DataPackage {
  profile: string;
  resources: {
    name: string;
    path: string;
    format: string;
    bytes: number;
    hash: string;
    schema: { fields: Field[]; missingValues: string[]; primaryKey?: string[] };
  }[];
}

const VALID: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  boolean: /^(?:true|false)$/,
};

/** Every place where a CSV file does not keep to its schema, in words. */
export function problemsOf({ schema, path }: DataPackage['resources'][number], csv: string): string[] {
  const [head = [], ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''));
  const { fields, missingValues, primaryKey } = schema;
  const problems: string[] = [];
  if (head.join() !== fields.map(({ name }) => name).join()) problems.push(`${path}: head ${head.join()}`);
  const keys = new Set<string>();
  rows.forEach((row, line) => {
    if (row.length !== fields.length) problems.push(`${path}:${line}: ${row.length} fields`);
    fields.forEach(({ name, type, constraints }, i) => {
      const value = row[i] ?? '';
      const at = `${path}:${line}: ${name} is ${JSON.stringify(value)}`;
      if (missingValues.includes(value)) {
        if (constraints?.required) problems.push(`${at}, required`);
        return;
      }
      if (!VALID[type]?.test(value)) problems.push(`${at}, no ${type}`);
      if (constraints?.enum && !constraints.enum.includes(value)) problems.push(`${at}, none of ${constraints.enum}`);
    });
    if (primaryKey) {
      const key = primaryKey.map((name) => row[head.indexOf(name)]).join('\u0000');
      if (keys.has(key)) problems.push(`${path}:${line}: a second ${key}`);
      keys.add(key);
    }
  });
  return problems;
}
