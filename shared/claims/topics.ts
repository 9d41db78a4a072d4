/** What a sentence has spoken about last: claims that do not name their category themselves take it from there. */

import type { Topic } from './pattern.ts';

const TOPICS: readonly [Topic, RegExp][] = [
  ['requests', /(?<!复议|许可)申请|依申请公开/g],
  ['reconsideration', /复议(?!后起诉|直接起诉)/g],
  ['litigation', /诉讼|起诉|应诉/g],
  ['documents', /规范性文件/g],
  ['regulations', /规章(?!制度)/g],
  ['powers', /行政许可|行政处罚|行政强制|(?:许可|处罚|强制)处理决定|收费/g],
];
const OUTCOMES = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理'];

const ANY_TOPIC = new RegExp([...TOPICS.map(([, words]) => words.source), ...OUTCOMES].join('|'));

/** Whether a text can hold any claim at all. */
export function namesTopic(text: string): boolean {
  return ANY_TOPIC.test(text);
}

/** The category by name: 申请 alone may be an application for anything. */
export function namesDisclosure(text: string): boolean {
  return /信息公开|依申请|公开申请|申请公开|政府信息/.test(text);
}

/** How many kinds of answers to requests a sentence names. Two or more speak of requests without the word. */
export function outcomesNamed(sentence: string): number {
  return OUTCOMES.filter((word) => sentence.includes(word)).length;
}

/** The topic named last in `text`; `listsOutcomes`: answers to requests name requests here. */
export function latestTopic(text: string, listsOutcomes: boolean): Topic | null {
  let latest: Topic | null = null;
  let at = -1;
  for (const [topic, words] of TOPICS) {
    const last = lastIndex(text, words);
    if (last > at) [latest, at] = [topic, last];
  }
  const answer = listsOutcomes ? Math.max(...OUTCOMES.map((word) => text.lastIndexOf(word))) : -1;
  return answer > at ? 'requests' : latest;
}

function lastIndex(text: string, words: RegExp): number {
  let last = -1;
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) last = match.index;
  return last;
}

const PUBLISHING = /公开|发布|公示|录入|推送|上传|更新|归集|报送|共享/g;
const ACTING = /办理|作出|做出|实施|处理|制发|下达|收取/g;

/**
 * The verb that governs a bare `行政许可N件` is one of publishing: it counts items on a web site, not decisions.
 * `rest`: what follows the number.
 */
export function countsPublished(text: string, rest: string): boolean {
  if (rest.search(PUBLISHING) >= 0) return true;
  const verbs = text.replace(/(?:政府)?信息公开|依申请公开/g, '');
  return lastIndex(verbs, PUBLISHING) > lastIndex(verbs, ACTING);
}
