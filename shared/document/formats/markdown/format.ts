import type { DocumentFormat } from '../../format.ts';

/** `|---|:-:|`, with pipes at both ends: nothing else has such a line. */
const RULER = /^[ \t]*\|(?:[ \t]*(?::?-{2,}:?|:-:?|-:)[ \t]*\|)+[ \t]*\r?$/m;

export const markdown: DocumentFormat = {
  kind: 'markdown',
  mediaType: 'text/markdown',
  extensions: ['md', 'markdown'],
  lined: true,
  recognises: ({ name, start }) => /\.(?:md|markdown)$/i.test(name) || RULER.test(start),
  load: async () => (await import('./read.ts')).readMarkdown,
};
