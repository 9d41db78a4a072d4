/**
 * `npm run office`: has LibreOffice open every Word file and sheet that the product makes, and leaves them with their
 * PDFs in a folder to be looked at. Needs LibreOffice: `apt-get install libreoffice-writer-nogui libreoffice-calc-nogui`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commented } from '../../shared/output/docx/commented.ts';
import { paperOf } from '../../shared/output/docx/paper.ts';
import { remarksOf } from '../../shared/output/docx/remarks.ts';
import { SAY } from '../../shared/output/language.ts';
import { MISTAKE_COLUMNS, mistakeRows } from '../../shared/output/mistake-rows.ts';
import { Workbook } from '../../shared/output/xlsx/workbook.ts';
import { faultyDocx, recordOf } from './papers.ts';

const FOLDER = process.argv[2] ?? 'dist/office';
const AUTHOR = { name: '勾稽', date: '2026-03-02T08:00:00Z' };
const OFFICE = { letterhead: '示例市人民政府办公室', signatory: '示例市人民政府办公室' };

if (spawnSync('soffice', ['--version']).status !== 0) {
  console.error('LibreOffice is missing: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui');
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
let failed = 0;
for (const [name, bytes] of await filesOf()) {
  const file = join(FOLDER, name);
  writeFileSync(file, bytes);
  const start = performance.now();
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', FOLDER, file], { stdio: 'ignore' });
  const opened = existsSync(file.replace(/\.\w+$/, '.pdf'));
  if (!opened) failed += 1;
  console.log(
    `${opened ? 'opened' : 'NOT OPENED'} ${file} (${bytes.length} bytes, ${Math.round(performance.now() - start)} ms)`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;

async function filesOf(): Promise<[string, Uint8Array][]> {
  const original = faultyDocx();
  const record = await recordOf('示例市示例局2023年报.docx', original);
  const { result } = record;
  const about = { result, standing: result.findings, status: result.status };
  return [
    ['opinion.docx', await paperOf('opinion', about, OFFICE, '2026-03-02', SAY.zh)],
    ['notice.docx', await paperOf('notice', about, OFFICE, '2026-03-02', SAY.zh)],
    ['commented.docx', await commented(original, remarksOf(record, result.findings, SAY.zh), AUTHOR)],
    ['findings.xlsx', await sheetOf(mistakeRows(record, result.findings, 'https://gouji.example', SAY.zh))],
  ];
}

async function sheetOf(rows: ReturnType<typeof mistakeRows>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => void parts.push(bytes));
  const [heads, widths] = [MISTAKE_COLUMNS.map(([{ zh }]) => zh), MISTAKE_COLUMNS.map(([, width]) => width)];
  await book.sheet('问题清单', heads, widths);
  await book.rows(rows);
  await book.end();
  return Buffer.concat(parts);
}
