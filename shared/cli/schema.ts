/** `gouji schema`: what programs may rely on, as JSON Schema. */
import * as z from 'zod/mini';
import { lineSchema } from '../dataset/schemas.ts';
import { EventDetail } from '../event.ts';
import { ResultSchema } from '../output/schema.ts';
import type { SchemaName } from './usage-export.ts';

/** `cells` is a line of the long table. */
export function schemaText(of: SchemaName): string {
  return `${JSON.stringify(schemaOf(of), null, 2)}\n`;
}

function schemaOf(of: SchemaName): unknown {
  switch (of) {
    case 'result':
      return z.toJSONSchema(ResultSchema);
    case 'event':
      return z.toJSONSchema(EventDetail);
    case 'cells':
      return lineSchema('long');
    default:
      return lineSchema(of);
  }
}
