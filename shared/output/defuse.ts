/** Texts of strangers in files that a spreadsheet opens. */

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, also with spaces or in full width. A
 * sign before digits (`-12.5`) or a dash alone is no formula.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function defused(text: string): string {
  if (/^[-+]?[\d.,]*%?$/.test(text)) return text;
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
