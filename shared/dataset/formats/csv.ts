/**
 * CSV for Excel and for programs: UTF-8 with a byte order mark, CRLF (RFC 4180), formulas defused. Numbers stand bare,
 * codes in quotes; nothing there is an empty field, printed without a number is `null`.
 */
import { defused } from '../../output/defuse.ts';
import type { Column, Value } from '../types.ts';
import type { OpenTable } from './types.ts';
import { headsOf, wordOf } from './words.ts';

export const openCsv: OpenTable = async (sink, { columns, say }) => {
  const encoder = new TextEncoder();
  const put = (text: string) => sink.write(encoder.encode(text));
  await put(`\uFEFF${headsOf({ columns, say }).map(quoted).join(',')}\r\n`);
  return {
    async write(rows) {
      let text = '';
      for (const row of rows) {
        text += `${columns.map((column, i) => field(column, wordOf(column, row[i], say))).join(',')}\r\n`;
      }
      await put(text);
    },
    end: () => sink.end(),
  };
};

function field({ type }: Column, value: Value): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  return type === 'code' ? `"${defused(value).replaceAll('"', '""')}"` : quoted(defused(value));
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
