/** Traditional or Simplified, and the conversion of a copy; the original text stays as printed. */
import type { Document } from '../document/types.ts';

export type Script = 'simplified' | 'traditional';

/** Characters that every report uses and that differ between the scripts, pairwise. */
const TRADITIONAL = '報總開關機務請當數與處國規門來無導領個應間條東陸縣區鎮鄉辦計復議訴訟結轉';
const SIMPLIFIED = '报总开关机务请当数与处国规门来无导领个应间条东陆县区镇乡办计复议诉讼结转';
/** By code unit: 1 for a character of Traditional, -1 for one of Simplified, 0 for what both have. */
const SIDE = new Int8Array(0x10000);
for (const character of TRADITIONAL) SIDE[character.charCodeAt(0)] = 1;
for (const character of SIMPLIFIED) SIDE[character.charCodeAt(0)] = -1;

/** The script of most of the characters that tell; Simplified where none does. */
export function detectScript(document: Document): Script {
  let balance = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') balance += sideOf(block.text);
    else for (const row of block.rows) for (const { text } of row) balance += sideOf(text);
  }
  return balance > 0 ? 'traditional' : 'simplified';
}

function sideOf(text: string): number {
  let balance = 0;
  for (let at = 0; at < text.length; at += 1) balance += SIDE[text.charCodeAt(at)] as number;
  return balance;
}

/** Taiwan's words for terms of the form; single characters are OpenCC's business. */
const TAIWAN_TERMS: readonly [RegExp, string][] = [
  [/规范性档案/g, '规范性文件'],
  [/资讯/g, '信息'],
  [/释出日期/g, '发布日期'],
  [/网路/g, '网络'],
];

/** The conversion to Simplified for a document in the given script; Simplified text is left as it is. */
export async function simplifier(script: Script): Promise<(text: string) => string> {
  if (script === 'simplified') return asItIs;
  fromTraditional ??= await loadConverter();
  return fromTraditional;
}

const asItIs = (text: string) => text;

/** Its tables take longer to build than a report to read: built once. */
let fromTraditional: ((text: string) => string) | undefined;

async function loadConverter(): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert = Converter({ from: 't', to: 'cn' });
  return (text) => TAIWAN_TERMS.reduce((result, [term, word]) => result.replace(term, word), convert(text));
}
