/** Findings travel by mail: what they found is shown with its middle hidden. */

/** `138****5678`: the first three and the last four characters; what is masked has eleven at least. */
export function mask(secret: string): string {
  return `${secret.slice(0, 3)}****${secret.slice(-4)}`;
}

/** Of a longer line only so much on each side is shown: a page may be one line with thousands of finds. */
const AROUND = 1000;

/** What may be personal beside the find: numbers of telephones, identity cards and bank cards. */
const PERSONAL = /(?<![\dA-Za-z])(?:1[3-9]\d(?:[ -]?\d{4}){2}|\d{15,18}[\dXx])(?![\dA-Za-z])/g;

/** The line around the find, the find itself masked wherever it stands in it, and other numbers of its kind. */
export function masked(text: string, secret: string): string {
  const at = text.indexOf(secret);
  const around = text.slice(Math.max(at - AROUND, 0), at + secret.length + AROUND);
  return around.replaceAll(secret, mask(secret)).replace(PERSONAL, mask);
}
