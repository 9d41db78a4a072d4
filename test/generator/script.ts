/** Traditional copies as mirrors print them. */
import { Converter } from 'opencc-js/cn2t';

export type ScriptForm = 'simplified' | 'mirror' | 'hongkong' | 'taiwan' | 'pinyin';

const converters = {
  mirror: Converter({ from: 'cn', to: 't' }),
  hongkong: Converter({ from: 'cn', to: 'hk' }),
  taiwan: Converter({ from: 'cn', to: 'tw' }),
};
/** Mainland mirrors convert characters one by one and leave these as they are (docs/layouts.md §6). */
const UNCHANGED: readonly (readonly [string, string])[] = [
  ['後', '后'],
  ['於', '于'],
  ['裏', '里'],
  ['裡', '里'],
  ['範', '范'],
  ['複', '復'],
  ['製', '制'],
];
/** Readings that some mirrors print in brackets behind a character. */
const READINGS: readonly (readonly [string, string])[] = [
  ['數', '數(shù)'],
  ['據', '據(jù)'],
  ['強', '強(qiáng)'],
  ['計', '計(jì)'],
  ['體', '體(tǐ)'],
  ['辦', '辦(bàn)'],
  ['規', '規(guī)'],
  ['無', '無(wú)'],
];

const replaceAll = (text: string, pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);

/** The text in the given script. */
export function inScript(text: string, script: ScriptForm): string {
  if (script === 'simplified') return text;
  if (script === 'hongkong' || script === 'taiwan') return converters[script](text);
  const mirror = replaceAll(converters.mirror(text), UNCHANGED);
  return script === 'pinyin' ? replaceAll(mirror, READINGS) : mirror;
}
