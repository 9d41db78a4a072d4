/** The name of a file to be saved stays in its place of the header, whatever a stranger called the report. */
import { expect, test } from 'vitest';
import { attachment } from '../../functions/query/attachment.ts';
import { HOSTILE } from '../output/hostile-texts.ts';

test.each(HOSTILE)('%j', (name) => {
  const { headers } = attachment(`${name}.docx`, 'application/octet-stream', new Uint8Array());
  const said = headers.get('Content-Disposition') ?? '';
  const [, ascii, encoded = ''] = /^attachment; filename="([\w.-]*)"; filename\*=UTF-8''([\w.!~%-]*)$/.exec(said) ?? [];
  expect(ascii, said).toBeDefined();
  expect(decodeURIComponent(encoded)).toBe(`${name.toWellFormed()}.docx`);
});
