import { expect, test } from 'vitest';
import { DISPUTE_PATTERNS } from '../../shared/claims/disputes.ts';
import { literalsOf } from '../../shared/claims/literals.ts';
import { PROACTIVE_CLAIMS } from '../../shared/claims/proactive.ts';
import { REQUEST_CLAIMS } from '../../shared/claims/requests.ts';

const CASES: readonly [source: string, words: readonly string[]][] = [
  ['申请', ['申请']],
  ['(?:收到|受理)的申请书', ['的申请书']],
  ['(?:收到|受理)(?:的|了)*', ['收到', '受理']],
  ['(?:收到|受理)?', ['']],
  ['(?:收到|)', ['']],
  ['收到?申请', ['申请']],
  ['收{0,2}到', ['到']],
  ['收{2}到', ['收']],
  ['公+开', ['公']],
  ['[收接]到了', ['到了']],
  ['[)|\\]]到', ['到']],
  ['\\(一\\)', ['(一)']],
  ['\\d{4}年', ['年']],
  ['\\p{Script=Han}局', ['局']],
  ['(?<!未)收到', ['收到']],
  ['(?=.*复议)诉讼案', ['诉讼案']],
  ['(?<name>办结|答复)', ['办结', '答复']],
  ['^(?:维持|纠正)$', ['维持', '纠正']],
  ['甲|(?:乙|丙丁?)', ['甲', '乙', '丙']],
  ['.*', ['']],
  ['', ['']],
];

test.each(CASES)('%s is only in texts with one of %j', (source, words) => {
  expect(() => new RegExp(source, 'u')).not.toThrow();
  expect(literalsOf(source)).toEqual(words);
});

test('hardly a pattern of claims has to be tried on every text', () => {
  const patterns = [...REQUEST_CLAIMS, ...DISPUTE_PATTERNS, ...PROACTIVE_CLAIMS];
  const sources = patterns.flatMap(({ before, after, zero, all }) =>
    [before, after, zero, all].filter((one) => one !== undefined),
  );
  expect(sources.filter((source) => literalsOf(source).includes('')).length).toBeLessThanOrEqual(1);
});
