import { expect, test } from 'vitest';
import { loadSay } from '../../shared/output/language.ts';

const WORDS = '复核、复议；汇总表里的“却说”为准，群众启用‘台账’';

test.each([
  ['zh', WORDS],
  ['zh-Hant', '覆核、復議；匯總表裏的「卻說」為準，群眾啓用『台賬』'],
  ['zh-TW', '複核、復議；彙總表裡的「卻說」為準，群眾啟用『臺帳』'],
] as const)('%s has the forms of its place', async (language, words) => {
  expect((await loadSay(language))({ zh: WORDS, en: '' })).toBe(words);
});

const OFFICE = '请上传文件“数据.docx”（文件名不限）；行政规范性文件件数和本列数据的勾稽关系照表。';
const TABLE = '“（一）予以公开”行 “自然人”列；这一行的数据可能错了一列；另有3行，相关单元格都是0；第12行多一个字。';

test.each([
  [
    'zh-TW',
    '請上傳檔案「數據.docx」（檔名不限）；行政規範性文件件數和本列數據的勾稽關係照表。',
    '「（一）予以公開」列 「自然人」欄；這一列的資料可能錯了一欄；另有3列，相關儲存格都是0；第12行多一個字。',
  ],
  [
    'zh-Hant',
    '請上傳檔案「數據.docx」（檔案名稱不限）；行政規範性文件件數和本列數據的勾稽關係照表。',
    '「（一）予以公開」行 「自然人」列；這一行的數據可能錯了一列；另有3行，相關儲存格都是0；第12行多一個字。',
  ],
] as const)(
  '%s calls files and rows as its offices do, and leaves what is printed and what is quoted',
  async (language, office, table) => {
    const say = await loadSay(language);

    expect(say({ zh: OFFICE, en: '' })).toBe(office);
    expect(say({ zh: TABLE, en: '' })).toBe(table);
  },
);
