import { describe, expect, it } from 'vitest';
import { documentOf, reasonOf, shown } from './support/read.ts';

const PAGE = '<html><head><title>年报</title></head><body><p>政府信息公开=1</p></body></html>';
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((b) => (b > 126 || b === 61 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b)))
    .join('')
    .replace(/(.{60})(?!$)/g, (m) => (/=.?$/.test(m) ? m : `${m}=\r\n`));

const archive = (headers: string, content: string, boundary = '----=_Next') =>
  `From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n` +
  `--${boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n\r\n--${boundary}\r\n${headers}\r\n\r\n${content}\r\n\r\n--${boundary}--\r\n`;

describe('mhtml', () => {
  it.each([
    [
      'quoted-printable',
      archive('Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable', quoted(PAGE)),
    ],
    [
      'base64',
      archive(
        'Content-Type: text/html;\r\n\tcharset=utf-8\r\nContent-Transfer-Encoding: base64',
        Buffer.from(PAGE).toString('base64'),
      ),
    ],
    ['eight bits, no charset', archive('Content-Type: text/html', PAGE)],
    [
      'a part in parts',
      archive(
        'Content-Type: multipart/alternative; boundary=inner',
        `--inner\r\nContent-Type: text/html\r\n\r\n${PAGE}\r\n--inner--`,
      ),
    ],
    ['a boundary of special characters', archive('Content-Type: text/html', PAGE, '-(+)=.*$')],
  ])('%s', async (_, file) => {
    const document = await documentOf(file, 'report.doc');
    expect(document).toMatchObject({ mediaType: 'multipart/related', title: '年报', encoding: 'utf-8' });
    expect(shown(document.blocks)).toEqual(['政府信息公开=1']);
  });
  it('declared wrongly', async () => {
    const file = archive(
      'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64',
      Buffer.from(PAGE).toString('base64'),
    );
    expect((await documentOf(file)).encoding).toBe('utf-8');
  });
  it('without a page', async () => {
    expect(await reasonOf(archive('Content-Type: text/css', 'p{}'))).toBe('FILE.DAMAGED');
  });
});
