/** How long large files take and how much memory: `node test/document/sizes.ts`, the figures of docs/formats.md. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { docx, tbl, tc, tr } from './support/docx.ts';
import { pageOf, pdf, ruled } from './support/pdf.ts';
import { bytesOf } from './support/read.ts';

const xs = [50, 150, 200, 250, 300, 350, 400, 450, 500];
const ys = Array.from({ length: 29 }, (_, i) => 100 + i * 20);

/** One page with a table of 28 rows and a picture of 64 KB that nobody can compress. */
function page(): string {
  const cells = ys
    .slice(1)
    .flatMap((y) =>
      xs.slice(1).map((_, c) => ({ text: c === 0 ? '信息内容' : '12', x: (xs[c] as number) + 4, y: y - 6 })),
    );
  const picture = `BI /W 147 /H 149 /BPC 8 /CS /RGB ID ${randomBytes(147 * 149 * 3).toString('latin1')} EI`;
  return pageOf(cells, `${ruled(xs, ys)}\nq 90 0 0 90 50 20 cm\n${picture}\nQ`);
}

const row = (open: string, cell: string, close: string) => open + cell.repeat(8) + close;
const CASES: Record<string, () => Uint8Array> = {
  'PDF, 300 pages, 20 MB': () => pdf(Array.from({ length: 300 }, page)),
  'HTML, 5 MB': () =>
    bytesOf(
      `<table>${row('<tr>', '<td style="border: 1px solid"><span lang="EN-US">12</span></td>', '</tr>').repeat(9800)}</table>`,
    ),
  'HTML, 490,000 elements': () => bytesOf(`<table>${row('<tr>', '<td>1', '').repeat(54_000)}`),
  'DOCX, 490,000 elements': () => docx(tbl(row('', tr(...Array.from({ length: 8 }, () => tc('12'))), '').repeat(1200))),
  'text, 25 MB': () => bytesOf(`${'政府信息公开工作年度报告'.repeat(9)}\n`.repeat(80_000)),
};

const chosen = process.argv[2];
if (chosen === undefined) {
  for (const name of Object.keys(CASES)) {
    execFileSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' });
  }
} else {
  const bytes = (CASES[chosen] as () => Uint8Array)();
  const before = process.cpuUsage();
  const [file] = await readDocuments({ name: chosen, bytes });
  const { user, system } = process.cpuUsage(before);
  const outcome =
    file?.document instanceof UnreadableError ? file.document.message : `${file?.document.blocks.length} blocks`;
  const seconds = ((user + system) / 1e6).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${chosen}: ${bytes.length} bytes, ${outcome}, ${seconds} s of processor, peak ${peak} MB`);
}
