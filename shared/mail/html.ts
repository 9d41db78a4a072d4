/**
 * The HTML part, as Outlook, Foxmail and QQ Mail's web client draw it: tables for the layout, every style inline, no
 * script and nothing from outside. A style block for dark screens and telephones is added for clients that keep it.
 */

import { html, type Markup } from '../output/markup.ts';
import { DARK_AND_SMALL, STYLES, TONE_COLOURS } from './styles.ts';
import type { Block, GridCell, Letter } from './types.ts';

const LANGUAGE_TAGS = { zh: 'zh-Hans', 'zh-Hant': 'zh-Hant-HK', 'zh-TW': 'zh-Hant-TW', en: 'en' } as const;
/** Numbers are not broken over lines; sentences in cells are. */
const SHORT_CELL = 8;
const LAYOUT = html`role="presentation" cellpadding="0" cellspacing="0" border="0"`;

export function toHtml(letter: Letter, language: keyof typeof LANGUAGE_TAGS): string {
  const colour = TONE_COLOURS[letter.tone];
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[language]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title><style>${DARK_AND_SMALL}</style></head>
<body class="page" style="${STYLES.body}">
<table width="100%" ${LAYOUT}><tr><td align="center" class="outer" style="${STYLES.outer}">
<table width="640" class="sheet" ${LAYOUT} style="${STYLES.sheet}">
<tr><td class="lead" bgcolor="${colour}" style="${STYLES.lead}background:${colour}"><p style="${STYLES.leadText}">${letter.lead}</p></td></tr>
<tr><td class="title" style="${STYLES.title}"><h1 style="${STYLES.h1}">${letter.title}</h1></td></tr>
<tr><td class="main" style="${STYLES.main}">${lines(letter.blocks.map(toMarkup))}</td></tr>
<tr><td class="foot" style="${STYLES.foot}">${lines(letter.footer.map(toMarkup))}</td></tr>
</table></td></tr></table></body></html>`.toString();
}

/** Mail servers break long lines, so each piece has one of its own. */
const lines = (pieces: readonly Markup[]) => pieces.map((piece, i) => html`${i > 0 && '\n'}${piece}`);

function toMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h2 style="${STYLES.h2}">${block.text}</h2>`;
    case 'paragraph':
      return block.quiet
        ? html`<p class="quiet" style="${STYLES.quiet}">${block.text}</p>`
        : html`<p style="${STYLES.p}">${block.text}</p>`;
    case 'sum':
      return html`<p class="sum" style="${STYLES.sum}">${block.text}</p>`;
    case 'quote':
      return html`<p class="quote" style="${STYLES.quote}">${block.text} <span class="quiet" style="${STYLES.note}">${block.note}</span></p>`;
    case 'list':
      return html`<ul style="${STYLES.ul}">${block.items.map((item) => html`<li style="${STYLES.li}">${item}</li>`)}</ul>`;
    case 'link':
      return linkMarkup(block);
    case 'grid':
      return gridMarkup(block);
    case 'card':
      return cardMarkup(block);
  }
}

function linkMarkup({ href, text, prominent }: Extract<Block, { kind: 'link' }>): Markup {
  if (!prominent)
    return html`<p class="quiet" style="${STYLES.quiet}"><a href="${href}" style="${STYLES.a}">${text}</a></p>`;
  return html`<table ${LAYOUT} style="${STYLES.buttonBox}"><tr><td class="button" bgcolor="#1f4e8c" style="${STYLES.button}"><a href="${href}" style="${STYLES.buttonText}">${text}</a></td></tr></table>`;
}

function cardMarkup({ tone, sign, title, blocks }: Extract<Block, { kind: 'card' }>): Markup {
  const colour = TONE_COLOURS[tone];
  return html`<table width="100%" ${LAYOUT} style="${STYLES.cardBox}"><tr><td class="card ${tone}" style="${STYLES.card}border-left:4px solid ${colour}"><p class="sign" style="${STYLES.sign}color:${colour}">${sign}</p><h3 style="${STYLES.h3}">${title}</h3>${lines(blocks.map(toMarkup))}</td></tr></table>`;
}

/** One cell's style is repeated hundreds of times in a mail, so the table carries what its cells inherit. */
function gridMarkup({ caption, rows }: Extract<Block, { kind: 'grid' }>): Markup {
  const columns = Math.max(...rows.map((row) => row.length));
  const [head = [], ...body] = rows;
  const headRow = html`<tr>${head.map(({ text }) => html`<th scope="col" class="h" style="${STYLES.th}">${text}</th>`)}</tr>`;
  const bodyRows = body.map((row) =>
    row.length === 1
      ? html`<tr><td colspan="${columns}" class="h" style="${STYLES.rowHead}">${row[0]?.text}</td></tr>`
      : html`<tr>${row.map(cellMarkup)}</tr>`,
  );
  return html`<p class="quiet" style="${STYLES.caption}">${caption}</p><table class="grid" cellpadding="5" cellspacing="0" border="1" style="${STYLES.grid}">
${lines([headRow, ...bodyRows])}
</table>`;
}

function cellMarkup({ text: printed, link, role }: GridCell, column: number): Markup {
  const text = link ? html`<a href="${link}" style="${STYLES.a}">${printed}</a>` : printed;
  if (role === 'head') {
    return column === 0
      ? html`<th scope="row" class="h" style="${STYLES.rowHead}">${text}</th>`
      : html`<td style="${STYLES.words}">${text}</td>`;
  }
  if (role === 'wrong') return html`<td class="wrong" style="${STYLES.wrong}">✗ ${text}</td>`;
  const unbroken = printed.length <= SHORT_CELL && STYLES.unbroken;
  return role === 'part'
    ? html`<td class="part" style="${STYLES.part}${unbroken}">${text}</td>`
    : html`<td style="${STYLES.td}${unbroken}">${text}</td>`;
}
