/** The style sheet and the script of the pages, named by their content. */
import { createHash } from 'node:crypto';
import { beside } from './client/beside.js';
import { light } from './client/light.js';
import { roster } from './client/roster.js';
import { upload } from './client/upload.js';
import { PRINT_CSS } from './print.ts';
import { CSS } from './style.ts';

interface Asset {
  name: string;
  mediaType: string;
  content: string;
}

function asset(stem: string, extension: string, mediaType: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `${stem}.${hash}.${extension}`, mediaType, content };
}

export const STYLE = asset('page', 'css', 'text/css; charset=utf-8', CSS + PRINT_CSS);
/** Functions are served as their own source, so that they are linted, formatted and minified like any other. */
export const SCRIPT = asset(
  'page',
  'js',
  'text/javascript; charset=utf-8',
  [light, upload, roster, beside].map((each) => `(${each})();\n`).join(''),
);
export const ASSETS: readonly Asset[] = [STYLE, SCRIPT];
