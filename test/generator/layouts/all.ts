/** Every layout of docs/layouts.md §1 by its code. A new one is a new file and a line here. */
import { COLUMN_LAYOUTS } from './columns.ts';
import { GLUED_LAYOUTS } from './glued.ts';
import { HTML_LAYOUTS } from './html.ts';
import type { Layout } from './layout.ts';
import { LINE_LAYOUTS } from './lines.ts';
import { MARKDOWN_LAYOUTS } from './markdown.ts';
import { MERGED_LAYOUTS } from './merged.ts';
import { PDF_TEXT_LAYOUTS } from './pdf-text.ts';
import { PIPE_LAYOUTS } from './pipes.ts';
import { RUN_ON_LAYOUTS } from './run-on.ts';

export const LAYOUTS = {
  ...LINE_LAYOUTS,
  ...PIPE_LAYOUTS,
  ...RUN_ON_LAYOUTS,
  ...HTML_LAYOUTS,
  ...MARKDOWN_LAYOUTS,
  ...COLUMN_LAYOUTS,
  ...GLUED_LAYOUTS,
  ...PDF_TEXT_LAYOUTS,
  ...MERGED_LAYOUTS,
} satisfies Record<string, Layout>;
export type LayoutName = keyof typeof LAYOUTS;
