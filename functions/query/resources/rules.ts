/** `GET /rules`: the catalogue in force. */
import * as z from 'zod/mini';
import { loadSay } from '../../../shared/output/language.ts';
import { CATALOG_VERSION, RULES } from '../../../shared/rules/index.ts';
import { noFields, operation } from '../operation.ts';
import { LanguageField, RulesSchema } from '../schemas.ts';

export const rulesOperation = operation({
  method: 'get',
  path: '/rules',
  summary: 'The catalogue of rules with its version',
  fields: noFields,
  query: z.strictObject({ lang: LanguageField }),
  answers: { 200: { description: 'The rules', content: { 'application/json': RulesSchema } } },
  async handle({ query, context }) {
    const say = await loadSay(query.lang ?? 'zh');
    const rules = RULES.map(({ id, severity, title, basis }) => ({
      ...{ id, severity, title: say(title), basis: basis && say(basis) },
    }));
    return context.json({ catalog: CATALOG_VERSION, rules });
  },
});
