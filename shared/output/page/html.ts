/** The template of the pages. */
export { html, Markup } from '../markup.ts';
