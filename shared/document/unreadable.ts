import type { Text } from '../domain/labels.ts';

/** Why a file is no readable report. Each is the id of the single finding of an `unreadable` result. */
export const UNREADABLE = {
  'FILE.EMPTY': {
    what: { zh: '文件是空的，没有任何内容。', en: 'The file is empty.' },
    hint: { zh: '请重新导出报告后再上传。', en: 'Export the report again and upload it.' },
  },
  'FILE.TOO-LARGE': {
    what: { zh: '文件超过大小上限。', en: 'The file is over the size limit.' },
    hint: { zh: '请上传不含图片的Word文件或网页。', en: 'Upload the Word file or the page without pictures.' },
  },
  'FILE.KIND': {
    what: { zh: '无法识别的文件类型。', en: 'The kind of this file is not known.' },
    hint: {
      zh: '请上传网页(HTML)、Word、PDF、Excel、ODT或文本文件。',
      en: 'Upload a web page, a Word, PDF, Excel, ODT or text file.',
    },
  },
  'FILE.DAMAGED': {
    what: { zh: '文件已损坏，无法打开。', en: 'The file is damaged and cannot be opened.' },
    hint: { zh: '请用原软件打开后另存一份再上传。', en: 'Open it in its own program, save a copy and upload that.' },
  },
  'FILE.ENCRYPTED': {
    what: { zh: '文件已加密。', en: 'The file is encrypted.' },
    hint: { zh: '请去掉打开密码后再上传。', en: 'Remove the password and upload it again.' },
  },
  'FILE.PICTURES': {
    what: { zh: '文件只有图片，没有文字层。', en: 'The file holds pictures only, no text.' },
    hint: { zh: '请上传报告的Word文件。', en: 'Upload the Word file of the report.' },
  },
  'FILE.GARBLED': {
    what: {
      zh: '文件中的文字无法识别：所用字体没有说明字符编码。',
      en: 'The text of the file cannot be recognised: its fonts do not say which characters they print.',
    },
    hint: {
      zh: '请上传报告的Word文件，或从Word重新导出PDF。',
      en: 'Upload the Word file, or export the PDF from it again.',
    },
  },
  'FILE.BOMB': {
    what: { zh: '文件展开后过大或结构异常，已停止读取。', en: 'The file unpacks to too much, or nests too deep.' },
    hint: { zh: '请用原软件另存一份再上传。', en: 'Save a copy from its own program and upload that.' },
  },
  'FILE.NOT-PROCESSED': {
    what: { zh: '这个文件没有处理完。', en: 'The file could not be processed.' },
    hint: {
      zh: '请用原软件另存一份再上传；仍然如此时请联系管理员。',
      en: 'Save a copy from its own program and upload that; if it stays so, ask the operator.',
    },
  },
  'FILE.NOT-REPORT': {
    what: {
      zh: '这不是政府信息公开工作年度报告。',
      en: 'This is no annual report on government information disclosure.',
    },
    hint: { zh: '请核对上传的是否为年度报告全文。', en: 'Check that the whole annual report was uploaded.' },
  },
  'FILE.NOTICE': {
    what: {
      zh: '这是关于编制年度报告的通知，不是报告本身。',
      en: 'This is a notice on how to write the report, not a report.',
    },
    hint: { zh: '请上传报告全文。', en: 'Upload the report itself.' },
  },
  'FILE.TWO-REPORTS': {
    what: {
      zh: '文件中并列了两个年度或两个单位的报表，不是一份年度报告。',
      en: 'Two years or two agencies stand side by side in this file: it is not one annual report.',
    },
    hint: { zh: '请将每份年度报告单独上传。', en: 'Upload each annual report as a file of its own.' },
  },
  'FILE.HALF-YEAR': {
    what: {
      zh: '这是半年或季度统计，不是年度报告。',
      en: 'These are half-year or quarterly figures, not an annual report.',
    },
    hint: { zh: '请上传全年的报告。', en: 'Upload the report for the whole year.' },
  },
  'FILE.SUMMARY': {
    what: { zh: '这是政务公开工作总结，不是年度报告。', en: 'This is a work summary, not an annual report.' },
    hint: { zh: '请上传按国办格式编制的年度报告。', en: 'Upload the annual report in the official form.' },
  },
  'FILE.OLD-FORM': {
    what: {
      zh: '这是2018年度或更早的报告，没有现行三张报表。',
      en: 'This is a report for 2018 or before, without the three official tables.',
    },
    hint: { zh: '本工具检查2019年度及以后的报告。', en: 'Reports for 2019 and later can be checked.' },
  },
} as const satisfies Record<string, { what: Text; hint: Text }>;
export type UnreadableReason = keyof typeof UNREADABLE;

/** A page with the title of a report and nothing else: the text was an attachment or a picture, or was not saved. */
export const ONLY_TITLE: { what: Text; hint: Text } = {
  what: {
    zh: '只读到标题，正文未读到（可能是附件或图片）。',
    en: 'Only the title was read and no text, which may be an attachment or a picture.',
  },
  hint: { zh: '请上传全文。', en: 'Upload the whole report.' },
};

/** Thrown by every reader when a file holds no readable report; the caller stores it as an `unreadable` result. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason;
  /** What was seen, for example the size or the parser's own message. */
  readonly detail: string | null;
  /** What to say in place of the words of the reason, where more is known. */
  words: { what: Text; hint: Text } | null = null;

  constructor(reason: UnreadableReason, detail: string | null = null, options?: ErrorOptions) {
    super(detail === null ? UNREADABLE[reason].what.en : `${UNREADABLE[reason].what.en} (${detail})`, options);
    this.name = 'UnreadableError';
    this.reason = reason;
    this.detail = detail;
  }
}
