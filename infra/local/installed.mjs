/** Says what to install where `npm start` would end in a stack trace. Plain JavaScript: the machine's own Node runs it. */
import { existsSync } from 'node:fs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 24 || !existsSync(new URL('../../node_modules/fauxqs', import.meta.url))) {
  console.error('请先运行 npm ci（不带 --omit=dev）：本机引擎和 Node 24 都在开发依赖中。');
  console.error('Run `npm ci` first, without --omit=dev: Node 24 and the engines are among the development packages.');
  process.exitCode = 1;
}
