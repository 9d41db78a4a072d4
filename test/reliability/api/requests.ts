/** Requests made from the description of the API, as it serves it: right ones, and ones that are wrong somewhere. */
import type { Random } from '../chaos/random.ts';
import { brokenBytes, changed, ESCAPES, HEADERS, jsonOf, KEYS, METHODS } from './nonsense.ts';
import { example, fits, type Schema, type Texts } from './schema.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Schema;
}
interface Described {
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
interface Operation {
  method: string;
  path: string;
  of: Described;
}
export interface Description {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

export interface Sent {
  /** The operation, as the description names it. */
  operation: string;
  method: string;
  /** With the query, as it goes over the wire. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
  /** What was changed in a right request, in short. */
  changes: string[];
  /** Whether something is not as it is described, so that the request must be refused. */
  wrong: boolean;
}

/** What is there, to be named by requests. */
export interface Known {
  /** Of fields and parameters; those of one resource have its name before them: `subscriptions.id`. */
  texts: Texts;
  cursors: readonly string[];
}

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

export class Requests {
  readonly #operations: Operation[];
  readonly #named: Record<string, Schema>;
  readonly #random: Random;

  constructor({ paths, components }: Description, random: Random) {
    this.#operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, of]) => ({ method, path, of })),
    );
    this.#named = components.schemas;
    this.#random = random;
  }

  get operations(): string[] {
    return this.#operations.map(({ method, path }) => `${method} ${path}`);
  }

  /** A request to the operation at this place of the list, with up to three changes. */
  make(at: number, known: Known): Sent {
    const random = this.#random;
    const { method, path, of } = this.#operations[at % this.#operations.length] as Operation;
    const sent: Sent = {
      ...{ operation: `${method} ${path}`, method: method.toUpperCase(), path, body: null },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      ...{ changes: [], wrong: false },
    };
    const value = ({ name, schema }: Parameter) => {
      const here = known.texts.named[`${path.split('/')[1]}.${name}`];
      if (here !== undefined && random.next() < 0.9) return random.of(here);
      return String(example(schema, random, this.#named, known.texts, name));
    };
    const query: [string, string][] = [];
    const segments: Record<string, string> = {};
    for (const parameter of of.parameters) {
      const escaped = () => encodeURIComponent(value(parameter));
      if (parameter.in === 'path') segments[parameter.name] = escaped();
      else if (parameter.required || random.next() < 0.15) query.push([parameter.name, escaped()]);
    }
    const [type, content] = Object.entries(of.requestBody?.content ?? {})[0] ?? [];
    let body: unknown = null;
    if (type !== undefined) {
      sent.headers['Content-Type'] = type;
      body =
        content?.schema === undefined
          ? '示例市示例局,office@example.org'
          : example(content.schema, random, this.#named, known.texts);
      this.#give(sent, type, content?.schema, body);
    }
    for (let left = random.below(4); left > 0; left--)
      this.#change(sent, { query, segments, known, type, schema: content?.schema, body });
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segments[name] ?? '');
    const asked = query.map(([name, given]) => (given === '' ? name : `${name}=${given}`)).join('&');
    return { ...sent, path: asked === '' ? address : `${address}?${asked}` };
  }

  #give(sent: Sent, type: string, schema: Schema | undefined, body: unknown): void {
    if (type === FORM) {
      const fields = body instanceof Map ? [...body] : Object.entries(body ?? {});
      const text = fields.map(([name, value]) => [
        name,
        typeof value === 'string' ? value.toWellFormed() : jsonOf(value),
      ]);
      sent.body = Buffer.from(new URLSearchParams(text as [string, string][]).toString());
    } else sent.body = Buffer.from(type === JSON_TYPE ? jsonOf(body) : String(body));
    if (type === JSON_TYPE && schema !== undefined)
      sent.wrong = !fits(schema, JSON.parse(sent.body.toString()), this.#named);
  }

  #change(
    sent: Sent,
    {
      query,
      segments,
      known,
      type,
      schema,
      body,
    }: {
      query: [string, string][];
      segments: Record<string, string>;
      known: Known;
      type: string | undefined;
      schema: Schema | undefined;
      body: unknown;
    },
  ): void {
    const random = this.#random;
    const ways: Record<string, () => void> = {
      method: () => {
        sent.method = random.of(METHODS);
      },
      header: () => {
        const [name, values] = random.of(HEADERS);
        sent.headers[name] = random.of(values);
      },
      parameter: () => {
        query.push([random.of([...KEYS.slice(0, 6), 'year', 'limit', 'lang', 'text', 'agency']), random.of(ESCAPES)]);
      },
      ...(query.length > 0 && {
        twice: () => {
          query.push(random.of(query));
        },
        value: () => {
          (random.of(query) as [string, string])[1] = random.of(ESCAPES);
        },
      }),
      ...(Object.keys(segments).length > 0 && {
        segment: () => {
          segments[random.of(Object.keys(segments))] = random.of(ESCAPES);
        },
      }),
      cursor: () => {
        query.push(['cursor', cursorLike(random, known.cursors)]);
      },
      ...(schema !== undefined && {
        body: () => this.#give(sent, type as string, schema, changed(body, random)),
        fields: () => {
          if (type === FORM)
            sent.body = Buffer.concat([
              sent.body as Buffer,
              Buffer.from(`&${random.of(ESCAPES)}=${random.of(ESCAPES)}`),
            ]);
        },
      }),
      ...(sent.body !== null && {
        bytes: () => {
          sent.body = brokenBytes(sent.body as Buffer, random);
        },
      }),
    };
    const name = random.of(Object.keys(ways));
    sent.changes.push(name);
    ways[name]?.();
  }
}

/** One that was given for another question, cut, changed, or made up. */
function cursorLike(random: Random, cursors: readonly string[]): string {
  const given = cursors.length > 0 ? random.of(cursors) : 'AAAA';
  const ways = [
    given,
    given.slice(0, -2),
    given.slice(4),
    `${given}A`,
    given.toUpperCase(),
    'A'.repeat(3000),
    '',
    '%00',
  ];
  return random.of(ways);
}
