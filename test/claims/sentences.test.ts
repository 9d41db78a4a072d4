import { expect, test } from 'vitest';
import { allSentences, sentencesOf, sentencesWith } from '../../shared/claims/sentences.ts';
import { exampleReport } from '../../shared/rules/example.ts';

const lineOf = (text: string) => {
  const [line] = exampleReport({ text: { overview: [text], disputes: [] } }).prose.filter(
    ({ where }) => where === 'overview',
  );
  if (!line) throw new Error(`no line of ${text}`);
  return line;
};

test.each([
  ['收到申请 5 件。 办结5件！', ['收到申请5件。', '办结5件！'], ['收到申请 5 件。', '办结5件！']],
  ['收到申请5件。  ', ['收到申请5件。'], ['收到申请5件。']],
  ['收到申请5件', ['收到申请5件'], ['收到申请5件']],
  ['件'.repeat(1000), ['件'.repeat(1000)], ['件'.repeat(1000)]],
  ['件'.repeat(1001), ['件'.repeat(1000), '件'], ['件'.repeat(1000), '件']],
])('%s', (line, plain, printed) => {
  const sentences = sentencesOf(lineOf(line));
  expect(sentences.map((sentence) => sentence.plain)).toEqual(plain);
  expect(sentences.map(({ text }) => text)).toEqual(printed);
});

test('a line of nothing has no sentence', () => {
  expect(sentencesOf({ ...lineOf('无。'), plain: '' })).toEqual([]);
});

test('where the printed line has other sentences than what is read, the line is quoted', () => {
  const line = { ...lineOf('收到申请5件。办结5件。'), text: ' 收到申请5件 办结5件。' };
  expect(sentencesOf(line).map(({ text }) => text)).toEqual(['收到申请5件 办结5件。', '收到申请5件 办结5件。']);
});

test('sentences of a report with the words, each by itself', () => {
  const report = exampleReport({ text: { overview: ['收到申请5件。办结5件。', '较上年'], problems: ['增加。'] } });
  const texts = (words: RegExp) => sentencesWith(report, words).map(({ text }) => text);
  expect(texts(/办结5|较上年/)).toEqual(['办结5件。', '较上年']);
  expect(texts(/较上年.?增加|没有的字/)).toEqual([]);
  expect(allSentences(report).map(({ text }) => text)).toEqual(expect.arrayContaining(['收到申请5件。', '增加。']));
});
