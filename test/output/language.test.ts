import { expect, test } from 'vitest';
import { loadSay } from '../../shared/output/language.ts';

const WORDS = '复核、复议；汇总表里的“却说”为准，群众启用‘台账’';

test.each([
  ['zh', WORDS],
  ['zh-Hant', '覆核、復議；匯總表裏的「卻說」為準，群眾啓用『台賬』'],
  ['zh-TW', '複核、復議；彙總表裡的「卻說」為準，群眾啟用『臺賬』'],
] as const)('%s has the forms of its place', async (language, words) => {
  expect((await loadSay(language))({ zh: WORDS, en: '' })).toBe(words);
});
