/** How the HTML mails look. Inline for every client; the block below for those that keep a style element. */

import type { Tone } from './types.ts';

const FONT = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Hiragino Sans GB',Arial,sans-serif;";
const WRAP = 'word-break:break-word;overflow-wrap:anywhere;';

export const TONE_COLOURS: Record<Tone, string> = {
  bad: '#b3261e',
  doubt: '#8a5a00',
  good: '#1b6e3c',
  plain: '#5b6472',
};

export const STYLES = {
  body: `margin:0;padding:0;background:#eef0f3;color:#1d232b;${FONT}font-size:15px;line-height:1.6`,
  outer: 'padding:20px 8px',
  sheet: `width:100%;max-width:640px;background:#ffffff;border:1px solid #dde1e6;text-align:left;${FONT}color:#1d232b;font-size:15px;line-height:1.6;${WRAP}`,
  title: 'padding:18px 24px 0',
  h1: 'margin:0;font-size:20px;line-height:1.4;font-weight:bold',
  main: 'padding:8px 24px 20px',
  foot: 'padding:12px 24px 16px;border-top:1px solid #dde1e6;color:#5b6472;font-size:12px;line-height:1.6',
  lead: 'padding:14px 24px;',
  leadText: 'margin:0;color:#ffffff;font-size:16px;line-height:1.5;font-weight:bold',
  h2: 'margin:20px 0 8px;font-size:16px;line-height:1.4',
  h3: 'margin:2px 0 8px;font-size:16px;line-height:1.5;font-weight:bold',
  p: 'margin:8px 0',
  quiet: 'margin:6px 0;color:#5b6472;font-size:13px',
  caption: 'margin:10px 0 4px;color:#5b6472;font-size:13px',
  sum: "margin:10px 0;padding:6px 10px;background:#f5f6f8;font-family:Consolas,Menlo,'Courier New',monospace;font-size:17px;font-weight:bold",
  quote: 'margin:8px 0;padding:6px 12px;background:#f5f6f8;border-left:3px solid #b8c0cb',
  note: 'color:#5b6472;font-size:12px',
  ul: 'margin:6px 0;padding-left:22px',
  li: 'margin:3px 0',
  a: 'color:#1f4e8c',
  buttonBox: 'margin:16px 0 4px',
  button: 'background:#1f4e8c;border-radius:4px',
  buttonText: 'display:inline-block;padding:10px 20px;color:#ffffff;text-decoration:none;font-weight:bold',
  cardBox: 'margin:14px 0 0;border-collapse:collapse',
  card: 'padding:10px 14px 8px;background:#fafbfc;border:1px solid #dde1e6;',
  sign: 'margin:0;font-size:13px;font-weight:bold;',
  grid: 'border-collapse:collapse;border:1px solid #b8c0cb;background:#ffffff;font-size:13px;line-height:1.4;text-align:center',
  th: 'background:#eef1f5;font-weight:normal;min-width:26px',
  rowHead: 'background:#eef1f5;font-weight:normal;text-align:left',
  td: '',
  words: 'text-align:left',
  part: 'background:#fdf1d3;',
  unbroken: 'white-space:nowrap',
  wrong: 'background:#fbdad7;border:2px solid #b3261e;font-weight:bold;white-space:nowrap',
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
