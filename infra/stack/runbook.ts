/** docs/runbook.md in pieces, for the dashboard. */
import { readFileSync } from 'node:fs';

/** What one text of a dashboard may hold, with room to spare. */
const MOST_CHARACTERS = 12_000;

/** The sections with an anchor, which are those that alarms name: anchor, and Markdown from its heading on. */
export function runbookSections(): { anchor: string; markdown: string }[] {
  const whole = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
  const sections = `${whole}\n## `.matchAll(/<a id="([a-z-]+)"><\/a>\n+(## [\s\S]*?)(?=\n## |\n<a id=)/g);
  return [...sections].map(([, anchor = '', markdown = '']) => ({
    ...{ anchor, markdown: markdown.trim().slice(0, MOST_CHARACTERS) },
  }));
}
