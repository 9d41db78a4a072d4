/** The style sheet of the pages: one column on a telephone, findings beside the tables on a desk. For paper: `print.ts`. */

export const CSS = /* css */ `
:root {
  color-scheme: light dark;
  --paper: #fff; --ground: #f5f6f8; --ink: #1b2430; --quiet: #56606d; --line: #c9d0d9; --head: #eef1f5;
  --accent: #1d4f91; --accent-ink: #fff;
  --error: #b3261e; --error-soft: #fde7e5; --warning: #8a5300; --warning-soft: #fdf0d8;
  --notice: #2a5d8f; --notice-soft: #e6f0fa; --good: #1c6b3c; --good-soft: #e2f4e8; --lit: #ffe27a; --lit-ink: #1b2430;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171c23; --ground: #0f1318; --ink: #e6eaf0; --quiet: #a3adba; --line: #3a444f; --head: #212832;
    --accent: #8ab8f5; --accent-ink: #0f1318;
    --error: #ff9b93; --error-soft: #45201f; --warning: #f3c26b; --warning-soft: #3d2f14;
    --notice: #93c4f5; --notice-soft: #1b2f44; --good: #83d6a2; --good-soft: #163324; --lit: #6b5600; --lit-ink: #fff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main { max-width: 84rem; margin: 0 auto; padding: 1rem; }
main:focus { outline: none; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: .25rem 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .6rem; }
h3 { font-size: 1rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
small { font-size: .82em; }
.quiet, h3 small, .list small { color: var(--quiet); font-weight: normal; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; background: var(--paper); padding: .5rem 1rem; z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.top {
  display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline;
  padding: .7rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line);
}
.brand { text-decoration: none; color: var(--ink); }
.brand b { font-size: 1.25rem; color: var(--accent); letter-spacing: .08em; }
.brand span { color: var(--quiet); font-size: .9rem; }
.languages { display: flex; gap: .9rem; font-size: .9rem; }
.languages [aria-current] { font-weight: 600; }

.status, .tag { display: inline-block; border-radius: .3rem; padding: 0 .5em; font-size: .85rem; line-height: 1.7; white-space: nowrap; text-transform: capitalize; }
.status { font-weight: 600; }
.status.failed, .tag.error { background: var(--error-soft); color: var(--error); }
.status.unreadable, .status.incomplete, .tag.warning { background: var(--warning-soft); color: var(--warning); }
.status.passed, .tag.passed { background: var(--good-soft); color: var(--good); }
.tag.notice { background: var(--notice-soft); color: var(--notice); }
.status.failed::before { content: "✗ "; }
.status.passed::before { content: "✓ "; }
.status.unreadable::before { content: "! "; } .status.incomplete::before { content: "◐ "; }

button, .button, input, select { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: .4rem; background: var(--paper); }
button, .button { display: inline-block; padding: .3rem .9rem; min-height: 2.4rem; text-decoration: none; white-space: nowrap; cursor: pointer; color: var(--accent); }
button:hover, .button:hover { background: var(--head); }
.primary, .primary:hover { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
[hidden] { display: none !important; }
input:not([type=file], [type=hidden]), select { padding: .3rem .6rem; min-height: 2.4rem; width: 100%; min-width: 0; }

.head { display: grid; gap: 1rem; margin-bottom: 1rem; }
.counts { display: grid; grid-template-columns: repeat(5, 1fr); gap: .5rem; }
.count { display: block; padding: .6rem .5rem; text-align: center; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; text-decoration: none; color: var(--ink); }
.count b { display: block; font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.count span { font-size: .88rem; color: var(--quiet); }
.count.failed b { color: var(--error); } .count.unreadable b, .count.incomplete b { color: var(--warning); } .count.passed b { color: var(--good); }
.count[aria-current] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.drop { background: var(--paper); border: 2px dashed var(--line); border-radius: .6rem; padding: .75rem 1rem; }
.drop.over { border-color: var(--accent); background: var(--notice-soft); }
.choose:not([hidden]) { display: block; cursor: pointer; }
.drop:not(.ready) .choose, .drop.ready .no-script { display: none; }
.choose b { display: inline-block; padding: .3rem .9rem; border-radius: .4rem; background: var(--accent); color: var(--accent-ink); font-weight: 600; }
.choose span { color: var(--quiet); font-size: .9rem; display: block; margin-top: .4rem; }
.choose:focus-within b { outline: 3px solid var(--accent); outline-offset: 2px; }
.uploads { list-style: none; margin: 0; padding: 0; font-size: .95rem; }
.uploads:not(:empty) { margin-top: .5rem; }
.uploads li { overflow-wrap: anywhere; } .uploads .failed span { color: var(--error); }
.uploads a { white-space: normal; margin-left: .3rem; }
.filters { display: grid; gap: .6rem; grid-template-columns: repeat(2, 1fr); background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; margin-bottom: 1rem; }
.filters label { font-size: .85rem; color: var(--quiet); min-width: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; align-items: end; }
.filters .buttons { grid-column: 1 / -1; }

.list { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
.list th, .list td { text-align: left; padding: .5rem .7rem; border-bottom: 1px solid var(--line); font-weight: normal; }
.list thead th { background: var(--head); font-size: .85rem; color: var(--quiet); white-space: nowrap; }
.list small { display: block; overflow-wrap: anywhere; }
.list time, .list .day { white-space: nowrap; } .list time { color: var(--quiet); font-size: .9rem; }
.list a { font-weight: 600; overflow-wrap: anywhere; }
.calm { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; }
.next { text-align: center; } .hits { margin: .2rem 0; color: var(--quiet); font-size: .9rem; }
.list thead a { color: inherit; font-weight: normal; display: inline-block; min-height: 1.6rem; } .list .box label { display: grid; place-items: center; min-width: 1.8rem; min-height: 1.8rem; }
input[type=checkbox] { width: 1.15rem !important; height: 1.15rem; min-height: 0 !important; padding: 0; margin: 0; }
.rates { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .5rem; margin: .8rem 0; } .rates dd { margin: 0; } .rates dt { color: var(--quiet); font-size: .88rem; } .rates b { display: inline !important; } .rail { fill: var(--line); }
textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; width: 100%; padding: .4rem .6rem; }
.sheet { display: grid; gap: .6rem; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; margin-bottom: 1rem; max-width: 44rem; } .sheet > label { font-size: .85rem; color: var(--quiet); } .sheet fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 0; } .sheet p { margin: 0; }
.sheet .line { display: flex; gap: .5rem; align-items: center; min-height: 1.8rem; } input[type=radio] { width: 1.15rem !important; height: 1.15rem; min-height: 0 !important; margin: 0; } tr:target { outline: 2px solid var(--accent); outline-offset: -2px; }
.together fieldset { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 .6rem; padding: .5rem 1rem; display: grid; gap: .4rem; } .together .line { display: flex; gap: .5rem; align-items: center; min-height: 1.8rem; }

.summary, .message { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; }
.message { max-width: 38rem; margin: 2rem auto; }
.choices { columns: 2 14rem; padding: 0; list-style: none; }
.choices li { break-inside: avoid; }
.choices a { display: block; padding: .5rem 0; }
.verdict { margin: 0 0 .6rem; display: flex; flex-wrap: wrap; gap: .4rem; } .verdict .status { font-size: 1rem; }
.actions { margin: 0 0 .6rem; display: flex; flex-wrap: wrap; gap: .5rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .3rem 1.5rem; margin: 0; font-size: .92rem; }
.facts div { display: flex; gap: .6rem; } .facts dt { color: var(--quiet); white-space: nowrap; } .facts dd { margin: 0; overflow-wrap: anywhere; }
.todo { margin: 0 0 .6rem; font-size: 1.05rem; font-weight: 600; }
.mistakes { margin: 0 0 .8rem; padding-left: 1.8rem; } .mistakes > li { margin: .45rem 0; overflow-wrap: anywhere; } .mistakes p { margin: .1rem 0; font-size: .9rem; }
.mistakes .to { color: var(--ink); text-decoration: none; } .mistakes .to:hover { text-decoration: underline; }
.suspects { margin: .2rem 0; padding-left: 1.1rem; font-size: .95rem; }
.cause { margin: .4rem 0; padding: .35rem .7rem; background: var(--warning-soft); border-radius: .3rem; font-size: .92rem; } .cause ul, .cause p { margin: .1rem 0; } .cause ul { padding-left: 1.1rem; }
.sum { margin: .3rem 0; font-variant-numeric: tabular-nums; font-weight: 600; overflow-wrap: anywhere; }
.summary .drop { margin: .6rem 0 .8rem; }
.folded { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .9rem; margin-top: 1rem; } .folded h2 { display: inline; margin: 0; font-size: 1.05rem; color: var(--ink); } .folded .pair { margin-top: .6rem; }
.signatures, .sheet-head { display: none; }
.swipe { display: none; margin: 0 0 .2rem; color: var(--quiet); font-size: .85rem; text-align: center; }
.replace { display: inline; } .replace button { min-height: 2rem; padding: .1rem .6rem; }
.history { font-size: .9rem; } .withdraw form { max-width: 32rem; }
.missing { color: var(--error); font-weight: 600; }
.pair { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
.scroll { position: relative; overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
.form { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.4; }
.form th, .form td { border: 1px solid var(--line); padding: .3rem .4rem; text-align: center; }
.form th { background: var(--head); font-weight: normal; }
.form td { white-space: nowrap; font-variant-numeric: tabular-nums; min-width: 2.6rem; scroll-margin: 40vh; }
.form tbody th[scope=row] { text-align: left; min-width: 7rem; }
.form small { display: block; color: var(--quiet); }
.form .group { min-width: 3.6rem; }
:lang(zh) .form .group { max-width: 5rem; }
.form .upright { padding: .3rem .2rem; } .form .upright span { writing-mode: vertical-rl; letter-spacing: .25em; }
:lang(en) .form .upright span { letter-spacing: 0; }
.proactive .item th { font-weight: 600; } .requests .total td, .requests .total th { font-weight: 600; }
.absent, .blank { color: var(--quiet); font-size: .92em; white-space: nowrap; } .scroll + h3 { margin-top: 1rem; }
.form td.error { background: var(--error-soft); } .form td.warning { background: var(--warning-soft); } .form td.notice { background: var(--notice-soft); }
.form td.error .number { text-decoration: underline wavy var(--error) 1px; text-underline-offset: .25em; }
.form td.suspect { outline: 2px solid var(--error); outline-offset: -2px; }
.form td:target, .form td.lit { background: var(--lit); color: var(--lit-ink); outline: 2px solid var(--error); outline-offset: -2px; }
.mark { display: inline-grid; place-items: center; min-width: 1.35rem; height: 1.35rem; padding: 0 .2rem; border-radius: .7rem; font-size: .76rem; font-weight: 600; text-decoration: none; color: var(--paper); background: var(--notice); vertical-align: middle; }
.error .mark, .mark.error { background: var(--error); } .warning .mark, .mark.warning { background: var(--warning); }
td .mark { margin-left: .25rem; vertical-align: .15em; }
.claim td { text-align: left !important; white-space: normal !important; background: var(--warning-soft); color: var(--ink); }
q { quotes: "“" "”"; } :lang(zh-Hant) q { quotes: "「" "」" "『" "』"; }
.findings { display: grid; gap: .75rem; }
.finding { background: var(--paper); border: 1px solid var(--line); border-left: .3rem solid var(--notice); border-radius: .4rem; padding: .7rem .9rem; min-width: 0; }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
.finding.lit, .finding:target { box-shadow: 0 0 0 2px var(--accent); }
.finding.dismissed { border-left-color: var(--line); background: var(--ground); } .finding.dismissed h3 { text-decoration: line-through; }
.says { margin: .2rem 0; overflow-wrap: anywhere; }
.quote { margin: .3rem 0; padding-left: .7rem; border-left: 3px solid var(--line); color: var(--quiet); font-size: .92rem; overflow-wrap: anywhere; }
.finding dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .7rem; margin: .3rem 0; font-size: .9rem; }
.finding dt { color: var(--quiet); white-space: nowrap; } .finding dd { margin: 0; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--accent); padding: .2rem 0; }
.cells { font-size: .88rem; } .cells ul { margin: .2rem 0; padding-left: 1.2rem; columns: 2 10rem; }
.decision { margin: .4rem 0 0; font-size: .9rem; }
.decide, .explain { font-size: .92rem; } .decide label, .explain label { display: block; margin: .3rem 0; color: var(--quiet); }
.more { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .9rem; margin-top: 1rem; font-size: .92rem; }
.charts { display: flex; flex-wrap: wrap; gap: .75rem; }
.charts figure { margin: 0; padding: .6rem .8rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
figcaption { font-size: .88rem; color: var(--quiet); }
.bar { fill: var(--notice); opacity: .55; } .bar.current { opacity: 1; }
svg text { font-size: 11px; text-anchor: middle; fill: var(--ink); }
.plain { list-style: none; padding: 0; }
.tip { position: absolute; z-index: 2; max-width: min(26rem, calc(100vw - 1rem)); background: var(--ink); color: var(--paper); padding: .5rem .8rem; border-radius: .4rem; font-size: .88rem; pointer-events: none; box-shadow: 0 4px 14px rgb(0 0 0 / .3); }
.tip p { margin: .15rem 0; }

@media (max-width: 40rem) {
  main { padding: .75rem; }
  h1 { font-size: 1.25rem; }
  .count { padding: .45rem .2rem; } .count b { font-size: 1.3rem; } .count span { font-size: .8rem; }
  .swipe { display: block; }
  .claim td > span { display: block; position: sticky; left: .4rem; width: calc(100vw - 3rem); }
  .form tbody th[scope=row] { position: sticky; left: 0; z-index: 1; min-width: 6.2rem; max-width: 8rem; box-shadow: 1px 0 0 var(--line); }
  .scroll > .list th[scope=row] { position: sticky; left: 0; background: var(--paper); min-width: 7rem; max-width: 10rem; box-shadow: 1px 0 0 var(--line); }
  /* A row of people's words is a card; a table of numbers stays one, whose columns have their heads. */
  :not(.scroll) > .list thead { position: absolute; clip-path: inset(50%); }
  :not(.scroll) > .list tr { display: flex; flex-wrap: wrap; gap: .15rem .6rem; padding: .6rem .8rem; border-bottom: 1px solid var(--line); align-items: baseline; }
  :not(.scroll) > .list :is(th, td) { border: 0; padding: 0; } :not(.scroll) > .list tbody th { flex: 1 0 100%; } :not(.scroll) > .list td:empty { display: none; }
  .list .box + th[scope=row] { flex-basis: calc(100% - 3rem); }
  .list td[data-label]::before { content: attr(data-label); color: var(--quiet); font-size: .85rem; margin-right: .3rem; }
}
@media (min-width: 40rem) {
  :not(.scroll) > .list th[scope=row] { min-width: 14rem; }
}
@media (min-width: 60rem) {
  .head { grid-template-columns: 1fr 1fr; } .counts { align-items: stretch; } .count { display: grid; align-content: center; }
  .filters { grid-template-columns: 2fr 1fr 1fr 1fr 1fr 2fr auto; align-items: end; } .filters .buttons { grid-column: auto; flex-wrap: nowrap; }
}
main:has(.beside) { max-width: none; padding-bottom: 46vh; }
.original { position: fixed; inset: auto 0 0 0; height: 44vh; display: grid; grid-template-rows: auto 1fr; background: var(--paper); border-top: 2px solid var(--accent); z-index: 2; }
.original .tools { margin: 0; padding: .2rem 1rem; display: flex; gap: 1rem; align-items: center; } .original .tools a { min-height: 1.6rem; } .original iframe { width: 100%; height: 100%; border: 0; background: #fff; }
.framed { padding: .6rem 1rem; background: var(--paper); } .framed p.read { margin: .35rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.framed table.read { border-collapse: collapse; margin: .6rem 0; font-size: .85rem; } .framed .read td { border: 1px solid var(--line); padding: .15rem .4rem; } .framed :target { outline: 3px solid var(--error); }
.notes { border-left: 3px solid var(--accent); padding-left: .6rem; margin: .4rem 0; font-size: .92rem; } .note { margin: .2rem 0; overflow-wrap: anywhere; }
.list a.years { font-weight: normal; font-size: .85rem; margin-left: .4rem; white-space: nowrap; } .rates svg { display: block; width: 100%; } .more + .charts, .actions + .charts { margin-top: 1rem; } .assign { margin-bottom: .8rem; }
.around { font-size: .9rem; color: var(--quiet); } .around a { display: inline-block; min-height: 1.6rem; }
.share { text-align: right !important; font-variant-numeric: tabular-nums; width: 1%; white-space: nowrap; } .drawn { width: 1%; } .drawn svg { display: block; } .rank { font-size: .8rem; font-weight: normal !important; margin-left: .4rem; display: inline-block; min-height: 1.6rem; }
.levels { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: center; } .levels a, .levels span { min-height: 1.6rem; } .levels [aria-current] { font-weight: 600; }
.evidence { display: inline-block; min-height: 1.6rem; }
@media (min-width: 60rem) {
  main:has(.beside) { padding-bottom: 1rem; }
  .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 42vw); gap: 1rem; align-items: start; } .beside .pair.pair { grid-template-columns: minmax(0, 1fr); }
  .original { position: sticky; inset: .5rem 0 auto 0; height: calc(100vh - 1rem); border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; } .beside .pair .scroll { position: relative; top: 0; }
}
@media (min-width: 72rem) {
  .pair:not(.alone) { grid-template-columns: minmax(0, 1fr) 23rem; }
  .pair .scroll { position: sticky; top: .5rem; }
}
`;
