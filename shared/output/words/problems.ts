/** What problems say, to programs in a document and to people on a page. Every face of the API takes its words from here. */
import type { Text } from '../../domain/labels.ts';

/** Kinds of problems; the type of the document is `urn:gouji:problem:<kind>`. */
export const PROBLEM_TITLES = {
  'invalid-request': { zh: '请求有误', en: 'The request is not valid' },
  'invalid-cursor': { zh: '分页标记无效', en: 'The cursor is not valid' },
  'not-signed-in': { zh: '尚未登录', en: 'Not signed in' },
  'not-allowed': { zh: '没有权限', en: 'Not allowed' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  gone: { zh: '已撤回', en: 'Withdrawn' },
  conflict: { zh: '与现有内容冲突', en: 'In conflict with what is there' },
  'already-there': { zh: '同名文件已存在', en: 'There is a file of this name' },
  'method-not-allowed': { zh: '此地址不支持该方法', en: 'The method is not allowed here' },
  'not-acceptable': { zh: '没有所要求的格式', en: 'Not available in the format asked for' },
  'too-large': { zh: '内容过大', en: 'The content is too large' },
  'unsupported-media-type': { zh: '内容类型不支持', en: 'The media type is not supported' },
  'too-many': { zh: '请求过多', en: 'Too many requests' },
  internal: { zh: '服务器内部错误', en: 'Internal error' },
} as const satisfies Record<string, Text>;
export type ProblemKind = keyof typeof PROBLEM_TITLES;

const SEND_HERE = { zh: '请在本站的页面上提交。', en: 'Please send it from a page of this site.' };
const CANNOT_OPEN = { zh: '无法打开', en: 'This cannot be opened' };
/** What a person is told in the place of words that speak of requests, headers and addresses. */
export const PROBLEMS_TO_PEOPLE: Partial<Record<ProblemKind, Record<'title' | 'text', Text>>> = {
  'invalid-request': {
    title: { zh: '填写有误', en: 'Please check what you filled in' },
    text: {
      zh: '填写的内容有误，请返回修改后重试。',
      en: 'Something was not filled in rightly; please go back and change it.',
    },
  },
  'invalid-cursor': {
    title: { zh: '列表已有变化', en: 'The list has changed' },
    text: { zh: '请返回首页重新查询。', en: 'Please search again from the front page.' },
  },
  'not-signed-in': { title: PROBLEM_TITLES['not-signed-in'], text: { zh: '请先登录。', en: 'Please sign in first.' } },
  'method-not-allowed': {
    title: CANNOT_OPEN,
    text: {
      zh: '此页面不能这样打开，请返回首页。',
      en: 'This page cannot be opened like this; please go to the front page.',
    },
  },
  'not-acceptable': {
    title: CANNOT_OPEN,
    text: {
      zh: '此内容不能以网页显示，请返回首页。',
      en: 'This is not to be had as a page; please go to the front page.',
    },
  },
  'unsupported-media-type': {
    title: { zh: '无法提交', en: 'This cannot be sent' },
    text: SEND_HERE,
  },
  internal: {
    title: { zh: '系统暂时出错', en: 'Something went wrong here' },
    text: {
      zh: '请稍后重试；如仍然出错，请将下面的编号告知管理员。',
      en: 'Please try again later. If it stays, tell your administrator the number below.',
    },
  },
};

/** Which fields were not filled in rightly, by the names that the page gives them. */
export function fieldsWords(names: readonly Text[]): Text {
  return {
    zh: `“${names.map(({ zh }) => zh).join('”“')}”填写有误，请返回修改后重试。`,
    en: `Please go back and check: ${names.map(({ en }) => en).join(', ')}.`,
  };
}

/** Where a name is that of several regions. */
export const REGION_QUESTION = {
  title: { zh: '请选择地区', en: 'Which region?' },
  text: { zh: '有多个地区使用这一名称，请选择：', en: 'Several regions bear this name; please choose one:' },
} as const satisfies Record<string, Text>;

/** Before the number of a request, which support asks for. */
export const REQUEST_NUMBER: Text = { zh: '编号：', en: 'Number: ' };

/** What is wrong and what to do, to a program; `people` where a person has to be told otherwise. */
export interface ProblemWords extends Text {
  people?: Text;
}

export const PROBLEMS = {
  noAddress: {
    zh: '没有这个地址；全部地址见 /openapi.json。',
    en: 'No such address; /openapi.json lists them all.',
    people: { zh: '页面不存在，请返回首页。', en: 'There is no such page; please go to the front page.' },
  },
  escapes: {
    zh: '地址中的百分号编码不完整，或不是 UTF-8（可能是 GBK）。',
    en: 'An escape in the address is not whole, or not UTF-8 (GBK, perhaps).',
  },
  newerRelease: {
    zh: '数据由更新的版本写入，本版本不能读取，请管理员继续使用更新的版本。',
    en: 'A newer release wrote this; the administrator has to go on with that release.',
  },
  internal: {
    zh: '请稍后重试；若仍然出错，请把 requestId 告诉管理员。',
    en: 'Try again later; if it stays, give the requestId to the administrator.',
  },
  fields: {
    zh: '请按 errors 中列出的位置修改请求；格式见 /openapi.json。',
    en: 'Mend the places listed under errors; /openapi.json describes what is expected.',
  },
  givenTwice: { zh: '每个查询参数只能给一次。', en: 'Give each parameter of the query once.' },
  notJson: {
    zh: '请以 Content-Type: application/json 发送。',
    en: 'Send it with Content-Type: application/json.',
  },
  brokenJson: { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  notUnicode: {
    zh: '请求内容不是 UTF-8 编码（可能是 GBK）。请转换为 UTF-8 后再发送。',
    en: 'The body is not UTF-8 (GBK, perhaps). Send it in UTF-8.',
  },
  foreignForm: {
    zh: '表单只能从本站的页面提交；程序请用 PUT。',
    en: 'The form can be sent from our own page only; programs use PUT.',
    people: SEND_HERE,
  },
  notForm: { zh: '请提交网页表单。', en: 'Send the form of the page.' },
  cursor: {
    zh: '分页标记只能原样使用，并须与取得它的那次请求的筛选条件一致。请去掉 cursor，从第一页开始。',
    en: 'Use a cursor unchanged and with the filters it came with. Leave it out to begin with the first page.',
  },
  notSignedIn: {
    zh: '请先登录；程序在 /api 下以签名或令牌访问。',
    en: 'Sign in first; programs call under /api, signed or with a token.',
  },
  notAllowed: {
    zh: '您的权限不包括此项，或不包括该地区、该机关。需要时请管理员授权。',
    en: 'Your rights do not include this, or not for this region or agency. Ask an operator for them.',
  },
  foreignRequest: {
    zh: '该请求不是从本站页面发出的；程序请用令牌。',
    en: 'The request does not come from a page of ours; programs use a token.',
    people: { zh: '请在本站的页面上操作。', en: 'Please do it on a page of this site.' },
  },
  badToken: {
    zh: '令牌无效、已过期，或不是为本服务签发的。',
    en: 'The token does not hold here: wrong, ended, or for another service.',
  },
  noSignIn: { zh: '本系统没有开启登录。', en: 'Nobody signs in here.' },
  signInLost: {
    zh: '这个浏览器没有正在进行的登录。请重新登录：/sign-in',
    en: 'No sign-in of this browser is under way. Sign in again: /sign-in',
    people: { zh: '登录已超时，请重新登录。', en: 'The sign-in took too long; please sign in again.' },
  },
  signInRefused: {
    zh: '身份认证没有通过。请重新登录：/sign-in',
    en: 'The issuer’s answer does not hold. Sign in again: /sign-in',
    people: { zh: '身份认证没有通过，请重新登录。', en: 'The sign-in was refused; please try again.' },
  },
  linkEnded: {
    zh: '链接已失效。请登录查看，或等待下一封邮件。',
    en: 'The link does not work any more. Sign in, or wait for the next mail.',
  },
  noReport: {
    zh: '没有这份报告，或者它已被删除；刚上传的报告稍后再试。',
    en: 'No such report, or it was removed; try again in a moment if it has just been uploaded.',
  },
  noOriginal: { zh: '原件已不在存储桶中。', en: 'The original is not in the bucket any more.' },
  noFile: { zh: '没有这个文件；请刷新页面。', en: 'No such file; load the page again.' },
  noDatasetFile: {
    zh: '数据集中没有这个文件；见 /dataset。',
    en: 'No such file in the data set; see /dataset.',
    people: { zh: '数据集中没有这个文件。', en: 'No such file in the data set.' },
  },
  noFinding: {
    zh: '这份报告现在没有这个问题；重新打开报告查看现有的问题。',
    en: 'The report has no such finding now; read the report again.',
  },
  noAgency: {
    zh: '没有该机关的报告。agency 须为机关全称；按部分名称查找请用 /reports?text=。',
    en: 'No report of this body. `agency` is its full name; find it by a part of it with /reports?text=.',
    people: {
      zh: '没有该机关的报告，请返回首页按名称查找。',
      en: 'There is no report of this agency; please look for it on the front page.',
    },
  },
  noAssignment: { zh: '该报告未指派复核人。', en: 'The report is assigned to nobody.' },
  noRoster: { zh: '该地区没有名单；请先 PUT 一份。', en: 'No roster for this region; PUT one first.' },
  noSubscription: { zh: '没有这个订阅。', en: 'No such subscription.' },
  noSubscriptionLink: {
    zh: '链接无效或已过期；请重新订阅。',
    en: 'The link is not valid (any more); subscribe again.',
  },
  nothingToCorrect: { zh: '没有需要整改的报告。', en: 'Every report that matches has passed.' },
  notDocx: { zh: '只有 Word 文件（docx）可以加批注。', en: 'Only a docx can be commented on.' },
  beingChecked: {
    zh: '文件已有新版本，正在核对，请稍后再试。',
    en: 'Another file has taken its place and is being checked; try again later.',
  },
  zipBusy: { zh: '该压缩包正在更新，请稍后重试。', en: 'The ZIP is just being changed; try again in a moment.' },
  sameName: {
    zh: '同名文件已存在。请换一个文件名；若要更正该报告，请在其页面上传更正后的文件。',
    en: 'There is a file of this name. Use another name; to correct that report, send the file on its page.',
  },
  notCopies: {
    zh: '两份报告不是同一机关、同一年度的，不能替换。',
    en: 'The two reports are not of one agency and year.',
  },
  grantOfNothing: {
    zh: '经办人须注明机关或地区，主管人员须注明地区；地区与机关只填一项。',
    en: 'Name an agency or region for a clerk and a region for a supervisor, and one of the two only.',
  },
  oneScope: {
    zh: '地区、机关、文件名开头只能填写一项。',
    en: 'Fill in only one of region, agency and beginning of the file name.',
  },
  digestScope: {
    zh: '每日、每周汇总只能按地区订阅；订阅单个机关或文件时，请选择即时发送。',
    en: 'Digests are about regions; for one agency or some files choose mails at once.',
  },
  digestLevel: {
    zh: '层级只用于每日、每周汇总；即时发送时请不要选择层级。',
    en: 'A level is for digests only; choose none for mails at once.',
  },
  unconfirmed: {
    zh: '该地址还有尚未确认的订阅，请先在邮件中确认。',
    en: 'This address has subscriptions to be confirmed; confirm them first.',
  },
  foreignRegion: {
    zh: '只能指定或撤销您所管地区。',
    en: 'Only a region of yours can be given or taken back.',
  },
  noRegion: (name: string) => ({ zh: `没有名为“${name}”的地区。`, en: `No region is called ${name}.` }),
  /** @param whole the names of all that are called so, with their codes */
  manyRegions: (name: string, whole: readonly string[]) => ({
    zh: `有多个地区名为“${name}”：${whole.join('、')}。请写出上级地区或代码。`,
    en: `Several regions are called ${name}: ${whole.join('、')}.`,
  }),
  noRegionCode: (code: string) => ({ zh: `没有代码为${code}的地区。`, en: `No region has the code ${code}.` }),
  regionClear: (name: string) => ({
    zh: `从机关名称已能确定所属地区：${name}，不能另行指定。`,
    en: `The name of the agency says its region already: ${name}.`,
  }),
  rosterSize: (most: number, read: number) => ({
    zh: `名单中应有1至${most}个单位名称，读出${read}个。请每行写一个单位全称。`,
    en: `A roster names 1 to ${most} agencies; ${read} were read. Write one whole name a line.`,
  }),
  zipFixed: (key: string) => ({
    zh: `该报告是压缩包 ${key} 中的一份，该压缩包无法改写（加密、过大、嵌套或有同名文件）。请更正后重新上传整个压缩包。`,
    en: `The report is an entry of ${key}, which cannot be written anew (encrypted, too large, nested, or two files of one name). Correct it and upload the whole ZIP again.`,
  }),
  withdrawn: (day: string, by: string, reason: string) => ({
    zh: `该报告已于${day}由${by}撤回。理由：${reason}`,
    en: `Withdrawn on ${day} by ${by}: ${reason}`,
  }),
  fileRemoved: (day: string) => ({
    zh: `该报告的文件已于${day}移除，报告随之撤回。`,
    en: `Its file was removed on ${day}, and the report is withdrawn thereby.`,
  }),
  methods: (allowed: string) => ({ zh: `此地址支持：${allowed}。`, en: `Allowed here: ${allowed}.` }),
  offered: (types: string) => ({
    zh: `此地址只提供：${types}。请修改 Accept 请求头。`,
    en: `On offer here: ${types}. Change the Accept header.`,
  }),
  tooLarge: (most: string) => ({
    zh: `文件超过 ${most}，请压缩图片后重试或联系管理员；程序可将更大的文件直接存入存储桶。`,
    en: `At most ${most} here: compress the pictures of the file, or ask the administrator. Programs can put larger files into the bucket.`,
    people: {
      zh: `文件超过 ${most}，请压缩图片后重试或联系管理员。`,
      en: `The file is over ${most}. Please compress its pictures and try again, or ask the administrator.`,
    },
  }),
} as const satisfies Record<string, ProblemWords | ((...values: never[]) => ProblemWords)>;
