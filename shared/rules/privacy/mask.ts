/** Findings travel by mail: what they found is shown with its middle hidden. */

/** `138****5678`: the first three and the last four characters; what is masked has eleven at least. */
export function mask(secret: string): string {
  return `${secret.slice(0, 3)}****${secret.slice(-4)}`;
}

/** The line around the find, the find itself masked wherever it stands in it. */
export function masked(text: string, secret: string): string {
  return text.replaceAll(secret, mask(secret));
}
