/** Every fixed phrase of the mails. `{n}` is a value, `{n:error|errors}` a value with its noun; see `voice.ts`. */

import type { Text } from '../domain/labels.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from '../output/words.ts';

export const WORDS: Readonly<Record<string, Text>> = {
  'service.name': { zh: '勾稽 · 政府信息公开年报核对', en: 'gouji · annual report check' },

  'finding.manyLines': { zh: '{lines}…', en: '{lines} …' },
  comma: { zh: '、', en: ', ' },

  'severity.error': SEVERITY_WORDS.error,
  'severity.warning': SEVERITY_WORDS.warning,
  'severity.notice': SEVERITY_WORDS.notice,
  'status.unreadable': STATUS_WORDS.unreadable,
  'fresh.new': { zh: '新发现', en: 'new' },
  'fresh.changed': { zh: '数字变了，仍未对上', en: 'changed, still wrong' },
  'fresh.still': { zh: '上次已指出', en: 'told before' },

  'name.year': { zh: '{agency} {year}年', en: '{agency} {year}' },
  'name.noYear': { zh: '{agency}（年度不明）', en: '{agency} (year unknown)' },
  'name.noAgency': { zh: '未写明机关', en: 'body not named' },

  'subject.failed': {
    zh: '【待改正】{name}年报：{errors}处错误',
    en: 'To correct: {name} report, {errors:error|errors}',
  },
  'subject.unreadable': { zh: '【读不出】{file}：不是可核对的年报', en: 'Unreadable: {file}' },
  'subject.changed': {
    zh: '【待改正】{name}年报：{errors}处错误（新{fresh}，变化{changed}，已改正{mended}）',
    en: 'To correct: {name} report, {errors:error|errors} ({fresh} new, {changed} changed, {mended} mended)',
  },
  'subject.clear': { zh: '【已改正】{name}年报：没有错误了', en: 'All clear: {name} report, no errors left' },
  'subject.burst': {
    zh: '【待改正】{where}：{reports}份年报要处理，共{errors}处错误',
    en: 'To correct: {where}, {reports:report|reports}, {errors:error|errors}',
  },
  'subject.digest': {
    zh: '【每日汇总】{scope} {year}年度年报：{failed}份有错误，{unreadable}份读不出',
    en: 'Daily digest: {scope}, reports for {year}: {failed} with errors, {unreadable} unreadable',
  },
  'subject.confirm': { zh: '请确认：是否接收年报核对通知', en: 'Please confirm: mails about annual reports' },

  'lead.failed': {
    zh: '请更正下列{errors}处错误，并在报告页面上传更正后的文件（文件名不限）；上传后立即重新核对。',
    en: 'Please correct the {errors:error|errors} below and upload the corrected file on the page of the report, whatever it is called; it is checked again at once.',
  },
  'lead.unreadable': {
    zh: '请在报告页面上传可识别的文件（文件名不限）；该文件中未识别出年度报告。',
    en: 'Please upload a readable file on the page of the report, whatever it is called; no annual report was found in this one.',
  },
  'lead.changed': {
    zh: '仍有{errors}处错误需更正，请在报告页面上传更正后的文件（文件名不限）。与上次相比：新增{fresh}处，数据有变化{changed}处，已整改{mended}处。',
    en: 'There is still work to do: {errors:error|errors}. Please upload the corrected file on the page of the report, whatever it is called. Since the last mail {fresh} new, {changed} changed, {mended} corrected.',
  },
  'lead.clear': {
    zh: '不用再做什么：上次指出的问题都已改好或经复核不算错误，报告已通过核对。',
    en: 'Nothing more to do: what was told before is mended, and the report has passed.',
  },
  'lead.burst': {
    zh: '请逐份处理下表中的{reports}份年报，更正后在各报告页面上传（文件名不限）。',
    en: 'Please go through the {reports:report|reports} below, and upload each corrected file on the page of its report.',
  },
  'lead.burstClear': {
    zh: '不用再做什么：下表中的{reports}份年报都已改好，通过了核对。',
    en: 'Nothing more to do: the {reports:report|reports} below are mended and have passed.',
  },
  'lead.digest': {
    zh: '请督促有错误、读不出和未报送的单位；下面是截至{day}的情况。',
    en: 'Please follow up the bodies whose reports have errors, are unreadable or missing; this is how things stand on {day}.',
  },
  'lead.digestCalm': {
    zh: '不用做什么：截至{day}，没有要处理的年报。',
    en: 'Nothing to do: on {day} no report needs attention.',
  },
  'lead.confirm': {
    zh: '要接收年报核对通知，请在{days}天内点下面的按钮确认；没有申请过的话，不用理会这封信，以后也不会再收到。',
    en: 'To get mails about annual reports, press the button below within {days} days. If you did not ask for them, ignore this mail; you will get no other.',
  },

  'facts.file': { zh: '文件：{file}', en: 'File: {file}' },
  'facts.beside': { zh: '另有：{parts}', en: 'Besides: {parts}' },
  'facts.warnings': { zh: '{n}处疑点', en: '{n:warning|warnings}' },
  'facts.notices': { zh: '{n}条提示', en: '{n:notice|notices}' },
  'facts.more': {
    zh: '还有{n}处没有列在这封信里，请到网页上看全部。',
    en: '{n:finding is|findings are} not in this mail; the page has them all.',
  },
  'facts.marks': { zh: '表中用“✗”标出要核对的格。', en: 'In the tables ✗ marks the cells to look at.' },
  'link.report': {
    zh: '打开报告页面：查看全部结果、上传更正后的文件',
    en: 'Open the page of the report: see everything, upload the corrected file',
  },
  'link.list': { zh: '在网页上看这些年报', en: 'See these reports on the page' },
  'link.confirm': { zh: '确认接收', en: 'Confirm' },

  'mended.heading': { zh: '已经改正（{n}处）', en: 'Mended ({n})' },
  'open.heading': { zh: '还要处理（{n}处）', en: 'Still to do ({n})' },
  'mended.more': { zh: '等共{n}处', en: 'and others, {n} in all' },

  'finding.cause': { zh: '可能的原因：{cause}', en: 'Likely cause: {cause}' },
  'finding.advice': { zh: '怎么办：{cause}', en: 'What to do: {cause}' },
  'finding.basis': { zh: '依据：{basis}', en: 'Basis: {basis}' },
  'finding.line': { zh: '原文第{line}行', en: 'line {line} of the report' },
  'finding.rule': { zh: '规则 {rule}', en: 'Rule {rule}' },
  'finding.ruleAndLines': { zh: '规则 {rule} · 原文第{lines}行', en: 'Rule {rule} · line {lines} of the report' },
  'excerpt.unread': { zh: '未读出', en: 'not read' },
  'excerpt.blank': { zh: '空白', en: 'blank' },
  'excerpt.zeros': { zh: '（其余{rows}行为 0）', en: '({rows:row|rows} of 0 left out)' },
  'excerpt.more': { zh: '（还有{rows}行）', en: '({rows:more row|more rows})' },
  'sum.zeros': { zh: '（另有{zeros}个 0）', en: ' (and {zeros:zero|zeros})' },

  'burst.agency': { zh: '机关', en: 'Body' },
  'burst.year': { zh: '年度', en: 'Year' },
  'burst.errors': { zh: '错误', en: 'Errors' },
  'burst.first': { zh: '主要问题', en: 'First finding' },
  'burst.caption': { zh: '要处理的年报', en: 'Reports to deal with' },
  'burst.mended': { zh: '都已改正', en: 'all mended' },
  'burst.more': { zh: '还有{n}份没有列出，请到网页上看。', en: '{n:report is|reports are} not listed; see the page.' },
  'burst.somewhere': { zh: '地区不明', en: 'region unknown' },

  'digest.title': { zh: '{scope} · {year}年度', en: '{scope} · {year}' },
  'digest.more': { zh: '还有{n}个地区，请到网页上看。', en: '{n:more region|more regions}; see the page.' },
  'digest.caption': { zh: '各地区情况', en: 'By region' },
  'digest.region': { zh: '地区', en: 'Region' },
  'digest.passed': { zh: '通过', en: 'Passed' },
  'digest.failed': { zh: '有错误', en: 'With errors' },
  'digest.incomplete': { zh: '未读全', en: 'Incomplete' },
  'digest.unreadable': { zh: '读不出', en: 'Unreadable' },
  'digest.missing': { zh: '未报送', en: 'Missing' },
  'digest.noRoster': { zh: '无名单', en: 'no roster' },
  'digest.rulesCaption': { zh: '最常见的问题', en: 'Commonest faults' },
  'digest.rule': { zh: '规则', en: 'Rule' },
  'digest.reports': { zh: '年报份数', en: 'Reports' },
  'digest.first': { zh: '这是第一次汇总，没有上次可比。', en: 'This is the first digest: nothing to compare with.' },
  'digest.since': {
    zh: '括号里是与{day}汇总相比的增减。',
    en: 'In brackets: the change since the digest of {day}.',
  },
  'digest.own': { zh: '{region}本级', en: '{region} itself' },
  'digest.unreadableNote': {
    zh: '读不出的文件不知道属于哪个地区，只在全部年报的汇总里计数。',
    en: 'Unreadable files name no region; only the digest of all reports counts them.',
  },
  'digest.missingNote': {
    zh: '“未报送”按上传的单位名单计算；没有名单的地区写“无名单”。',
    en: '“Missing” counts against the roster of bodies; a region without one says so.',
  },

  'scope.all': { zh: '全部年报', en: 'all reports' },
  'scope.region': { zh: '{region}及所属地区的年报', en: 'reports of {region} and everything under it' },
  'scope.agency': { zh: '{agency}的年报', en: 'reports of {agency}' },
  'scope.prefix': { zh: '名称以“{prefix}”开头的文件', en: 'files whose name starts with “{prefix}”' },
  'confirm.scope': { zh: '范围：{scope}', en: 'Scope: {scope}' },

  'footer.why': { zh: '收到这封信，是因为订阅了：{scope}。', en: 'You get this because you subscribed to: {scope}.' },
  'footer.stop': { zh: '不再接收', en: 'Unsubscribe' },
  'footer.automatic': {
    zh: '这封信由程序自动发出，请不要直接回复。',
    en: 'This mail was sent by a program; please do not reply.',
  },
};
