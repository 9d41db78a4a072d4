/** Why a survivor makes no difference: by file, and by what the mutant does. */
const EXPLAINED: readonly { file: string; what: RegExp; why: string }[] = [];

export function explanationOf(file: string, what: string): string | null {
  return EXPLAINED.find((entry) => file.endsWith(entry.file) && entry.what.test(what))?.why ?? null;
}
