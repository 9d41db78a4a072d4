/**
 * The HTML part, as Outlook, Foxmail and QQ Mail's web client draw it: tables for the layout, every style inline, no
 * script and nothing from outside. A style block for dark screens and telephones is added for clients that keep it.
 */

import { escapeHtml } from './escape.ts';
import { DARK_AND_SMALL, STYLES, TONE_COLOURS } from './styles.ts';
import type { Block, GridCell, Letter } from './types.ts';

const LANGUAGE_TAGS = { zh: 'zh-Hans', 'zh-Hant': 'zh-Hant', en: 'en' } as const;
/** Numbers are not broken over lines; sentences in cells are. */
const SHORT_CELL = 8;

export function toHtml(letter: Letter, language: keyof typeof LANGUAGE_TAGS): string {
  const colour = TONE_COLOURS[letter.tone];
  return [
    '<!DOCTYPE html>',
    `<html lang="${LANGUAGE_TAGS[language]}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(letter.subject)}</title><style>${DARK_AND_SMALL}</style></head>`,
    `<body class="page" style="${STYLES.body}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="outer" style="${STYLES.outer}">`,
    `<table role="presentation" width="640" class="sheet" cellpadding="0" cellspacing="0" border="0" style="${STYLES.sheet}">`,
    `<tr><td class="lead" bgcolor="${colour}" style="${STYLES.lead}background:${colour}"><p style="${STYLES.leadText}">${escapeHtml(letter.lead)}</p></td></tr>`,
    `<tr><td class="title" style="${STYLES.title}"><h1 style="${STYLES.h1}">${escapeHtml(letter.title)}</h1></td></tr>`,
    `<tr><td class="main" style="${STYLES.main}">${letter.blocks.map(toMarkup).join('\n')}</td></tr>`,
    `<tr><td class="foot" style="${STYLES.foot}">${letter.footer.map(toMarkup).join('\n')}</td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

function toMarkup(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="${STYLES.h2}">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return block.quiet
        ? `<p class="quiet" style="${STYLES.quiet}">${escapeHtml(block.text)}</p>`
        : `<p style="${STYLES.p}">${escapeHtml(block.text)}</p>`;
    case 'sum':
      return `<p class="sum" style="${STYLES.sum}">${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<p class="quote" style="${STYLES.quote}">“${escapeHtml(block.text)}” <span class="quiet" style="${STYLES.note}">${escapeHtml(block.note)}</span></p>`;
    case 'list':
      return `<ul style="${STYLES.ul}">${block.items.map((item) => `<li style="${STYLES.li}">${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'link':
      return linkMarkup(block);
    case 'grid':
      return gridMarkup(block);
    case 'card':
      return cardMarkup(block);
  }
}

function linkMarkup(block: Extract<Block, { kind: 'link' }>): string {
  const href = escapeHtml(block.href);
  const text = escapeHtml(block.text);
  if (!block.prominent)
    return `<p class="quiet" style="${STYLES.quiet}"><a href="${href}" style="${STYLES.a}">${text}</a></p>`;
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${STYLES.buttonBox}"><tr>` +
    `<td class="button" bgcolor="#1f4e8c" style="${STYLES.button}"><a href="${href}" style="${STYLES.buttonText}">${text}</a></td></tr></table>`
  );
}

function cardMarkup(block: Extract<Block, { kind: 'card' }>): string {
  const colour = TONE_COLOURS[block.tone];
  return (
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLES.cardBox}"><tr>` +
    `<td class="card ${block.tone}" style="${STYLES.card}border-left:4px solid ${colour}">` +
    `<p class="sign" style="${STYLES.sign}color:${colour}">${escapeHtml(block.sign)}</p>` +
    `<h3 style="${STYLES.h3}">${escapeHtml(block.title)}</h3>${block.blocks.map(toMarkup).join('\n')}</td></tr></table>`
  );
}

/** One cell's style is repeated hundreds of times in a mail, so the table carries what its cells inherit. */
function gridMarkup(block: Extract<Block, { kind: 'grid' }>): string {
  const columns = Math.max(...block.rows.map((row) => row.length));
  const [head = [], ...body] = block.rows;
  const headRow = `<tr>${head.map((cell) => `<th scope="col" class="h" style="${STYLES.th}">${escapeHtml(cell.text)}</th>`).join('')}</tr>`;
  const rows = body.map((row) => {
    if (row.length === 1) {
      return `<tr><td colspan="${columns}" class="h" style="${STYLES.rowHead}">${escapeHtml(row[0]?.text ?? '')}</td></tr>`;
    }
    return `<tr>${row.map((cell, column) => cellMarkup(cell, column)).join('')}</tr>`;
  });
  return (
    `<p class="quiet" style="${STYLES.caption}">${escapeHtml(block.caption)}</p>` +
    `<table class="grid" cellpadding="5" cellspacing="0" border="1" style="${STYLES.grid}">\n${[headRow, ...rows].join('\n')}\n</table>`
  );
}

function cellMarkup(cell: GridCell, column: number): string {
  const text = cell.link
    ? `<a href="${escapeHtml(cell.link)}" style="${STYLES.a}">${escapeHtml(cell.text)}</a>`
    : escapeHtml(cell.text);
  if (cell.role === 'head') {
    return column === 0
      ? `<th scope="row" class="h" style="${STYLES.rowHead}">${text}</th>`
      : `<td style="${STYLES.words}">${text}</td>`;
  }
  if (cell.role === 'wrong') return `<td class="wrong" style="${STYLES.wrong}">✗ ${text}</td>`;
  const unbroken = cell.text.length <= SHORT_CELL ? STYLES.unbroken : '';
  return cell.role === 'part'
    ? `<td class="part" style="${STYLES.part}${unbroken}">${text}</td>`
    : `<td style="${STYLES.td}${unbroken}">${text}</td>`;
}
