/**
 * The style sheet of the pages on A4: always light, nothing folded, no controls, numbered pages, a place to sign. The
 * words beside the numbers of pages stand here because a margin box can take none from the document.
 * https://www.w3.org/TR/css-page-3/#margin-boxes
 */

export const PRINT_CSS = /* css */ `
@page {
  size: A4; margin: 12mm 12mm 16mm;
  @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font: 9pt "Noto Sans CJK SC", sans-serif; color: #333; }
}
@page traditional { @bottom-center { content: "第 " counter(page) " 頁 / 共 " counter(pages) " 頁"; } }
@page english { @bottom-center { content: "Page " counter(page) " of " counter(pages); } }
@media print {
  :root { --paper: #fff; --ground: #fff; --ink: #000; --quiet: #333; --line: #777; --head: #f2f2f2; color-scheme: light; }
  body { font-size: 10pt; orphans: 3; widows: 3; } main { max-width: none; padding: 0; }
  body:lang(zh-Hant) { page: traditional; } body:lang(en) { page: english; }
  .top, .skip, .actions, .drop, .withdraw, .swipe, .replace, .filters, .next, .tip, .decide, .explain, .assign, .place, .sheet, .roster, .together fieldset, .list .box, .list .act, .hits .tools, .tools.line, .rank, .around, .levels, a.years, span.years, .cells, .facts .tools, .languages, .evidence, button, .button { display: none !important; }
  .original { display: none !important; } .beside, .pair, .findings { display: block !important; }
  .scroll { overflow: visible; border: 0; position: static !important; }
  .summary { border: 0; padding: 0; display: flex; flex-direction: column; } .summary > h1 { order: -2; } .summary > :is(.facts, .assigned) { order: -1; margin-bottom: .8rem; }
  .finding { border-color: #777; margin: 0 0 .6rem; } .pair .findings { margin-top: .8rem; }
  .list th, .list td { padding: .2rem .5rem; }
  /* The line at the right edge of a sheet is cut in half otherwise. */
  .list, .form { width: calc(100% - 1px); }
  .folded, .more { border: 0; padding: 0; }
  .folded::details-content, .noticed::details-content, .more::details-content { content-visibility: visible; block-size: auto; }
  summary { color: inherit; list-style: none; } summary::-webkit-details-marker { display: none; }
  h1, h2, h3, summary, caption, .todo, .quiet:has(+ .pair) { break-after: avoid; }
  .form, .facts, .finding, .mistakes > li, .more li, tr, figure, .verdict { break-inside: avoid; }
  /* No row of a table is left alone at the end of a sheet or at the head of the next. */
  .list tbody > :nth-child(-n+2) { break-after: avoid; } .list tbody > :nth-last-child(-n+2) { break-before: avoid; }
  /* What is not printed leaves no room behind it, which would be a sheet of its own. */
  main :last-child { margin-bottom: 0; }
  thead { display: table-header-group; }
  .mark, .mark.error, .mark.warning { background: none; color: #000; border: 1px solid #000; }
  .form { font-size: 8pt; } .form th, .form td { padding: .1rem .2rem; min-width: 0; border-color: #777; }
  .form td.error { outline: 2px solid #000; outline-offset: -2px; }
  .form td.lit, .form td:target { background: none; color: inherit; }
  a { color: inherit; text-decoration: none; }
  /* Heads and feet of a table come again on every sheet, those of a page do not: the page is a table of one column. */
  body { display: table; width: 100%; table-layout: fixed; }
  .sheet-head, .signatures { break-inside: avoid; } .sheet-head { display: table-header-group; } .signatures { display: table-footer-group; } main { display: table-row-group; }
  .sheet-head > p, .signatures > p { display: flex; gap: 1.5rem; margin: 0; font-size: 9pt; }
  .sheet-head > p { justify-content: space-between; border-bottom: 1px solid #777; color: #333; margin-bottom: 5mm; }
  .sheet-head span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; } .sheet-head span:nth-child(2) { flex: 1; text-align: center; }
  .signatures > p { padding-top: 7mm; } .signatures span { flex: 1; border-bottom: 1px solid #000; }
}
`;
