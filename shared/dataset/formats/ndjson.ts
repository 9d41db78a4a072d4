/** One JSON object a line: nothing there is a key left out, printed without a number is `null`. */
import type { OpenTable } from './types.ts';

export const openNdjson: OpenTable = async (sink, { columns }) => {
  const encoder = new TextEncoder();
  return {
    async write(rows) {
      const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i]]))));
      if (lines.length > 0) await sink.write(encoder.encode(`${lines.join('\n')}\n`));
    },
    end: () => sink.end(),
  };
};
