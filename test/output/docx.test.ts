/** 核查意见 and 整改通知书, opened again by another library. */
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../shared/document/xml.ts';
import { type PaperAbout, paperOf } from '../../shared/output/docx/paper.ts';
import { loadSay, SAY } from '../../shared/output/language.ts';
import { toStoredResult } from '../../shared/record.ts';
import { faultyDocx, partsOf, recordOf } from './papers.ts';
import { unreadable } from './results.ts';

const office = { letterhead: '示例市人民政府办公室', signatory: '示例市人民政府办公室信息公开科' };
const DAY = '2026-03-02';

async function aboutOf(name: string): Promise<PaperAbout> {
  const { result } = await recordOf(name, faultyDocx());
  return { result, standing: result.findings, status: result.status };
}

/** Paragraphs and cells as another library reads them; every part has to be sound XML. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  for (const [name, part] of Object.entries(partsOf(bytes))) parseXml(Buffer.from(part), name);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n').filter((line) => line !== '');
}

test('an opinion says whose, about what, with which result, and lists each mistake with both numbers', async () => {
  const lines = await linesOf(await paperOf('opinion', await aboutOf('示例局2023.docx'), office, DAY, SAY.zh));
  expect(lines.slice(0, 6)).toEqual([
    '示例市人民政府办公室',
    '〔　　　　〕　　　号',
    '关于示例市示例局2023年政府信息公开工作年度报告的核查意见',
    '示例市示例局：',
    '一、核查结论',
    '文件“示例局2023.docx”未通过核查：错误2处、疑点2处。',
  ]);
  const slip = lines.indexOf('一、本年新收政府信息公开申请数量·自然人');
  expect(lines.slice(slip - 1, slip + 3)).toEqual(['2', lines[slip], '103', '102']);
  expect(lines.slice(-2)).toEqual(['示例市人民政府办公室信息公开科', '2026年3月2日']);
});

test('a notice asks for correction and leaves number, deadline and contact to be filled in', async () => {
  const lines = await linesOf(await paperOf('notice', await aboutOf('示例局2023.docx'), office, DAY, SAY.zh));
  expect(lines).toContain('政府信息公开工作年度报告整改通知书');
  expect(lines.find((line) => line.includes('第四十七条'))).toMatch(/请于　+年　+月　+日前核实更正、重新公布/);
  expect(lines).toContain('联系人：　　　　　　联系电话：');
});

test('without settings the office is left to be filled in, and an unreadable file has no agency', async () => {
  const result = toStoredResult(unreadable());
  const about: PaperAbout = { result, standing: result.findings, status: 'unreadable' };
  const lines = await linesOf(await paperOf('notice', about, { letterhead: '', signatory: '' }, DAY, SAY.zh));
  expect(lines[0]).toBe('〔　　　　〕　　　号');
  expect(lines).toContain('＿＿＿＿＿＿＿＿：');
  expect(lines).toContain('（发文机关署名）');
  expect(lines.find((line) => line.includes('请于'))).toContain('重新报送可识别的文件');
});

describe('in other words', () => {
  test('Traditional and English papers keep the name of the file', async () => {
    const about = await aboutOf('说明与总结.docx');
    const hant = await linesOf(await paperOf('opinion', about, office, DAY, await loadSay('zh-Hant')));
    const en = await linesOf(await paperOf('opinion', about, office, DAY, SAY.en));
    expect(hant).toContain('檔案「说明与总结.docx」未通過核查：錯誤2處、疑點2處。');
    expect(en).toContain('The file “说明与总结.docx” has not passed: 2 errors, 2 warnings.');
  });
});

test('A4 and margins of GB/T 9704, page numbers on both sides', async () => {
  const parts = partsOf(await paperOf('opinion', await aboutOf('示例局2023.docx'), office, DAY, SAY.zh));
  expect(parts['word/document.xml']).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(parts['word/footer2.xml']).toContain('w:instr=" PAGE "');
});
