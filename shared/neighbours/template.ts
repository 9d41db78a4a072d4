/** What every report says alike, by law or by custom: data, left out before texts are compared. */

/** Sentences that the form, the law or the office software gives; matched against a sentence without white space. */
export const TEMPLATE_SENTENCES: readonly RegExp[] = [
  /《中华人民共和国政府信息公开(?:条例|工作年度报告格式)》/,
  /国办(?:公开办)?函|国务院令/,
  /(?:统计|报告)(?:的)?(?:期限|时限|时段|周期|范围|起止时间)|所列数据/,
  /本(?:年度)?报告(?:由|全文|电子版|共分|包括|内容)|电子版.{0,20}(?:下载|查阅|查看)/,
  /如(?:有|对).{0,20}(?:疑问|咨询|意见)|请(?:直接)?(?:与|联系|致电)|联系(?:电话|地址|方式)|邮政?编码?[::]/,
  /信息(?:公开)?处理费/,
  /(?:无|没有|未有)(?:其他)?(?:需要|需)?(?:报告|说明)的(?:其他)?(?:事项|情况)/,
  /(?:未|没有|无).{0,12}(?:行政复议|行政诉讼|依申请公开|公开申请|收费)/,
  /(?:该|此|本)部分以表格形式|表格如下|详见附?表/,
  /以习近平新时代中国特色社会主义思想为指导|党的(?:十九|二十)大|全会精神/,
  /以公开为常态、?不公开为例外|应公开尽公开|先审查、?后公开|三审三校|谁公开、?谁(?:负责|审查)/,
];

/** A heading inside a part: short, numbered, without a full stop. */
export const SUB_HEADING = /^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]).{0,16}$/;

/** How agencies call themselves; masked, like their names, so that a text moved from one to another stays the same. */
export const SELF_NAMES = /(?:我|本)(?:省|市|区|县|旗|州|镇|乡|局|委|办|厅|部|院|所|中心|街道|单位|机关|部门)/g;
