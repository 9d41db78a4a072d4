/**
 * What Hong Kong and Taiwan call the things of an office's computer (檔案, 登入), and Taiwan the parts of a table: its 列 are
 * rows, where the mainland's 列 are columns. The words of the form and of law stay as they are printed, whatever stands
 * within quotation marks too.
 */
/** A document that an office issues stays 文件, a file is 檔案. */
const ISSUED = /(?<!文號或|規範性|黨組|格式|制發的|失效的|所引|幾個|他人|認定的|名義|政府)文件(?!清理|到期|件數)/;

/** Source of a pattern in Traditional → the word of Taiwan, and of Hong Kong where it has one of its own. */
const WORDS: readonly (readonly [source: string, taiwan: string, hongKong: string | null])[] = [
  ['(?<!文號或)文件名(?![「《])', '檔名', '檔案名稱'],
  ['文件夾', '資料夾', '資料夾'],
  ['文檔', '文件', null],
  [ISSUED.source, '檔案', '檔案'],
  ['壓縮包', '壓縮檔', '壓縮檔'],
  ['打印', '列印', '列印'],
  ['登錄', '登入', '登入'],
  ['鏈接', '連結', '連結'],
  ['保存', '儲存', '儲存'],
  ['郵箱', '電子信箱', '電郵地址'],
  ['點擊', '點選', '按'],
  ['回[復覆]', '回覆', '回覆'],
  ['聯繫', '聯絡', '聯絡'],
  ['程序(?=使用|請|可|在)', '程式', '程式'],
  ['軟件', '軟體', null],
  ['模板', '範本', '範本'],
  ['支持', '支援', '支援'],
  ['刷新', '重新整理', '重新整理'],
  ['導出', '匯出', '匯出'],
  ['訪問', '存取', '存取'],
  ['字符', '字元', '字元'],
  ['合並', '合併', '合併'],
  ['(?<=文字)里', '裡', '裏'],
  ['啟用腳本|啓用腳本', '啟用指令碼', null],
  ['文本', '文字', '文字'],
  ['存儲桶', '儲存空間', '儲存空間'],
  ['批註', '註解', '註解'],
  ['用戶標識', '使用者識別碼', '用戶識別碼'],
  ['身份認證', '身分驗證', '身份驗證'],
  ['數據(?!的勾稽)', '資料', null],
  ['單元格', '儲存格', '儲存格'],
  ['臺賬', '臺帳', null],
  ['行、列', '列、欄', null],
  ['行和列', '列和欄', null],
  ['行列數', '列數、欄數', null],
  [
    '行(?=名)|(?<=」一?|總計一|小計|某一|刪|刪去了|錯|錯了一|這一|只有一|每格一|每份一|各|此|漏|缺|(?:另有|還有|其餘|有)[0-9]+)行(?=：|的|各|，|。|、|；| |「|（|）|至|有|名|起|為|或|沒|$)',
    '列',
    null,
  ],
  ['(?<=」一?|總計|錯了一|一整|各|每)列(?=：|的|各|與|（|，|。|、|；| |「|是|$)', '欄', null],
];

const QUOTED = '「[^「」]*」';

function replacer(place: 1 | 2): (text: string) => string {
  const rows = WORDS.filter((row) => row[place] !== null);
  const pattern = new RegExp(`${QUOTED}|${rows.map(([source], i) => `(?<w${i}>${source})`).join('|')}`, 'g');
  return (text) =>
    text.replace(pattern, (found, ...rest) => {
      const groups = rest.at(-1) as Record<string, string | undefined>;
      const index = rows.findIndex((_, i) => groups[`w${i}`] !== undefined);
      return index < 0 ? found : (rows[index]?.[place] as string);
    });
}

const PLACES = { 'zh-TW': replacer(1), 'zh-Hant': replacer(2) } as const;

/** A phrase in Traditional characters in the words of its place. */
export const inLocalWords = (language: keyof typeof PLACES, text: string): string => PLACES[language](text);
