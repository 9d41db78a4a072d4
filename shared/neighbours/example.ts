/** Other reports for the examples of the rules across years and agencies; the report checked is 示例市示例局, 2023. */
import type { Neighbour } from './types.ts';

/** The report of the same agency for 2022, with no cell and no text but those given. */
export function earlierYear(edit: Partial<Neighbour>): Neighbour {
  return {
    id: 'earlier',
    agency: '示例市示例局',
    level: 'department',
    regionCode: null,
    year: 2022,
    format: '2021-30',
    publishedOn: '2023-01-20',
    status: 'passed',
    cells: {},
    text: {},
    ...edit,
  };
}

/** A report for 2023 of another agency of 示例市 (region 999900, which no list has). */
export function peer(agency: string, edit: Partial<Neighbour> = {}): Neighbour {
  const base = { regionCode: '999900', year: 2023, publishedOn: '2024-01-20' };
  return { ...earlierYear(base), id: agency, agency, ...edit };
}

/** A section long enough to compare, as 示例市示例局 might write it. */
export const OWN_SECTION: readonly string[] = [
  '本机关把公开工作列入每月局务会议题，先后听取汇报7次，对窗口提出的疑难事项逐件研究，由分管负责人签字后限时反馈给群众。',
  '在老旧小区改造、农贸市场升级、社区养老食堂补贴三个群众最关心的领域，编印图文手册2万册，送到街巷的公告栏和楼道里。',
  '组织开放日活动4场，邀请居民代表、商户和学生走进办事大厅，现场体验材料收取、受理、审核到发证的全过程并当面提意见。',
  '针对网页栏目更新不及时的老毛病，改由各科室指定一名联络员每周五自查，月底由办公室交叉抽查并把结果贴在走廊里。',
  '年内重写了办事指南86份，把专业说法换成日常用语，还为听力不便的居民录制了手语视频，放在首页最显眼的位置。',
];

/** The same subjects in words that share nothing with {@link OWN_SECTION}. */
export const OTHER_SECTION: readonly string[] = [
  '水稻收割季节里，农技人员分成五支小队下到田埂，把价格行情、仓储地点、烘干费用写成黑板报，挂在每个合作社门前供种植户抄录。',
  '为了让外出务工者也能看懂账本，村级财务凭证全部拍照上传，手机扫码便可放大查看，遇到疑问可以直接留言给会计并约定答复日子。',
  '山区道路塌方后第一时间张榜公布绕行线路和抢修进度，广播站早中晚三次滚动播出，货车司机与校车师傅因此少走了许多冤枉路。',
  '对集体林地流转合同展开专项清查，发现七宗手续欠缺，已补签并把四至边界、租金流向、受益户名单刻成木牌立在林场入口处。',
  '图书角添置了法律读本与渔业养殖教材，退休教师轮流值班讲解，老人孩子都愿意来，借阅登记簿半年便写满了整整三大册。',
];
