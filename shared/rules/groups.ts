/** The named groups of the first match; none where nothing matches. */
export function groupsOf(words: RegExp, text: string): Partial<Record<string, string>> {
  return words.exec(text)?.groups ?? {};
}
