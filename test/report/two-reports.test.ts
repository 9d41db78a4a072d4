import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import type { Document } from '../../shared/document/types.ts';
import { readReport } from '../../shared/report/read.ts';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../samples/白石县河湾镇2024.txt'), 'utf8');

async function readTogether(second: string) {
  const bytes = new TextEncoder().encode(`${SAMPLE}\n${second}`);
  const [file] = await readDocuments({ name: 'two.txt', bytes });
  return readReport(file?.document as Document);
}

it('a report that stands in its file twice, word for word, is one', async () => {
  expect(await readTogether(SAMPLE)).toMatchObject({ agency: '白石县河湾镇人民政府', year: 2024 });
});

it.each([
  ['one row', SAMPLE.replace(/(一、本年新收政府信息公开申请数量\D+)\d+/, '$1907')],
  ['the year', SAMPLE.replaceAll('2024年', '2023年')],
  ['the agency', SAMPLE.replaceAll('河湾', '柳湾')],
])('two that differ in %s alone are not one report', async (_, second) => {
  expect(second).not.toBe(SAMPLE);
  await expect(readTogether(second)).rejects.toMatchObject({ reason: 'FILE.TWO-REPORTS' });
});

it('more copies than a site prints are not compared one by one: the file is no report of one agency', async () => {
  const many = `${SAMPLE}\n`.repeat(9);
  await expect(readTogether(many)).rejects.toMatchObject({ reason: 'FILE.TWO-REPORTS' });
  expect(await readTogether(`${SAMPLE}\n`.repeat(2))).toMatchObject({ year: 2024 });
});
