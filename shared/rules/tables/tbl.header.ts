import { TABLES, type Table } from '../../domain/addresses.ts';
import { editDistance } from '../../domain/edit-distance.ts';
import { remembered } from '../../remembered.ts';
import { exampleTables, HEADERS, placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

/** What a header leaves when it is printed on two lines or in two cells, or loses its second line. */
const PIECES = new Set(
  (
    '本年新 本年收费金额 (单位:万元) 单位:万元 第二十条 自然 人 商业 企业 商业企 业 科研 机构 社会公益 组织 法律服务 ' +
    '总 计 结果 维持 纠正 其他 尚未 审结 未经复议 直接起诉 复议后 起诉'
  ).split(' '),
);
/** Shorter than this, a header is too short to be told from another. */
const SHORTEST = 4;

export const rule: Rule = {
  id: 'TBL.HEADER',
  title: { zh: '表头文字与官方不一致', en: 'Table header differs from the official form' },
  severity: 'notice',
  about: 'cells',
  why: { zh: '表头写错，读者会误解一整列。', en: 'A wrong head misleads about a whole column.' },
  falseAlarm: {
    zh: '转换时丢失的字；2019年版不核。',
    en: 'Characters lost in conversion; the form of 2019 is not compared.',
  },
  basis: {
    zh: '国办公开办函〔2021〕30号所附报告格式',
    en: 'Form of the report, 国办公开办函〔2021〕30号',
  },
  check({ report }) {
    // The trial form of 2019 was printed in many ways; only the form in force is compared word by word.
    if (report.format !== '2021-30') return notApplicable();
    return decided(
      TABLES.flatMap((table) => {
        const odd = new Map<string, Fault>();
        for (const { plain, text, place } of report.tables[table].headers) {
          const official = officialFor(table, plain);
          if (official !== null && !odd.has(plain)) odd.set(plain, toFault(plain, official, { text, place }));
        }
        return [...odd.values()];
      }),
    );
  },
  examples: () => [
    { title: 'the official words', outcome: 'pass' },
    {
      title: '现行有效件',
      report: withHeaders('proactive', ['现行有效件']),
      outcome: { fails: [{ expected: '现行有效件数', actual: '现行有效件' }] },
    },
    {
      title: 'a wrong character, printed twice, is one finding',
      report: withHeaders('proactive', ['本年处理绝对数量', '本年处理绝对数量']),
      outcome: {
        fails: [
          {
            expected: '本年处理决定数量',
            actual: '本年处理绝对数量',
            evidence: [{ place: placeOfPart('proactive', 50), text: '本年处理绝对数量' }],
          },
        ],
      },
    },
    {
      title: 'lost second lines',
      report: withHeaders('disputes', ['结果', '其他', '尚未', '总计']),
      outcome: 'pass',
    },
    {
      title: 'half of the words other',
      report: withHeaders('proactive', ['本年制作数量']),
      outcome: { fails: [{ expected: '本年制发件数', actual: '本年制作数量' }] },
    },
  ],
  cases: () => [
    {
      title: 'one header in two cells',
      report: withHeaders('requests', ['商业', '企业', '科研', '机构', '社会公益', '组织', '自然', '人']),
      outcome: 'pass',
    },
    {
      title: 'words that are like no official header',
      report: withHeaders('requests', ['(本列数据关系见下)', '数据1', '类别']),
      outcome: 'pass',
    },
    { title: 'the form of 2019', report: { format: '2019-60' }, outcome: 'notApplicable' },
    {
      title: 'the shortest header that is compared',
      report: withHeaders('disputes', ['结果维待']),
      outcome: { fails: [{ expected: '结果维持' }] },
    },
    { title: 'too short to be told from another', report: withHeaders('requests', ['自然入']), outcome: 'pass' },
  ],
};

/** The official header that this one must be meant for; `null` if it is official, a piece of one, or like none. */
function officialFor(table: Table, plain: string): string | null {
  return MEANT[table](plain);
}
const MEANT = {
  proactive: remembered((plain) => meant(HEADERS['2021-30'].proactive, plain)),
  requests: remembered((plain) => meant(HEADERS['2021-30'].requests, plain)),
  disputes: remembered((plain) => meant(HEADERS['2021-30'].disputes, plain)),
};

function meant(official: readonly string[], plain: string): string | null {
  if (official.includes(plain) || PIECES.has(plain) || plain.length < SHORTEST) return null;
  const near = official.map((header) => ({ header, distance: editDistance(header, plain) }));
  const [best] = near.sort((one, other) => one.distance - other.distance);
  return best && best.distance <= plain.length / 2 ? best.header : null;
}

function toFault(actual: string, expected: string, evidence: NonNullable<Fault['evidence']>[number]): Fault {
  return {
    message: {
      zh: `表头写成“${actual}”，官方格式为“${expected}”，请改正。`,
      en: `The header "${actual}" should read "${expected}".`,
    },
    expected,
    actual,
    evidence: [evidence],
  };
}

function withHeaders(table: Table, headers: readonly string[]) {
  const placed = headers.map((text, index) => ({ plain: text, text, place: placeOfPart(table, 50 + index) }));
  return { tables: exampleTables('2021-30', { [table]: { headers: placed } }) };
}
