/** How the HTML mails look. Inline for every client; the block below for those that keep a style element. */

import { html } from '../output/markup.ts';
import type { Tone } from './types.ts';

const FONT = html`font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Hiragino Sans GB',Arial,sans-serif;`;
const WRAP = html`word-break:break-word;overflow-wrap:anywhere;`;

export const TONE_COLOURS: Record<Tone, string> = {
  bad: '#b3261e',
  doubt: '#8a5a00',
  good: '#1b6e3c',
  plain: '#5b6472',
};

export const STYLES = {
  body: html`margin:0;padding:0;background:#eef0f3;color:#1d232b;${FONT}font-size:15px;line-height:1.6`,
  outer: html`padding:20px 8px`,
  sheet: html`width:100%;max-width:640px;background:#ffffff;border:1px solid #dde1e6;text-align:left;${FONT}color:#1d232b;font-size:15px;line-height:1.6;${WRAP}`,
  title: html`padding:18px 24px 0`,
  h1: html`margin:0;font-size:20px;line-height:1.4;font-weight:bold`,
  main: html`padding:8px 24px 20px`,
  foot: html`padding:12px 24px 16px;border-top:1px solid #dde1e6;color:#5b6472;font-size:12px;line-height:1.6`,
  lead: html`padding:14px 24px;`,
  leadText: html`margin:0;color:#ffffff;font-size:16px;line-height:1.5;font-weight:bold`,
  h2: html`margin:20px 0 8px;font-size:16px;line-height:1.4`,
  h3: html`margin:2px 0 8px;font-size:16px;line-height:1.5;font-weight:bold`,
  p: html`margin:8px 0`,
  quiet: html`margin:6px 0;color:#5b6472;font-size:13px`,
  caption: html`margin:10px 0 4px;color:#5b6472;font-size:13px`,
  sum: html`margin:10px 0;padding:6px 10px;background:#f5f6f8;font-family:Consolas,Menlo,'Courier New',monospace;font-size:17px;font-weight:bold`,
  quote: html`margin:8px 0;padding:6px 12px;background:#f5f6f8;border-left:3px solid #b8c0cb`,
  note: html`color:#5b6472;font-size:12px`,
  ul: html`margin:6px 0;padding-left:22px`,
  li: html`margin:3px 0`,
  a: html`color:#1f4e8c`,
  buttonBox: html`margin:16px 0 4px`,
  button: html`background:#1f4e8c;border-radius:4px`,
  buttonText: html`display:inline-block;padding:10px 20px;color:#ffffff;text-decoration:none;font-weight:bold`,
  cardBox: html`margin:14px 0 0;border-collapse:collapse`,
  card: html`padding:10px 14px 8px;background:#fafbfc;border:1px solid #dde1e6;`,
  sign: html`margin:0;font-size:13px;font-weight:bold;`,
  grid: html`border-collapse:collapse;border:1px solid #b8c0cb;background:#ffffff;font-size:13px;line-height:1.4;text-align:center`,
  th: html`background:#eef1f5;font-weight:normal;min-width:26px`,
  rowHead: html`background:#eef1f5;font-weight:normal;text-align:left`,
  td: html``,
  words: html`text-align:left`,
  part: html`background:#fdf1d3;`,
  unbroken: html`white-space:nowrap`,
  wrong: html`background:#fbdad7;border:2px solid #b3261e;font-weight:bold;white-space:nowrap`,
} as const;

const DARK =
  '.page,.outer{background:#15181c!important}.sheet{background:#1f242a!important;border-color:#39414b!important}' +
  '.sheet,.title,.main,.main p,.main li,.main h1,.main h2,.main h3,.title h1{color:#e6e9ed!important}' +
  '.foot{border-color:#39414b!important}.sheet .quiet,.foot,.foot p{color:#a8b1bc!important}' +
  '.card{background:#252b32!important;border-color:#39414b!important}.sum,.quote{background:#2d343c!important}' +
  '.grid{background:#1f242a!important;border-color:#56606c!important}.grid td,.grid th{border-color:#56606c!important;color:#e6e9ed!important}' +
  '.h{background:#2d343c!important}.part{background:#4a3d17!important}.grid .wrong{background:#5c1f1b!important;border-color:#ff8a80!important;color:#ffffff!important}' +
  'a{color:#8ab8ff!important}.button{background:#8ab8ff!important}.button a{color:#10151b!important}' +
  '.bad{border-left-color:#ff8a80!important}.doubt{border-left-color:#e8b04a!important}.good{border-left-color:#6fcf97!important}' +
  '.bad .sign{color:#ff8a80!important}.doubt .sign{color:#e8b04a!important}.plain .sign{color:#a8b1bc!important}';

export const DARK_AND_SMALL =
  `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${DARK}}` +
  '@media (max-width:480px){.outer{padding:0!important}.lead{padding:12px 14px!important}.title{padding:14px 14px 0!important}.main{padding:6px 14px 16px!important}.foot{padding:10px 14px!important}.card{padding:8px 10px!important}.grid{font-size:12px!important}.grid td,.grid th{padding:4px 3px!important}}';
