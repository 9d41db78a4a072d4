/** The words of the pages. */
import type { Text } from '../../domain/labels.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Status } from '../../domain/status.ts';
import { countWords, NAMES } from './common.ts';

export const DECISION_WORDS = {
  confirmed: { zh: '已确认', en: 'Confirmed' },
  dismissed: { zh: '已排除', en: 'Dismissed' },
  none: { zh: '已撤销复核', en: 'Undone' },
} as const satisfies Record<string, Text>;

export const WORDS = {
  product: { zh: '勾稽', en: 'gouji' },
  tagline: { zh: '政府信息公开年报核对', en: 'Disclosure reports, checked' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  skipToFindings: { zh: '跳到问题', en: 'Skip to the findings' },
  swipe: { zh: '← 左右滑动查看全表 →', en: '← swipe to see the whole table →' },
  faultless: { zh: '未发现问题', en: 'nothing wrong' },
  reports: { zh: '年度报告', en: 'Reports' },
  language: { zh: '语言', en: 'Language' },
  all: NAMES.all,
  any: { zh: '不限', en: 'any' },
  filter: { zh: '筛选', en: 'Filter' },
  apply: { zh: '查询', en: 'Show' },
  clear: { zh: '清除条件', en: 'Clear' },
  name: { zh: '机关名称', en: 'Agency' },
  nameHint: { zh: '机关或文件名', en: 'agency or file' },
  year: NAMES.year,
  region: NAMES.region,
  regionHint: { zh: '名称或代码', en: 'name or code' },
  status: NAMES.status,
  severity: NAMES.severity,
  rule: NAMES.rule,
  body: NAMES.agency,
  findings: NAMES.findings,
  received: { zh: '收到时间', en: 'Received' },
  noBody: NAMES.agencyNotRead,
  nothing: { zh: '没有符合条件的报告。', en: 'No report matches.' },
  more: { zh: '下一页', en: 'Next page' },
  sheet: { zh: '问题清单 xlsx', en: 'Findings, xlsx' },
  commented: { zh: '带批注的原件', en: 'Original with comments' },
  opinion: { zh: '核查意见 docx', en: 'Opinion, docx' },
  notices: { zh: '整改通知书 docx', en: 'Notices, docx' },
  whoReports: { zh: '各单位报送情况', en: 'Who has reported' },
  wholeYear: { zh: '全国情况', en: 'The year as a whole' },
  previous: { zh: '上一页', en: 'Previous page' },
  select: { zh: '选择', en: 'Select' },
  together: { zh: '批量复核', en: 'Review together:' },
  wholePage: { zh: '本页全部报告', en: 'all reports of this page' },
  upload: { zh: '上传报告', en: 'Upload a report' },
  uploadHint: {
    zh: '把文件拖到这里，或点此选择。支持网页、Word、WPS、PDF、表格、文本和 ZIP，每个不超过 4 MB。',
    en: 'Drop files here, or choose them: web page, Word, WPS, PDF, sheet, text or ZIP, up to 4 MB each.',
  },
  uploadScript: { zh: '上传需要启用脚本。', en: 'Uploading needs scripts to be enabled.' },
  sending: { zh: '正在上传…', en: 'Uploading…' },
  checking: { zh: '已上传，正在核对…', en: 'Uploaded; checking…' },
  checked: { zh: '已核对', en: 'Checked:' },
  slow: { zh: '还在核对，请稍后刷新列表。', en: 'Still checking; reload the list later.' },
  tooLarge: {
    zh: '文件超过 4 MB，请压缩图片后重试或联系管理员。',
    en: 'The file is over 4 MB. Compress its images and try again, or ask the administrator.',
  },
  sameName: { zh: '同名文件过多，请换一个文件名。', en: 'Too many files of this name; choose another name.' },
  correct: { zh: '上传更正后的文件', en: 'Upload the corrected file' },
  correctHint: {
    zh: '文件名不限，上传后即为本报告的新版本，并立即重新核对。每个文件不超过 4 MB。',
    en: 'Whatever it is called, it becomes the next version of this report and is checked at once. Up to 4 MB.',
  },
  copyThere: { zh: '同一机关同一年度已有报告：', en: 'There is a report of this agency and year already:' },
  replace: { zh: '用新文件替换', en: 'Replace it by the new file' },
  replaceByThis: { zh: '用本报告替换', en: 'Replace it by this report' },
  withdraw: { zh: '撤回本报告', en: 'Withdraw this report' },
  withdrawHint: {
    zh: '撤回后，本报告不再列出，也不再计入统计；文件的历史版本仍保留。',
    en: 'It is no longer listed nor counted; earlier versions of the file are kept.',
  },
  reason: { zh: '理由', en: 'Reason' },
  uploadFailed: { zh: '上传失败', en: 'Upload failed' },
  original: { zh: '下载原件', en: 'Download the original' },
  asJson: { zh: 'JSON', en: 'JSON' },
  forPrograms: { zh: '供程序使用', en: 'For programs' },
  asCsv: { zh: '问题清单 CSV', en: 'Findings, CSV' },
  asSarif: { zh: 'SARIF', en: 'SARIF' },
  print: { zh: '打印', en: 'Print' },
  file: NAMES.file,
  catalog: { zh: '规则版本', en: 'Catalogue' },
  published: { zh: '公布日期', en: 'Published' },
  checkedAt: { zh: '核对时间', en: 'Checked' },
  checkedBy: { zh: '核对人：', en: 'Checked by: ' },
  answersFor: { zh: '负责人：', en: 'Responsible: ' },
  printedOn: { zh: '打印日期：', en: 'Printed: ' },
  signedOn: { zh: '日期：', en: 'Date: ' },
  period: { zh: '统计期限', en: 'Period' },
  format: { zh: '报表格式', en: 'Form' },
  none: { zh: '未写明', en: 'not stated' },
  noFindings: { zh: '没有发现问题。', en: 'Nothing was found.' },
  otherFindings: { zh: '其他问题', en: 'Other findings' },
  cells: { zh: '涉及单元格', en: 'Cells' },
  basis: NAMES.basis,
  hint: NAMES.advice,
  noticedBy: NAMES.noticedBy,
  colon: NAMES.colon,
  semicolon: NAMES.semicolon,
  place: { zh: '位置：', en: 'Where: ' },
  placeName: NAMES.place,
  textSays: { zh: '正文：', en: 'The text: ' },
  notRead: NAMES.notRead,
  blank: NAMES.blank,
  tableMissing: { zh: '文件中没有找到这张表。', en: 'This table was not found in the file.' },
  tableLabels: {
    zh: '只读到表头，数字无法确定位置。',
    en: 'Only labels were read: the numbers cannot be placed.',
  },
  fileNotes: NAMES.fileNotes,
  undecided: { zh: '未能判定的规则', en: 'Rules not decided' },
  years: { zh: '历年变化', en: 'Over the years' },
  allYears: { zh: '历年数据', en: 'All years' },
  yearsSheet: { zh: '历年数据 xlsx', en: 'All years, xlsx' },
  otherReports: { zh: '同一机关的其他报告', en: 'Other reports of this agency' },
  copies: { zh: '同一年度另有报告', en: 'Other reports of the same year' },
  versions: { zh: '版本记录', en: 'Versions' },
  removed: { zh: '已删除', en: 'removed' },
  decide: { zh: '复核', en: 'Review' },
  confirm: { zh: '确认属实', en: 'Confirm' },
  dismiss: { zh: '排除', en: 'Dismiss' },
  reopen: { zh: '撤销复核', en: 'Undo' },
  history: { zh: '复核记录', en: 'Earlier decisions' },
  applicants: { zh: '申请人情况', en: 'Applicants' },
  organizations: { zh: '法人或其他组织', en: 'Legal persons and other organizations' },
  balance: {
    zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    en: '(In each column, items 1 and 2 add up to items 3 and 4)',
  },
  results: { zh: '三、本年度办理结果', en: '3. results' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  content: { zh: '信息内容', en: 'Content' },
  wrong: { zh: '有问题', en: 'has a finding' },
  home: { zh: '返回首页', en: 'To the front page' },
} as const satisfies Record<string, Text>;

/** The edition of the form by the document that prescribes it. */
export function editionWords(format: string): Text {
  const [year, number] = format.split('-');
  return { zh: `国办公开办函〔${year}〕${number}号格式`, en: `form of 〔${year}〕 no. ${number}` };
}

/**
 * What to do with a report, in one line.
 * @param counts of what stands
 * @param dismissed how many more were dismissed by reviewers
 */
export function todoWords(status: Status, counts: Readonly<Record<Severity, number>>, dismissed: number): Text {
  const doubts = countWords({ ...counts, error: 0 });
  const rest = counts.warning + counts.notice;
  const beside = rest === 0 ? { zh: '', en: '' } : { zh: `另有${doubts.zh}。`, en: ` Besides: ${doubts.en}.` };
  const passed =
    dismissed > 0
      ? { zh: `有${dismissed}处问题经复核排除。`, en: ` ${dismissed} dismissed by reviewers.` }
      : { zh: '', en: '' };
  switch (status) {
    case 'failed':
      return {
        zh: `请更正下列${counts.error}处错误，然后上传更正后的文件（文件名不限）。${beside.zh}`,
        en: `Please correct the ${counts.error === 1 ? 'error' : `${counts.error} errors`} below, then upload the corrected file, whatever it is called.${beside.en}`,
      };
    case 'incomplete':
      return {
        zh: `已读出的部分未发现错误，但报告未能全部读出，不能视为通过：请人工核对下列内容，或改用 Word、网页原件重新上传。${beside.zh}`,
        en: `Nothing is wrong in what was read, but a part could not be read, so this is no pass: check the rest by hand, or upload the Word file or web page it was made from.${beside.en}`,
      };
    case 'unreadable':
      return {
        zh: '未识别出年度报告，请上传可识别的文件（文件名不限）。',
        en: 'No annual report was found in this file. Please upload one that can be read, whatever it is called.',
      };
    case 'passed':
      return rest === 0
        ? { zh: `通过核对，无需处理。${passed.zh}`, en: `Passed, nothing to do.${passed.en}` }
        : {
            zh: `通过核对，无错误；有${doubts.zh}，请核实。${passed.zh}`,
            en: `Passed without errors; please look at ${doubts.en}.${passed.en}`,
          };
  }
}

export function hitWords(hits: number, more: boolean): Text {
  return more
    ? { zh: `前${hits}份；符合条件的更多，可缩小范围或翻到最后一页继续`, en: `The first ${hits}; more match` }
    : { zh: `共${hits}份`, en: hits === 1 ? '1 report' : `${hits} reports` };
}

/** Why a report was withdrawn in whose place another was put. @param key of the other */
export function replacedWords(key: string): Text {
  return { zh: `由 ${key} 替换`, en: `replaced by ${key}` };
}

/** The page of one agency. */
export const AGENCY_WORDS = {
  item: { zh: '项目', en: 'Item' },
  csv: { zh: '历年数据 CSV', en: 'All years, CSV' },
  rates: { zh: '比率（分子 / 分母）', en: 'Rates (part / whole)' },
  copy: { zh: '未计入', en: 'not counted' },
  noRegion: { zh: '未能确定', en: 'not known' },
  give: { zh: '指定所属地区', en: 'Give it a region' },
  giveHint: {
    zh: '机关名称对应多个地区或无法对应时，可在此指定您所管地区，指定后重新核对。几个地区都有同名机关的，各自指定，系统按原文提到的市、省区分；原文提到其他地区的，不归入所指定地区。',
    en: 'Where the name leads to several regions or to none, give it a region of yours; its reports are checked again. Where agencies of several regions bear the name, each is given its own: reports are told apart by the city or province that they name, and one that names another region is left out.',
  },
  given: { zh: '已指定：', en: 'Given: ' },
  take: { zh: '撤销', en: 'Undo' },
  namesakes: {
    zh: '有多个机关使用这一名称，各地区分别列出，数据不合并：',
    en: 'Several agencies bear this name; each region is shown by itself, never added:',
  },
  candidates: { zh: '可能的地区：', en: 'It may be: ' },
  save: NAMES.save,
} as const satisfies Record<string, Text>;

/** The original beside the tables. */
export const READING_WORDS = {
  title: { zh: '原文', en: 'Original' },
  open: { zh: '对照原文', en: 'With the original' },
  close: { zh: '收起原文', en: 'Without the original' },
  asItIs: { zh: '原件', en: 'as it is' },
  read: { zh: '读取内容', en: 'as read' },
  asRead: { zh: '以下为从文件中读取的内容。', en: 'This is what was read of the file.' },
  evidence: { zh: '在原文中查看', en: 'Show in the original' },
  unreadable: { zh: '未能从该文件读取内容，请下载原件查看。', en: 'Nothing could be read; download the original.' },
  gone: {
    zh: '原件已不在存储桶中（可能已撤回、删除或被新文件替换），无法对照查看。',
    en: 'The original is not in the bucket any more: it was withdrawn, removed or replaced.',
  },
  more: { zh: '内容过长，其余未显示，请下载原件查看。', en: 'The rest is not shown; download the original.' },
} as const satisfies Record<string, Text>;
