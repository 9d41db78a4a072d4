/** What `npm start` prints. */

import { cleanLine } from '../../shared/mail/clean.ts';
import { itemsOf } from '../../shared/mistakes/items.ts';
import { pad } from '../../shared/output/width.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from '../../shared/output/words/common.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { LOCAL_BUCKET } from './storage.ts';

/** In S3 a name may have 1,024 bytes, line breaks among them. */
const LONGEST_NAME = 80;

/** One line a report: file, body, year, status, and the first mistake in words. */
export function reportLine({ key, result }: ReportRecord, columns: number): string {
  const { status, report, source } = result;
  const file = source.name === key ? key : source.name.slice(source.name.lastIndexOf('!/') + 2);
  const name = pad(cleanLine(file, LONGEST_NAME), columns);
  const body = [pad(report?.agency ?? '—', 20), report?.year ?? '—   '].join('  ');
  const [item, ...more] = itemsOf(result);
  const first = item ? `${SEVERITY_WORDS[item.severity].zh}：${item.message.zh}` : '';
  return [name, body, pad(STATUS_WORDS[status].zh, 8), first + (more.length > 0 ? `（另有 ${more.length} 项）` : '')]
    .join('  ')
    .trimEnd();
}

/** Where to go on. */
export function addressLines({ s3, api, mailbox }: { s3: string; api: string; mailbox: string }): string {
  return [
    '',
    `上传  aws --endpoint-url ${s3} s3 cp 报告.docx s3://${LOCAL_BUCKET}/`,
    `      （需要凭据和区域时任意填写：AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_REGION=us-east-1）`,
    `S3    ${s3}  （存储桶 ${LOCAL_BUCKET}）`,
    `查询  ${api}/reports`,
    `邮箱  ${mailbox}`,
    '',
    '按 Ctrl-C 结束；再次启动时接着处理。',
  ].join('\n');
}

export function print(line: string): void {
  progress('');
  console.log(line);
}

/** A line that the next one overwrites; only on a terminal. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
