/** The whole body on one line, or in one cell of the layout table of a page: T, S. */
import type { Layout } from './layout.ts';
import { PIPE_LAYOUTS } from './pipes.ts';

const runOn: Layout = {
  ...PIPE_LAYOUTS['D with the whole head'],
  page: (pieces) => pieces.map((piece) => piece.text).join(' '),
};

export const RUN_ON_LAYOUTS = {
  'T on one line, headings inline': runOn,
  'S page in one layout table': {
    ...runOn,
    page: (pieces) => {
      const end = pieces.findLastIndex((piece) => piece.kind === 'title');
      const titles = pieces.slice(0, end + 1).map((piece) => `${piece.text} | ${'|'.repeat(400)}\n`);
      return titles.join('') + runOn.page(pieces.slice(end + 1));
    },
  },
} satisfies Record<string, Layout>;
