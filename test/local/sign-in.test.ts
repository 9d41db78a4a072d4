/** `npm start -- --sign-in`: callers sign in at an embedded issuer, as they would in an account. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Browser } from '../query/browser.ts';

/** The first of four ports that are free, one after the other. */
async function freePorts(): Promise<number> {
  const base = 20_000 + Math.floor(Math.random() * 20_000);
  const servers = [0, 1, 2, 3].map((more) => createServer().listen(base + more, '127.0.0.1'));
  const free = await Promise.all(servers.map((server) => once(server, 'listening'))).then(
    () => true,
    () => false,
  );
  for (const server of servers) server.close();
  return free ? base : freePorts();
}

test('who is not known gets nothing; an operator signs in and gets in; a role of nothing does not', async () => {
  const data = mkdtempSync(join(tmpdir(), 'gouji-sign-in-'));
  const port = await freePorts();
  const script = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '--sign-in', '--data', data, '--port', String(port)]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  await expect.poll(() => output, { timeout: 50_000, interval: 100 }).toContain('Ctrl-C');
  const at = (path: string) => `http://127.0.0.1:${port + 1}${path}`;
  const json = { headers: { Accept: 'application/json' } };

  expect((await fetch(at('/reports'), json)).status).toBe(401);
  const operator = new Browser();
  const page = await operator.signIn(at('/'), 'operator');
  expect([page.status, page.url.href]).toEqual([200, at('/')]);
  expect((await operator.open(at('/reports'), json)).status).toBe(200);
  const nobody = new Browser();
  await nobody.signIn(at('/'), 'clerk');
  expect((await nobody.open(at('/reports'), json)).status).toBe(403);

  child.kill('SIGINT');
  await once(child, 'close');
  rmSync(data, { recursive: true });
});
