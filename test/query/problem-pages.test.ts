/** Problems as people and as programs get them. */
import { expect, test } from 'vitest';
import { useApi } from './api.ts';

const api = useApi();
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

async function ask(path: string, accept: string, init: RequestInit = {}) {
  const answer = await fetch(api().address + path, { ...init, headers: { Accept: accept } });
  return { status: answer.status, type: answer.headers.get('Content-Type')?.split(';')[0], text: await answer.text() };
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each([
  ['/no-such-page', 404, '页面不存在，请返回首页。'],
  ['/no-such-page?lang=zh-Hant', 404, '頁面不存在，請返回首頁。'],
  ['/no-such-page?lang=en', 404, 'There is no such page; please go to the front page.'],
  ['/?year=abc', 400, '“年度”填写有误，请返回修改后重试。'],
  ['/reports?cursor=abc', 400, '列表已有变化 请返回首页重新查询。'],
  ['/uploads/a.txt?sha256=0', 400, '填写的内容有误，请返回修改后重试。'],
])('a browser that asks for %s is spoken to', async (path, status, said) => {
  const page = await ask(path, BROWSER);
  expect(page).toMatchObject({ status, type: 'text/html' });
  expect(words(page.text)).toContain(said);
  expect(words(page.text)).not.toMatch(/openapi|query\.|requestId/);
});

test('a file that is too large is told in words to both, and only programs hear of the bucket', async () => {
  const large = { method: 'PUT', body: new Uint8Array(4 * 1024 * 1024 + 1) };
  const page = await ask('/uploads/a.txt', BROWSER, large);
  const document = await ask('/uploads/a.txt', 'application/json', large);
  expect(words(page.text)).toContain('文件超过 4 MB，请压缩图片后重试或联系管理员。');
  expect(page.text).not.toContain('存储桶');
  expect(document).toMatchObject({ status: 413, type: 'application/problem+json' });
  expect(JSON.parse(document.text)).toMatchObject({ detail: expect.stringContaining('文件超过 4 MB') });
});

test('a name of several regions is a question to a person and a problem to a program; one that a city shares with its province is none', async () => {
  const page = await ask('/?region=鼓楼区', BROWSER);
  expect(page).toMatchObject({ status: 400, type: 'text/html' });
  expect(words(page.text)).not.toMatch(/请求有误|\d{6}/);
  const document = await ask('/reports?region=鼓楼区', 'application/json');
  expect(document).toMatchObject({ status: 400, type: 'application/problem+json' });
  expect(JSON.parse(document.text).detail).toContain('江苏省南京市鼓楼区（320106）');
  expect((await ask('/reports?region=北京市', 'application/json')).status).toBe(200);
});

test.each([
  '*/*',
  'application/json',
  'application/json, text/html;q=0.5',
  'application/problem+json, text/html',
  'image/png',
])('a program that accepts %s gets the problem document', async (accept) => {
  expect(await ask('/no-such-page', accept)).toMatchObject({ status: 404, type: 'application/problem+json' });
});
