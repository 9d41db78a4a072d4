/** Findings travel by mail: what they found is shown with its middle hidden. */

/** `138****5678`: the first three and the last four characters; what is masked has eleven at least. */
export function mask(secret: string): string {
  return `${secret.slice(0, 3)}****${secret.slice(-4)}`;
}

/** Of a longer line only so much on each side is shown: a page may be one line with thousands of finds. */
const AROUND = 1000;

/** The line around the find, the find itself masked wherever it stands in it. */
export function masked(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return text.slice(Math.max(at - AROUND, 0), at + secret.length + AROUND).replaceAll(secret, mask(secret));
}
