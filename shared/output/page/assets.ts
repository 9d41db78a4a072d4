/** The style sheet and the script of the pages, named by their content. */
import { createHash } from 'node:crypto';
import { client } from './client.js';
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

export const STYLE = asset('page', 'css', 'text/css; charset=utf-8', CSS);
/** The function is served as its own source, so that it is linted, formatted and minified like any other. */
export const SCRIPT = asset('page', 'js', 'text/javascript; charset=utf-8', `(${client})();\n`);
export const ASSETS: readonly Asset[] = [STYLE, SCRIPT];
