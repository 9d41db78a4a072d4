/** Every fixed phrase of the mails. `{n}` is a value, `{n:error|errors}` a value with its noun; see `voice.ts`. */

import type { Text } from '../../domain/labels.ts';
import { asHead, NAMES, SEVERITY_WORDS, STATUS_WORDS } from './common.ts';

const PHRASES = {
  'service.name': { zh: '勾稽 · 政府信息公开年报核对', en: 'gouji · annual report check' },

  colon: NAMES.colon,
  semicolon: NAMES.semicolon,
  comma: NAMES.comma,

  'severity.error': SEVERITY_WORDS.error,
  'severity.warning': SEVERITY_WORDS.warning,
  'severity.notice': SEVERITY_WORDS.notice,
  'status.incomplete': STATUS_WORDS.incomplete,
  'status.unreadable': STATUS_WORDS.unreadable,
  'fresh.new': { zh: '新发现', en: 'new' },
  'fresh.changed': { zh: '数据已修改，仍不一致', en: 'changed, still wrong' },
  'fresh.still': { zh: '前次已指出', en: 'already reported' },

  'name.year': { zh: '{agency} {year}年', en: '{agency} {year}' },
  'name.noYear': { zh: '{agency}（年度不明）', en: '{agency} (year unknown)' },
  'name.noAgency': NAMES.agencyNotRead,

  'count.error': { zh: '错误{n}处', en: '{n:error|errors}' },
  'count.warning': { zh: '疑点{n}处', en: '{n:warning|warnings}' },
  'count.notice': { zh: '提示{n}条', en: '{n:notice|notices}' },
  'count.beside': { zh: '，另有', en: ', besides ' },
  'count.new': { zh: '新增{counts}', en: 'new: {counts}' },
  'count.changed': { zh: '数据已修改{n}处', en: '{n} changed' },
  'count.resolved': { zh: '已整改{n}处', en: '{n} corrected' },

  'subject.failed': { zh: '【待整改】{name}年报：{counts}', en: 'To correct: {name} report, {counts}' },
  'subject.doubts': { zh: '【请核实】{name}年报：{counts}', en: 'Please check: {name} report, {counts}' },
  'subject.incomplete': {
    zh: '【未读全】{name}年报：未能全部读出，不能视为通过',
    en: 'Read in part: {name} report, this is no pass',
  },
  'subject.unreadable': {
    zh: '【无法识别】{file}：未识别出年度报告',
    en: 'Unreadable: {file}, no annual report found',
  },
  'subject.changed': {
    zh: '【待整改】{name}年报：{counts}（{changes}）',
    en: 'To correct: {name} report, {counts} ({changes})',
  },
  'subject.changedDoubts': {
    zh: '【请核实】{name}年报：{counts}（{changes}）',
    en: 'Please check: {name} report, {counts} ({changes})',
  },
  'subject.clear': { zh: '【已整改】{name}年报：未发现错误', en: 'No errors left: {name} report' },
  'subject.burst': {
    zh: '【待整改】{where}：{reports}份年报待处理，{counts}',
    en: 'To correct: {where}, {reports:report|reports}, {counts}',
  },
  'subject.burstDoubts': {
    zh: '【请核实】{where}：{reports}份年报，{counts}',
    en: 'Please check: {where}, {reports:report|reports}, {counts}',
  },
  'subject.burstClear': {
    zh: '【已整改】{where}：{reports}份年报已通过核对',
    en: 'No errors left: {where}, {reports:report|reports}',
  },
  'subject.digest': {
    zh: '【每日汇总】{scope}（{year}年度）：{failed}份不通过，{incomplete}份未读全，{unreadable}份无法识别',
    en: 'Daily digest: {scope} ({year}): {failed} failed, {incomplete} read in part, {unreadable} unreadable',
  },
  'subject.weekly': {
    zh: '【每周汇总】{scope}（{year}年度）：{failed}份不通过，{incomplete}份未读全，{unreadable}份无法识别',
    en: 'Weekly digest: {scope} ({year}): {failed} failed, {incomplete} read in part, {unreadable} unreadable',
  },
  'subject.confirm': { zh: '请确认：是否接收年报核对通知', en: 'Please confirm: mails about annual reports' },

  'lead.failed': {
    zh: '请更正下列{errors}处错误，并在报告页面上传更正后的文件（文件名不限）；上传后立即重新核对。',
    en: 'Please correct the {errors:error|errors} below and upload the corrected file on the page of the report, whatever it is called; it is checked again at once.',
  },
  'lead.doubts': {
    zh: '请核实下列疑点；如需更正，请在报告页面上传更正后的文件（文件名不限）。',
    en: 'Please look at the warnings below; if something has to be corrected, upload the corrected file on the page of the report, whatever it is called.',
  },
  'lead.incomplete': {
    zh: '已读出的部分未发现错误，但报告未能全部读出，不能视为通过：请人工核对，或在报告页面上传 Word、网页原件（文件名不限）。',
    en: 'Nothing is wrong in what was read, but a part could not be read, so this is no pass: check it by hand, or upload the Word file or web page it was made from on the page of the report.',
  },
  'lead.unreadable': {
    zh: '请在报告页面上传可识别的文件（文件名不限）；该文件中未识别出年度报告。',
    en: 'Please upload a readable file on the page of the report, whatever it is called; no annual report was found in this one.',
  },
  'lead.changed': {
    zh: '仍有{errors}处错误需更正，请在报告页面上传更正后的文件（文件名不限）。与前次相比：{changes}。',
    en: 'There is still work to do: {errors:error|errors}. Please upload the corrected file on the page of the report, whatever it is called. Since the last mail: {changes}.',
  },
  'lead.changedDoubts': {
    zh: '错误均已整改，尚有疑点请核实。与前次相比：{changes}。',
    en: 'No errors are left; please look at the warnings. Since the last mail: {changes}.',
  },
  'lead.clear': {
    zh: '无需进一步处理：前次指出的问题均已整改或经复核予以排除，报告已通过核对。',
    en: 'Nothing more to do: what was reported is corrected or was dismissed by reviewers, and the report has passed.',
  },
  'lead.burst': {
    zh: '请逐份处理下表中的{reports}份年报，更正后在各报告页面上传（文件名不限）。',
    en: 'Please go through the {reports:report|reports} below, and upload each corrected file on the page of its report.',
  },
  'lead.burstDoubts': {
    zh: '请逐份核实下表中{reports}份年报的疑点；如需更正，请在各报告页面上传更正后的文件（文件名不限）。',
    en: 'Please look at the warnings of the {reports:report|reports} below; if something has to be corrected, upload the corrected file on the page of its report.',
  },
  'lead.burstClear': {
    zh: '无需进一步处理：下表中的{reports}份年报均已整改，通过核对。',
    en: 'Nothing more to do: the {reports:report|reports} below are corrected and have passed.',
  },
  'lead.digest': {
    zh: '请督促存在问题、文件无法识别及未报送的单位及时整改；以下为截至{day}的情况。',
    en: 'Please follow up the agencies whose reports have errors, are unreadable or missing; this is how things stand on {day}.',
  },
  'lead.digestCalm': {
    zh: '截至{day}，暂无需处理的年报。',
    en: 'Nothing to do: on {day} no report needs attention.',
  },
  'lead.confirm': {
    zh: '如需接收年报核对通知，请在{days}天内点击下面的按钮确认；如非本人申请，请忽略此邮件，以后不会再收到。',
    en: 'To get mails about annual reports, press the button below within {days} days. If you did not ask for them, ignore this mail; you will get no other.',
  },

  'facts.file': { zh: '文件：{file}', en: 'File: {file}' },
  'facts.beside': { zh: '另有：{parts}', en: 'Besides: {parts}' },
  'facts.warnings': { zh: '{n}处疑点', en: '{n:warning|warnings}' },
  'facts.notices': { zh: '{n}条提示', en: '{n:notice|notices}' },
  'facts.more': {
    zh: '还有{n}处未在本邮件中列出，请在报告页面查看全部。',
    en: '{n:finding is|findings are} not in this mail; the page has them all.',
  },
  'facts.marks': { zh: '表中以“✗”标出需核对的单元格。', en: 'In the tables ✗ marks the cells to look at.' },
  'link.report': {
    zh: '打开报告页面：查看全部结果、上传更正后的文件',
    en: 'Open the page of the report: see everything, upload the corrected file',
  },
  'link.open': { zh: '打开报告页面', en: 'Open the page of the report' },
  'link.list': { zh: '在网页上查看这些年报', en: 'See these reports on the page' },
  'link.confirm': { zh: '确认接收', en: 'Confirm' },

  'mended.heading': { zh: '已整改（{n}处）', en: 'Corrected ({n})' },
  'open.heading': { zh: '待处理（{n}处）', en: 'Still to do ({n})' },
  'mended.more': { zh: '等共{n}处', en: 'and others, {n} in all' },

  'finding.advice': { zh: '处理建议：{advice}', en: 'Advice: {advice}' },
  'finding.basis': { zh: '依据：{basis}', en: 'Basis: {basis}' },
  'finding.text': NAMES.inText,
  'finding.rule': { zh: '规则 {rules}', en: 'Rule {rules}' },
  'finding.place': { zh: '位置：{place} · 规则 {rules}', en: 'Where: {place} · rule {rules}' },
  'excerpt.unread': NAMES.notRead,
  'excerpt.blank': NAMES.blank,
  'excerpt.zeros': { zh: '（其余{rows}行为 0）', en: '({rows:row|rows} of 0 left out)' },
  'excerpt.more': { zh: '（还有{rows}行）', en: '({rows:more row|more rows})' },
  'sum.zeros': { zh: '（另有{zeros}个 0）', en: ' (and {zeros:zero|zeros})' },

  'burst.agency': NAMES.agency,
  'burst.year': NAMES.year,
  'burst.errors': NAMES.findings,
  'burst.first': { zh: '主要问题', en: 'First finding' },
  'burst.caption': { zh: '待处理的年报', en: 'Reports to deal with' },
  'burst.cleared': { zh: '已整改的年报', en: 'Corrected reports' },
  'burst.mended': { zh: '均已整改', en: 'all corrected' },
  'burst.more': { zh: '还有{n}份未列出，请在网页上查看。', en: '{n:report is|reports are} not listed; see the page.' },
  'burst.somewhere': NAMES.regionUnknown,

  'digest.title': { zh: '{scope} · {year}年度', en: '{scope} · {year}' },
  'digest.more': { zh: '还有{n}个地区，请在网页上查看。', en: '{n:more region|more regions}; see the page.' },
  'digest.caption': { zh: '各地区情况', en: 'By region' },
  'digest.region': NAMES.region,
  'digest.passed': asHead(STATUS_WORDS.passed),
  'digest.failed': asHead(STATUS_WORDS.failed),
  'digest.incomplete': asHead(STATUS_WORDS.incomplete),
  'digest.unreadable': asHead(STATUS_WORDS.unreadable),
  'digest.missing': NAMES.missing,
  'digest.noRoster': { zh: '无名单', en: 'no roster' },
  'digest.rulesCaption': { zh: '最常见的问题', en: 'Commonest faults' },
  'digest.rule': NAMES.rule,
  'digest.reports': { zh: '年报份数', en: 'Reports' },
  'digest.first': { zh: '此为首次汇总，暂无增减对比。', en: 'This is the first digest: nothing to compare with.' },
  'digest.since': {
    zh: '括号内为较{day}汇总的增减数。',
    en: 'In brackets: the change since the digest of {day}.',
  },
  'digest.attached': {
    zh: '附件为问题清单（{n}处），可用 Excel、WPS 打开，按机关、年度、级别筛选。',
    en: 'Attached: {n:mistake|mistakes} as a sheet for Excel or WPS, to filter by agency, year and severity.',
  },
  'digest.tooMany': {
    zh: '有问题的年报过多，本次不附问题清单，请通过下面的链接按地区查看。',
    en: 'No sheet of mistakes is attached: there are too many. The link below leads to the reports by region.',
  },
  'digest.own': { zh: '{region}（不含下级地区）', en: '{region} without the regions below it' },
  'digest.unreadableNote': {
    zh: '无法识别的文件不能确定所属地区，仅计入全部年报的汇总。',
    en: 'Unreadable files name no region; only the digest of all reports counts them.',
  },
  'digest.missingNote': {
    zh: '“未报送”按上传的单位名单统计；未上传名单的地区注明“无名单”。',
    en: '“Missing” counts against the roster of agencies; a region without one says so.',
  },

  'scope.all': { zh: '全部年报', en: 'all reports' },
  'scope.region': { zh: '{region}及所属地区的年报', en: 'reports of {region} and everything under it' },
  'scope.level': { zh: '{scope}（仅{level}）', en: '{scope} ({level} only)' },
  'scope.agency': { zh: '{agency}的年报', en: 'reports of {agency}' },
  'scope.prefix': { zh: '名称以“{prefix}”开头的文件', en: 'files whose name starts with “{prefix}”' },
  'confirm.scope': { zh: '范围：{scope}', en: 'Scope: {scope}' },

  'footer.why': {
    zh: '您收到此邮件，是因为您订阅了：{scope}。',
    en: 'You get this because you subscribed to: {scope}.',
  },
  'footer.stop': NAMES.unsubscribe,
  'footer.automatic': {
    zh: '本邮件由系统自动发送，请勿直接回复；如有疑问请联系管理单位。',
    en: 'This mail was sent by a program; please do not reply, but ask your administrator.',
  },
} as const satisfies Record<string, Text>;

/** The name of a phrase; a mail cannot ask for one that is not there. */
export type Phrase = keyof typeof PHRASES;
export const WORDS: Readonly<Record<Phrase, Text>> = PHRASES;
