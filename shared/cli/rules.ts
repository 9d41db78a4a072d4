/** `gouji rules`: the catalogue in words, as data (in both languages) or as the page of the documentation. */
import { loadSay, type OutputLanguage, type Say } from '../output/language.ts';
import { pad, width } from '../output/width.ts';
import { SEVERITY_WORDS } from '../output/words/common.ts';
import { catalogJson, catalogMarkdown } from '../rules/docs.ts';
import { RULES } from '../rules/index.ts';
import type { CatalogFormat } from './usage.ts';

const CATALOGS: Record<CatalogFormat, (say: Say) => string> = {
  text: catalogText,
  json: () => `${JSON.stringify(catalogJson(), null, 2)}\n`,
  md: (say) => say({ zh: catalogMarkdown('zh'), en: catalogMarkdown('en') }),
};

/** The catalogue in one format; JSON holds both languages. */
export async function catalog(format: CatalogFormat, language: OutputLanguage): Promise<string> {
  return CATALOGS[format](await loadSay(language));
}

function catalogText(say: Say): string {
  const words = RULES.map(({ id, severity, title }) => ({
    id,
    severity: say(SEVERITY_WORDS[severity]),
    title: say(title),
  }));
  const ids = Math.max(...words.map(({ id }) => width(id)));
  const severities = Math.max(...words.map(({ severity }) => width(severity)));
  return words.map(({ id, severity, title }) => `${pad(id, ids)}  ${pad(severity, severities)}  ${title}\n`).join('');
}
