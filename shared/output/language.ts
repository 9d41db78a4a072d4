/** In which words a result is shown: Simplified Chinese, English, or Traditional made from the Simplified. */
import type { Language, Text } from '../domain/labels.ts';

export const OUTPUT_LANGUAGES = ['zh', 'zh-Hant', 'en'] as const;
export type OutputLanguage = (typeof OUTPUT_LANGUAGES)[number];

/** Picks the words of one text. Every face takes one of these, so that no face knows how Traditional is made. */
export type Say = (text: Text) => string;

export const SAY: Record<Language, Say> = { zh: (text) => text.zh, en: (text) => text.en };

/** The words of a language; the tables for Traditional are large and are loaded only when they are asked for. */
export async function loadSay(language: OutputLanguage): Promise<Say> {
  if (language !== 'zh-Hant') return SAY[language];
  const convert = await loadTraditional();
  return (text) => convert(text.zh);
}

/**
 * Simplified to Traditional in the forms of Hong Kong (為, 裏, 說 as its offices print them), with its quotation marks.
 * 复议 is 復議 in every law and report, 复核 is 覆核.
 */
export async function loadTraditional(): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to: 'hk' });
  return (text) => convert(text).replace(/複議|[複復]核|彙總|却|説|[“”‘’]/g, (found: string) => FORMS[found] ?? found);
}

const FORMS: Readonly<Record<string, string>> = {
  ...{ 複議: '復議', 複核: '覆核', 復核: '覆核', 彙總: '匯總', 却: '卻', 説: '說' },
  ...{ '“': '「', '”': '」', '‘': '『', '’': '』' },
};
