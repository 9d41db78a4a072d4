/** `gouji rules`: the catalogue in words, as data or as the page of the documentation. */
import { loadSay, type OutputLanguage } from '../output/language.ts';
import { pad, width } from '../output/width.ts';
import { SEVERITY_WORDS } from '../output/words.ts';
import { RULES } from '../rules/index.ts';
import type { CatalogFormat } from './usage.ts';

export async function catalog(format: CatalogFormat, language: OutputLanguage): Promise<string> {
  const say = await loadSay(language);
  if (format === 'text') {
    const rows = RULES.map(({ id, severity, title }) => [id, say(SEVERITY_WORDS[severity]), say(title)] as const);
    const [ids, severities] = [0, 1].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
    return rows
      .map(([id, severity, title]) => `${pad(id, ids ?? 0)}  ${pad(severity, severities ?? 0)}  ${title}\n`)
      .join('');
  }
  return '';
}
