/**
 * What a deployment with the least settings makes, one line a property, in a file beside this: a change of the stack is a
 * change of lines there, for whoever reviews it. After a change on purpose: `npx vitest run test/infra/template.test.ts -u`.
 */
import { expect, test } from 'vitest';
import { synthesise, type Template } from './template.ts';

/** Long texts that other tests look at, and what follows from the content of files. */
const LEFT_OUT = new Set([
  'DashboardBody',
  'AlarmDescription',
  'Description',
  'Tags',
  'Metadata',
  'S3Key',
  'Columns',
  'Comment',
]);

/** Names without the digits by which CDK tells equal ones apart. */
const plain = (text: string) => text.replaceAll(/(?<=[A-Za-z])[0-9A-F]{8}(?=$|[^0-9A-Za-z]|Ref)/g, '');

/** `a.b.0 = value` for everything in a value; references as `→ Name.Attribute`. */
function linesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} = ${plain(String(value))}`];
  const entries = Object.entries(value);
  const [[name = '', target] = []] = entries;
  if (entries.length === 1 && (name === 'Ref' || name === 'Fn::GetAtt')) {
    return [`${path} → ${plain([target].flat().join('.'))}`];
  }
  if (entries.length === 1 && name === 'Fn::Join') {
    const [by, parts] = target as [string, unknown[]];
    const words = parts.map((part) =>
      typeof part === 'string' ? part : (linesOf(part, '')[0] ?? '').replace(/^ → /, '→'),
    );
    return [`${path} = ${plain(words.join(by))}`];
  }
  return entries.flatMap(([key, inner]) => (LEFT_OUT.has(key) ? [] : linesOf(inner, `${path}.${key}`)));
}

function described({ resources }: Template): string {
  const each = resources.map(({ id, Type, Properties, DeletionPolicy }) => {
    const kept = DeletionPolicy === undefined ? '' : ` (${DeletionPolicy.toLowerCase()} when the stack goes)`;
    return [`${plain(id)}: ${Type.replace('AWS::', '')}${kept}`, ...linesOf(Properties ?? {}, ' ').map(indented)].join(
      '\n',
    );
  });
  return `${each.sort().join('\n\n')}\n`;
}
const indented = (line: string) => line.replace(/^ \.?/, '  ');

test('the stack makes what the snapshot says, line by line', async () => {
  await expect(described(synthesise())).toMatchFileSnapshot('./template/snapshot.txt');
});
