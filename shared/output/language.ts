/** In which words a result is shown: Simplified Chinese, English, or Traditional of Hong Kong or Taiwan made from the Simplified. */
import type { Language, Text } from '../domain/labels.ts';

export const OUTPUT_LANGUAGES = ['zh', 'zh-Hant', 'zh-TW', 'en'] as const;
export type OutputLanguage = (typeof OUTPUT_LANGUAGES)[number];
/** `zh-Hant` in the forms of Hong Kong, `zh-TW` in those of Taiwan. */
export type TraditionalLanguage = Extract<OutputLanguage, 'zh-Hant' | 'zh-TW'>;
export const isTraditional = (language: OutputLanguage): language is TraditionalLanguage =>
  language === 'zh-Hant' || language === 'zh-TW';

/** Picks the words of one text. Every face takes one of these, so that no face knows how Traditional is made. */
export type Say = (text: Text) => string;

export const SAY: Record<Language, Say> = { zh: (text) => text.zh, en: (text) => text.en };

/** The words of a language; the tables for Traditional are large and are loaded only when they are asked for. */
export async function loadSay(language: OutputLanguage): Promise<Say> {
  if (!isTraditional(language)) return SAY[language];
  const [convert, { inLocalWords }] = await Promise.all([loadTraditional(language), import('./local-words.ts')]);
  return (text) => inLocalWords(language, convert(text.zh));
}

/** What makes names and labels Traditional where the language is; otherwise they stay as they are. */
export async function loadScript(language: OutputLanguage): Promise<(text: string) => string> {
  return isTraditional(language) ? loadTraditional(language) : (text) => text;
}

/**
 * Simplified to Traditional, character by character and never in other words, which is right for names; phrases take the
 * words of the place besides (`local-words.ts`). With the quotation marks 「」. As the offices
 * of Hong Kong (為, 裏, 說, 覆核, 匯總) or Taiwan (裡, 複核, 彙總) print it; 复议 is 復議 in every law and report.
 */
export async function loadTraditional(language: TraditionalLanguage = 'zh-Hant'): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/cn2t');
  const { to, found, forms } = PLACES[language];
  const convert = Converter({ from: 'cn', to });
  return (text) => convert(text).replace(found, (word: string) => forms[word] ?? MARKS[word] ?? word);
}

const MARKS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const PLACES: Readonly<
  Record<TraditionalLanguage, { to: 'hk' | 'tw'; found: RegExp; forms: Readonly<Record<string, string>> }>
> = {
  'zh-Hant': {
    to: 'hk',
    found: /複議|[複復]核|彙總|羣|却|説|[“”‘’]/g,
    forms: { 複議: '復議', 複核: '覆核', 復核: '覆核', 彙總: '匯總', 羣: '群', 却: '卻', 説: '說' },
  },
  'zh-TW': { to: 'tw', found: /複議|[復覆]核|[“”‘’]/g, forms: { 複議: '復議', 復核: '複核', 覆核: '複核' } },
};
