/** Schemas with a name of their own in the description of the API: clients get one type for each. */
import * as z from 'zod/mini';
import * as schemas from './schemas.ts';

const NAMED: Readonly<Record<string, z.ZodMiniType>> = {
  Agency: schemas.AgencySchema,
  Decision: schemas.DecisionSchema,
  Manifest: schemas.ManifestSchema,
  Problem: schemas.ProblemSchema,
  Progress: schemas.ProgressSchema,
  Report: schemas.ReportRecordSchema,
  ReportList: schemas.ReportsSchema,
  Roster: schemas.RosterSchema,
  Rules: schemas.RulesSchema,
  Statistics: schemas.StatisticsSchema,
  Summary: schemas.SummarySchema,
  Upload: schemas.UploadSchema,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });

type Json = Record<string, unknown>;

/** Schemas as clients write them; what a transform makes of a value is not their business. */
export function components(): { schemaOf(schema: z.ZodMiniType): Json; schemas: Json } {
  const named: Json = {};
  const schemaOf = (schema: z.ZodMiniType): Json => {
    const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, { io: 'input', metadata: registry }) as Json;
    for (const [id, { id: __, ...definition }] of Object.entries($defs as Record<string, Json>)) {
      named[id] = pointed(definition);
    }
    const { id, ...content } = pointed(json) as Json;
    if (typeof id !== 'string' || registry.get(schema)?.id !== id) return pointed(json) as Json;
    named[id] = content;
    return { $ref: `#/components/schemas/${id}` };
  };
  return { schemaOf, schemas: named };
}

/** References to where the named schemas stand in the document. */
const pointed = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'));
