/** What parts the cells of a sheet that was saved as text. */

/** From the first lines of a text the whole may be told. */
const LOOKED_AT = 200;

/** The sign that all lines hold equally often, three times or more; `null` where there is none: then it is prose. */
export function delimiterOf(text: string): ',' | '\t' | ';' | null {
  const rows = text.slice(0, 1 << 18).replace(/"(?:[^"]|"")*"/g, '');
  const lines = rows.split(/\r\n|\n|\r/, LOOKED_AT).filter((line) => line !== '');
  return (
    (['\t', ',', ';'] as const).find((delimiter) => {
      const counts = lines.map((line) => line.split(delimiter).length);
      return (
        lines.length >= 5 && (counts[0] as number) > 3 && counts.slice(0, -1).every((count) => count === counts[0])
      );
    }) ?? null
  );
}
