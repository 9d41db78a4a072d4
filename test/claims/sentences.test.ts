import { expect, test } from 'vitest';
import { sentencesOf } from '../../shared/claims/sentences.ts';
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
