/** Names of administrative bodies, as far as their words show them. */

/** What a body's name ends in. Longer ones first where one ends in another. */
const ENDINGS =
  '人民政府|管理委员会|管委会|委员会|街道办事处|办事处|街道办|街道|办公室|办公厅|服务中心|中心|总局|分局|局|厅|部|委|署|' +
  '法院|检察院|研究院|科学院|院|集团|公司|大学|学院|学校|医院|总队|支队|大队|镇|乡|苏木|县|区|市|省|州|盟|旗|银行|海关|税务所|所|总社|联社|协会|联合会|总会';
/** A number in a name: 示例市第3医院. Not one of a date or a count. */
const NUMBER = String.raw`(?<!\d)\d{1,3}(?![\d年月日号件条])`;
const BODY = new RegExp(
  String.raw`^(?!.*(?:网站|门户|政务公开|信息公开))\p{Script=Han}(?:[\p{Script=Han}·]|${NUMBER}){0,37}(?<=${ENDINGS})$`,
  'u',
);

/** Whether the words, without spaces, are a body's name and nothing else: 云溪县示例局, 插旗镇人民政府办公室. */
export function isAgencyName(words: string): boolean {
  return BODY.test(words.replace(/\([^()]*\)$/, ''));
}

/** One that readers elsewhere can tell: not 我局, 县教育局, 办公室. */
export function isFullName(words: string): boolean {
  return (
    isAgencyName(words) &&
    !/^(?:[我本该各全贵]|[省市县区镇乡](?!.*[省市县区镇乡旗]..)|[局厅委部处院]|办公室|委员会|相关|有关)/.test(words)
  );
}

/** The inner office through which a body can be reached: 示例局办公室 → 示例局; 街道办事处综合科 → 街道办事处. */
export function withoutInnerOffice(words: string): string {
  return words.replace(
    /(?<=局|厅|委|委员会|政府|办事处|院|中心|管委会|海关)(?:党政|综合|政务公开|行政|党政综合)?(?:办公室|[\p{Script=Han}]{0,8}[科股室])$/u,
    '',
  );
}
