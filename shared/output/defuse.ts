/** Texts of strangers in files that a spreadsheet opens. */

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, also with spaces or in full width. A
 * dash alone, as many tables print it, is none.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function defused(text: string): string {
  if (/^-+$/.test(text)) return text;
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
