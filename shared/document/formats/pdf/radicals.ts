/** Compatibility ideographs and radicals, which PDF exports print for ordinary characters (⼀ ⾏ ⽂ ⻚), as ordinary ones. */

/** Characters that Unicode decomposes itself: Kangxi radicals and compatibility ideographs. */
const COMPATIBLE = /[\u2F00-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;
const RADICAL = /[\u2E80-\u2EFF]/g;
/** CJK Radicals Supplement has no decompositions: Unicode, EquivalentUnifiedIdeograph.txt (those that print alone). */
const SUPPLEMENT = new Map(
  '⺁厂 ⺠民 ⺟母 ⺫目 ⺬示 ⺮竹 ⺼肉 ⻁虎 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟 ⻑長 ⺝月 ⺪疋 ⺒巳 ⺙攵 ⺡氵 ⺣灬 ⻂衤 ⻖阝'
    .split(' ')
    .map(([radical, character]) => [radical, character] as [string, string]),
);

export function unified(text: string): string {
  return text
    .replace(COMPATIBLE, (character) => character.normalize('NFKC'))
    .replace(RADICAL, (character) => SUPPLEMENT.get(character) ?? character.normalize('NFKC'));
}
