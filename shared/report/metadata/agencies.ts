/** Names of administrative agencies, as far as their words show them. */

/** What an agency's name ends in. Longer ones first where one ends in another. */
const ENDINGS =
  '人民政府|管理委员会|管委会|委员会|街道办事处|办事处|街道办|街道|办公室|办公厅|服务中心|中心|总局|分局|局|厅|部|委|署|' +
  '法院|检察院|研究院|科学院|院|集团|公司|大学|学院|学校|医院|总队|支队|大队|镇|乡|苏木|县|区|市|省|州|盟|旗|银行|海关|税务所|所|总社|联社|协会|联合会|总会';
/** A number in a name: 示例市第3医院. Not one of a date or a count. */
const NUMBER = String.raw`(?<!\d)\d{1,3}(?![\d年月日号件条])`;
const BODY = new RegExp(
  String.raw`^(?!.*(?:网站|门户|政务公开|信息公开))\p{Script=Han}(?:[\p{Script=Han}·]|${NUMBER}){0,37}(?<=${ENDINGS})$`,
  'u',
);

/** Whether the words, without spaces, are an agency's name and nothing else: 云溪县示例局, 插旗镇人民政府办公室. */
export function isAgencyName(words: string): boolean {
  return BODY.test(words.replace(/\([^()]*\)$/, ''));
}

/** One that readers elsewhere can tell: not 我局, 县教育局, 办公室. */
export function isFullName(words: string): boolean {
  return (
    isAgencyName(words) &&
    !/我|^(?:[本该各全贵]|[省市县区镇乡](?!.*[省市县区镇乡旗]..)|[局厅委部处院]|办公室|委员会|相关|有关)|[省市州盟县区旗]委$|^国务院/.test(
      words,
    )
  );
}

const VERB =
  '公布|公开|发布|(?<!机构)编制|编写|编印|撰写|制作|制定|起草|出具|汇总|报告|汇报|通报|总结|上报|报送|(?<!土地)整理|梳理|形成|提交|印发|公示';
const BEFORE =
  '现就|现将|特将|兹将|谨将|即将|现对|现|特此|特|并|兹|谨|就|由|依法|及时|如实|组织|结合实际|予以|向社会|面向社会|主动|认真|统一|全面|联合|规定|要求|精神|通知|安排';
/** What a sentence says before the name: 现公布, 特编制, 梳理编制, 现将; also the end of a clause before it: 规定现公布. */
const LEAD = new RegExp(
  `^(?:本(?:年度)?(?:报告|年报))?(?:主要|全面)?(?:反映|介绍|涵盖)(?:了|的是)?|^(?:(?:${BEFORE}){0,4}(?:${VERB})(?:了|出)?)+|^(?:${BEFORE}){0,3}(?:现就|现将|特将|兹将|谨将|现对)`,
);

/** The words without what a sentence says before the name. */
export function withoutLead(words: string): string {
  return words.replace(/^关于/, '').replace(LEAD, '').replace(/^关于/, '');
}

const SUBJECT_END = new RegExp(`(?<=${ENDINGS})`, 'gu');
/** What no name holds: from the first of these words on, a sentence tells what was done. */
const PREDICATE =
  /按照|根据|依据|贯彻|落实|坚持|认真|严格|积极|深入|始终|全面|持续|不断|切实|高度|紧紧|围绕|通过|依托|进一步|加强|推进|深化|结合|依法|扎实|聚焦|紧扣|强化|健全|完善|没有|收到|主动公开|组织|开展|以习近平|牢固|大力|着力|牢牢|稳步|有序|及时|统筹|立足|把|将|在|对|共|未|已|了/;
/** How clauses begin that have no subject, or one that is no agency. */
const NO_SUBJECT =
  /^(?:请|与|如|若|为|按|由|经(?!开|济)|欢迎|可(?!克)|或|对|以|从(?!江|化)|自(?!贡)|至|因|同时|另|这|此|其|根据|依据|下一步|[一二三四五六]是|主要|目前|今年|去年|上年|年内|报告期|截)/;
const LONGEST_NAME = 30;

/** The agency that a clause begins with, whatever it is said to do: 青川县示例局贯彻… `null` where none stands there. */
export function subjectOf(clause: string): string | null {
  if ((isAgencyName(clause) && !PREDICATE.test(clause)) || NO_SUBJECT.test(clause)) return null;
  const head = clause.slice(0, LONGEST_NAME);
  const predicate = head.search(PREDICATE);
  const words = predicate === -1 ? head : head.slice(0, predicate);
  const ends = [...words.matchAll(SUBJECT_END)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const name = words.slice(0, end);
    if (end < clause.length && isFullName(name)) return name.replace(/(?:党委|党组|党工委)$/, '');
  }
  return null;
}

/** The town whose office it is: 示例镇人民政府党政办公室 → 示例镇人民政府. */
export function townOf(name: string): string {
  return name.replace(
    /(?<=[镇乡]人民政府|[镇乡]政府|街道办事处|街道办|街道|苏木|[镇乡])(?:党政综合|党建|党政|综合|行政|政务公开|经济发展)*办(?:公室)?$/,
    '',
  );
}

/** The bureau whose office it is: 示例局办公室 → 示例局. Those of governments and committees are agencies of their own. */
export function bureauOf(name: string): string {
  return name.replace(/(?<=局|厅|院|中心|海关)(?:党政|综合|政务公开|行政)*办公室$/, '');
}

/** The inner office through which an agency can be reached: 示例局办公室 → 示例局; 街道办事处综合科 → 街道办事处. */
export function withoutInnerOffice(words: string): string {
  return words.replace(
    /(?<=局|厅|委(?!员会)|委员会|政府|办事处|院|中心|管委会|海关)(?:党政|综合|政务公开|行政|党政综合)?(?:办公室|[\p{Script=Han}]{0,8}[科股室])$/u,
    '',
  );
}
