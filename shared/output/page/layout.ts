/** The frame of every page. */
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import { WORDS } from '../words/page.ts';
import { SCRIPT, STYLE } from './assets.ts';
import type { Voice } from './types.ts';

const TAGS: Record<OutputLanguage, string> = {
  zh: 'zh-Hans',
  'zh-Hant': 'zh-Hant-HK',
  'zh-TW': 'zh-Hant-TW',
  en: 'en',
};
const NAMES: Record<OutputLanguage, string> = {
  zh: '简体',
  'zh-Hant': '繁體（香港）',
  'zh-TW': '繁體（臺灣）',
  en: 'English',
};

/** An address with its query; fields without a value are left out. */
export function link(path: string, query: Readonly<Record<string, string>>): string {
  const fields = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return fields.size === 0 ? path : `${path}?${fields}`;
}

/** The `lang` of links from this page to others: none for Simplified Chinese, which comes first. */
export function languageQuery({ language }: Pick<Voice, 'language'>): Record<string, string> {
  return language === 'zh' ? {} : { lang: language };
}

/** A moment on the clocks of those who wrote the reports. */
export function clock(iso: string): string {
  const parts = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  return new Date(iso).toLocaleString('sv-SE', parts);
}

/** A document for a frame: no frame of a page around it. */
export function frame({ language, say }: Voice, title: string, content: Markup): string {
  return `<!DOCTYPE html>\n${html`<html lang="${TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${say(WORDS.product)}</title>
<link rel="stylesheet" href="/assets/${STYLE.name}">
</head>
<body class="framed">
${content}
</body>
</html>`}`;
}

interface Skip {
  href: string;
  text: string;
}

/** A whole document. @param skip where the first Tab leads, if not to the content as a whole */
export function layout(voice: Voice, title: string, content: Markup, skip?: Skip): string {
  const { language, say, path, query } = voice;
  const others = OUTPUT_LANGUAGES.map((other) =>
    other === language
      ? html`<span aria-current="true">${NAMES[other]}</span>`
      : html`<a href="${link(path, { ...query, ...languageQuery({ language: other }) })}" lang="${TAGS[other]}">${NAMES[other]}</a>`,
  );
  return `<!DOCTYPE html>\n${html`<html lang="${TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${say(WORDS.product)}</title>
<link rel="stylesheet" href="/assets/${STYLE.name}">
<link rel="icon" href="data:,">
<script src="/assets/${SCRIPT.name}" defer></script>
</head>
<body>
<a class="skip" href="${skip?.href ?? '#main'}">${skip?.text ?? say(WORDS.skip)}</a>
<header class="top">
<a class="brand" href="${link('/', languageQuery(voice))}"><b>${say(WORDS.product)}</b> <span>${say(WORDS.tagline)}</span></a>
<nav class="languages" aria-label="${say(WORDS.language)}">${others}</nav>
</header>
${sheetHead(title, voice)}
<main id="main" tabindex="-1">
${content}
</main>
${signatures(voice)}
</body>
</html>`}`;
}

/** Seen on paper alone, at the head of every sheet: whose it is, what it is about, and the day. */
function sheetHead(title: string, { say, printed: { office, on } }: Voice): Markup {
  return html`<div class="sheet-head" aria-hidden="true"><p><span>${office || say(WORDS.product)}</span><span>${title}</span><span>${say(WORDS.printedOn)}${on}</span></p></div>`;
}

/** Seen on paper alone, at the foot of every sheet. */
function signatures({ say }: Voice): Markup {
  const lines = [WORDS.checkedBy, WORDS.answersFor, WORDS.signedOn];
  return html`<div class="signatures" aria-hidden="true"><p>${lines.map((line) => html`<span>${say(line)}</span>`)}</p></div>`;
}
