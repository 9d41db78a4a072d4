import type { MediaType } from '../../document/types.ts';
import {
  cellAddresses,
  DISPUTE_BLOCKS,
  disputeBlock,
  type FormEdition,
  parseAddress,
  TABLES,
  type Table,
} from '../../domain/addresses.ts';
import { TABLE_LABELS, type Text } from '../../domain/labels.ts';
import { numberAt, proseOf, type Report } from '../../report/types.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleHeadings, exampleTables, placeOfPart } from '../example-data.ts';
import { isRunIntoText, unreadCells } from '../tables/unread.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Kinds of files that hold no pictures; in all others a table may be one, and nobody sees it in the text. */
const WITHOUT_PICTURES: readonly MediaType[] = ['text/plain', 'text/markdown'];
const UPLOAD_REAL_TABLES = {
  zh: '如果报表是图片或附件，请上传含有真实表格（可选中文字）的网页或Word文件。',
  en: 'If the tables are pictures or attachments, upload a page or a Word file with real tables.',
};

export const rule: Rule = {
  id: 'STR.TABLES',
  title: { zh: '报表缺失或不完整', en: 'Not all three tables are there' },
  severity: 'error',
  about: 'cells',
  why: { zh: '三张报表是报告的主体，没有报表就没有可核对的数据。', en: 'The three tables are the core of the report.' },
  falseAlarm: {
    zh: '报表是图片或附件；已读到行名而读不出数字的，作未定。',
    en: 'Tables as pictures or attachments; where labels were read and no numbers the rule is undecided.',
  },
  basis: FORM_2021,
  check({ report }) {
    const without = TABLES.filter((table) => !hasNumbers(report, table));
    const unread = without.filter((table) => isUnread(report, table));
    const pictures = without.filter((table) => !unread.includes(table) && mayBePicture(report, table));
    const missing = without.filter((table) => !unread.includes(table) && !pictures.includes(table));
    const reasons = [...unread.map((table) => notTakenApart(report, table)), ...pictures.map(aPicture)];
    if (missing.length === TABLES.length) return decided([noTables(report)]);
    const faults = [
      ...missing.map((table) => toFault(report, table)),
      ...pictures.map((table) => toPictureFault(report, table)),
    ];
    return decided(faults, reasons);
  },
  examples: () => [
    { title: 'three tables', outcome: 'pass' },
    {
      title: 'one table missing, with its heading',
      report: {
        headings: withoutHeading('disputes'),
        tables: exampleTables('2021-30', { disputes: { state: 'missing' } }),
      },
      outcome: { fails: [{ expected: 3, actual: 2, hint: UPLOAD_REAL_TABLES }] },
    },
    {
      title: 'one table missing under its heading in a text, which holds no pictures',
      report: { tables: exampleTables('2021-30', { requests: { state: 'missing' } }) },
      text: { requests: [] },
      outcome: {
        fails: [
          {
            expected: 3,
            actual: 2,
            evidence: [{ place: placeOfPart('requests'), text: '三、收到和处理政府信息公开申请情况' }],
          },
        ],
      },
    },
    {
      title: 'one table missing under its heading on a page: probably a picture',
      report: { mediaType: 'text/html', tables: exampleTables('2021-30', { requests: { state: 'missing' } }) },
      text: { requests: [] },
      outcome: {
        fails: [
          {
            code: 'PICTURE',
            severity: 'warning',
            evidence: [{ place: placeOfPart('requests'), text: '三、收到和处理政府信息公开申请情况' }],
          },
        ],
      },
    },
    {
      title: 'labels without numbers in every table: not read is not missing',
      report: { tables: allTables('labels') },
      outcome: 'undecided',
    },
  ],
  cases: () => [
    {
      title: 'no table at all under three headings: pictures or attachments, and yet not passed in silence',
      report: { tables: allTables('missing') },
      outcome: { fails: [{ code: 'NONE', expected: 3, actual: 0, hint: UPLOAD_REAL_TABLES }] },
    },
    {
      title: 'no table at all on a page: all three are probably pictures',
      report: { mediaType: 'text/html', tables: allTables('missing') },
      text: { proactive: [], requests: [], disputes: [] },
      outcome: { fails: [{ code: 'PICTURE' }, { code: 'PICTURE' }, { code: 'PICTURE' }] },
    },
    {
      title: 'a table whose cells were run into one line',
      report: { tables: exampleTables('2021-30', { proactive: { state: 'missing' } }) },
      text: {
        proactive: ['二、主动公开政府信息情况第二十条第(一)项信息内容本年制发件数本年废止件数现行有效件数规章000'],
      },
      outcome: 'undecided',
    },
    {
      title: 'one table with labels only',
      report: {
        tables: exampleTables('2021-30', {
          requests: { state: 'labels', notes: [{ zh: '各行重复的数字已丢失。', en: 'Repeated numbers are lost.' }] },
        }),
      },
      outcome: 'undecided',
    },
    {
      title: 'a table in which every cell is blank',
      cells: Object.fromEntries(DISPUTE_BLOCKS.flatMap(disputeBlock).map((address) => [address, null])),
      outcome: { fails: [{ expected: 3, actual: 2 }] },
    },
    {
      title: 'digits in the cells, and none of them a number',
      cells: Object.fromEntries(DISPUTE_BLOCKS.flatMap(disputeBlock).map((address) => [address, null])),
      raw: { 'disputes.reconsideration.total': '03' },
      outcome: 'undecided',
    },
    {
      title: 'blanks only, and the other cells were not read',
      cells: Object.fromEntries(
        DISPUTE_BLOCKS.flatMap(disputeBlock).map((address, i) => [address, i % 2 ? undefined : null]),
      ),
      outcome: 'undecided',
    },
    {
      title: 'the same in Markdown',
      report: { mediaType: 'text/markdown', tables: exampleTables('2021-30', { requests: { state: 'missing' } }) },
      text: { requests: [] },
      outcome: { fails: [{ expected: 3, actual: 2 }] },
    },
    {
      title: 'one table missing on a page, under a heading with words of its own',
      report: { mediaType: 'text/html', tables: exampleTables('2021-30', { disputes: { state: 'missing' } }) },
      outcome: { fails: [{ expected: 3, actual: 2 }] },
    },
    {
      title: 'one table missing on a page, and its heading too',
      report: {
        mediaType: 'text/html',
        headings: withoutHeading('requests'),
        tables: exampleTables('2021-30', { requests: { state: 'missing' } }),
      },
      text: { requests: [] },
      outcome: { fails: [{ expected: 3, actual: 2 }] },
    },
    {
      title: 'one table on a page with labels only',
      report: { mediaType: 'text/html', tables: exampleTables('2021-30', { requests: { state: 'labels' } }) },
      text: { requests: [] },
      outcome: 'undecided',
    },
    { title: 'a table with one blank', cells: { 'disputes.reconsideration.total': null }, outcome: 'pass' },
  ],
};

const addressesOf = (table: Table, format: FormEdition) =>
  cellAddresses(format).filter((address) => parseAddress(address).table === table);
const addressesIn = (format: FormEdition) => ({
  proactive: addressesOf('proactive', format),
  requests: addressesOf('requests', format),
  disputes: addressesOf('disputes', format),
});
const ADDRESSES = { '2021-30': addressesIn('2021-30'), '2019-60': addressesIn('2019-60') };

function hasNumbers(report: Report, table: Table): boolean {
  return ADDRESSES[report.format][table].some((address) => typeof numberAt(report, address) === 'number');
}

/** Printed, as labels or run into lines of text, and not taken apart, or only in part. */
function isUnread(report: Report, table: Table): boolean {
  const { state } = report.tables[table];
  if (state === 'missing') return isRunIntoText(report, table);
  return (
    state === 'labels' ||
    unreadCells(report).some((address) => parseAddress(address).table === table) ||
    ADDRESSES[report.format][table].some((address) => /\d/.test(report.cells.get(address)?.raw ?? ''))
  );
}

function notTakenApart(report: Report, table: Table): Text {
  const { state, notes } = report.tables[table];
  const label = TABLE_LABELS[table];
  const inOneLine = state === 'missing';
  return {
    zh: `“${label.zh}”的表格${inOneLine ? '连成了一行，' : ''}未能读取数字，本表各项没有核对。${notes.map(({ zh }) => zh).join('')}请上传带表格的网页或Word。`,
    en: `${label.en}${inOneLine ? ' was run into one line' : ''}: no numbers were read, and nothing in it was checked. ${notes.map(({ en }) => `${en} `).join('')}Upload the page or the Word file with its table.`,
  };
}

function aPicture(table: Table): Text {
  const { zh, en } = TABLE_LABELS[table];
  return {
    zh: `“${zh}”下没有读到表格，可能是图片或附件。`,
    en: `No table was read under its heading: ${en}. It may be a picture or an attachment.`,
  };
}

function mayBePicture(report: Report, table: Table): boolean {
  return (
    report.tables[table].state === 'missing' &&
    !WITHOUT_PICTURES.includes(report.mediaType) &&
    report.headings.some(({ part }) => part === table) &&
    proseOf(report, table).length === 0
  );
}

function noTables(report: Report): Fault {
  return {
    code: 'NONE',
    message: {
      zh: '三张报表都没有读到，无法核对任何数据。',
      en: 'None of the three tables could be read: nothing can be checked.',
    },
    hint: UPLOAD_REAL_TABLES,
    expected: 3,
    actual: 0,
    evidence: headingsOf(report, TABLES),
  };
}

function toFault(report: Report, table: Table): Fault {
  const isMissing = report.tables[table].state === 'missing';
  const label = TABLE_LABELS[table];
  return {
    message: {
      zh: `“${label.zh}”${isMissing ? '缺少报表' : '的报表没有填任何数字'}。`,
      en: `${label.en}: ${isMissing ? 'the table is missing' : 'no number is filled in'}.`,
    },
    hint: UPLOAD_REAL_TABLES,
    expected: TABLES.length,
    actual: TABLES.filter((other) => hasNumbers(report, other)).length,
    evidence: headingsOf(report, [table]),
  };
}

function toPictureFault(report: Report, table: Table): Fault {
  return {
    code: 'PICTURE',
    severity: 'warning',
    message: {
      zh: `“${TABLE_LABELS[table].zh}”标题下没有读到表格，可能是图片或附件，数据未核对。`,
      en: `${TABLE_LABELS[table].en}: nothing below the heading, probably a picture or an attachment; not checked.`,
    },
    hint: UPLOAD_REAL_TABLES,
    evidence: headingsOf(report, [table]),
  };
}

function headingsOf(report: Report, tables: readonly Table[]): NonNullable<Fault['evidence']> {
  return report.headings
    .filter(({ part }) => (tables as readonly string[]).includes(part))
    .map(({ text, place }) => ({ text, place }));
}

function allTables(state: 'missing' | 'labels'): Report['tables'] {
  return exampleTables('2021-30', { proactive: { state }, requests: { state }, disputes: { state } });
}

function withoutHeading(table: Table): Report['headings'] {
  return exampleHeadings((heading) => (heading.part === table ? null : heading));
}
