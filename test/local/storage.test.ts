import { expect, test } from 'vitest';
import { startStorage } from '../../infra/local/storage.ts';

test('bytes that a client calls a form, as curl does unasked, are stored as they are', async () => {
  const stored: string[] = [];
  const storage = await startStorage(null, 0, ({ key, size }) => stored.push(`${key} ${size}`));
  const address = `${storage.address}/reports/a.txt`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(address, { method: 'PUT', headers, body: 'a=1&b=%E4' });
  expect(answer.status).toBe(200);
  expect(await (await fetch(address)).text()).toBe('a=1&b=%E4');
  // `fetch` says nothing of an empty one, nor does `curl -T`.
  expect((await fetch(`${storage.address}/reports/empty.txt`, { method: 'PUT' })).status).toBe(200);
  expect(stored).toEqual(['a.txt 9', 'empty.txt 0']);
  await storage.stop();
});
