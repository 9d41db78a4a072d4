import { PARTS, type Part, type Report } from '../../report/types.ts';
import { ARTICLE_50, FORM_2021 } from '../basis.ts';
import { exampleHeadings, exampleTables, PROSE } from '../example-data.ts';
import { isOneLine } from '../tables/unread.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, undecided } from '../verdict.ts';
import { isHeadedInLine, PART_WORDS } from './parts.ts';

export const rule: Rule = {
  id: 'STR.SECTIONS',
  title: { zh: '六个部分缺失', en: 'Parts of the report missing' },
  severity: 'error',
  about: 'words',
  why: {
    zh: '六个部分是条例和格式规定的内容，缺一部分就不是完整的年度报告。',
    en: 'The law and the form prescribe six parts; without one of them the report is incomplete.',
  },
  falseAlarm: {
    zh: '网页把正文连成一行、或标题用了少见的名称而未被认出时；有内容而无标题的只作警告。',
    en: 'A page run into one line, or a heading under a rare name; content without a heading is only a warning.',
  },
  basis: { zh: `${ARTICLE_50.zh}、${FORM_2021.zh}`, en: `${ARTICLE_50.en}; ${FORM_2021.en}` },
  check({ report }) {
    const without = PARTS.filter(
      (part) => !report.headings.some((heading) => heading.part === part) && !isHeadedInLine(report, part),
    );
    const headless = without.filter((part) => hasContent(report, part));
    const missing = without.filter((part) => !headless.includes(part));
    if (missing.length > 0 && isOneLine(report)) {
      return undecided({
        zh: `正文和表格连成了一行，${namesOf(missing)}的标题未能分出，没有核对。请上传分行的网页或Word。`,
        en: `Text and tables were run into one line; the headings of ${namesOf(missing)} could not be told apart. Upload the page or the Word file with its lines.`,
      });
    }
    const faults: Fault[] = [];
    if (missing.length > 0) {
      const names = namesOf(missing);
      faults.push({
        message: {
          zh: `报告缺少${missing.length}个部分：${names}。`,
          en: `${missing.length} of the six parts missing: ${names}.`,
        },
        hint: {
          zh: '请按六个部分的标题补全；如果文件被截断，请重新上传全文。',
          en: 'Add the parts with their headings; if the file was cut off, upload the whole report.',
        },
        expected: namesOf(PARTS),
        actual: namesOf(PARTS.filter((part) => !missing.includes(part))),
      });
    }
    if (headless.length > 0 && !isOneLine(report)) {
      const names = namesOf(headless);
      faults.push({
        code: 'HEADING-LOST',
        severity: 'warning',
        message: {
          zh: `有内容但没有读到标题的部分：${names}，请补上标题。`,
          en: `Parts whose content is there without a heading: ${names}. Add the headings.`,
        },
        actual: names,
      });
    }
    return decided(faults);
  },
  examples: () => [
    { title: 'all six', outcome: 'pass' },
    {
      title: 'two parts missing, heading and content',
      report: { headings: headingsWithout('disputes', 'problems'), tables: tablesWithout() },
      text: { disputes: [], problems: [] },
      outcome: {
        fails: [
          {
            message: {
              zh: '报告缺少2个部分：“政府信息公开行政复议、行政诉讼情况”、“存在的主要问题及改进情况”。',
              en: '2 of the six parts missing: “政府信息公开行政复议、行政诉讼情况”、“存在的主要问题及改进情况”.',
            },
            actual: '“总体情况”、“主动公开政府信息情况”、“收到和处理政府信息公开申请情况”、“其他需要报告的事项”',
          },
        ],
      },
    },
    {
      title: 'headings only, the tables being pictures or attachments',
      report: {
        tables: exampleTables('2021-30', {
          proactive: { state: 'missing' },
          requests: { state: 'missing' },
          disputes: { state: 'missing' },
        }),
      },
      outcome: 'pass',
    },
    {
      title: 'a heading lost above its table',
      report: { headings: headingsWithout('requests') },
      outcome: { fails: [{ code: 'HEADING-LOST', severity: 'warning', actual: '“收到和处理政府信息公开申请情况”' }] },
    },
    {
      title: 'a heading lost where a file was made into text, its sub-headings left',
      report: { headings: headingsWithout('problems') },
      text: { disputes: [...PROSE.problems], problems: [] },
      outcome: { fails: [{ code: 'HEADING-LOST', severity: 'warning' }] },
    },
  ],
  cases: () => [
    {
      title: 'no heading of the first part',
      report: { headings: headingsWithout('overview') },
      text: { overview: [] },
      outcome: {
        fails: [{ message: { zh: '报告缺少1个部分：“总体情况”。', en: '1 of the six parts missing: “总体情况”.' } }],
      },
    },
    {
      title: 'headings lost above two tables',
      report: { headings: headingsWithout('proactive', 'disputes') },
      outcome: {
        fails: [{ code: 'HEADING-LOST', actual: '“主动公开政府信息情况”、“政府信息公开行政复议、行政诉讼情况”' }],
      },
    },
    {
      title: 'headings inside a line, as where a page was saved without its line ends',
      report: { headings: headingsWithout('problems', 'other') },
      text: {
        problems: ['总计0五、存在的主要问题和改进情况存在的问题：一是形式单一。六、其他需要报告的事项无。'],
        other: [],
      },
      outcome: 'pass',
    },
    {
      title: 'words of the frame of the page are no content',
      report: { headings: headingsWithout('other') },
      text: { head: ['收取信息处理费的标准'], other: [] },
      outcome: { fails: [{ expected: namesOf(PARTS) }] },
    },
  ],
};

function hasContent(report: Report, part: Part): boolean {
  if (part === 'proactive' || part === 'requests' || part === 'disputes') return report.tables[part].state === 'read';
  const { content } = PART_WORDS[part];
  return report.prose.some(({ plain, where }) => where !== 'head' && content?.test(plain));
}

function namesOf(parts: readonly Part[]): string {
  return parts.map((part) => `“${PART_WORDS[part].name}”`).join('、');
}

function headingsWithout(...parts: Part[]) {
  return exampleHeadings((heading) => (parts.includes(heading.part) ? null : heading));
}

function tablesWithout() {
  return exampleTables('2021-30', { disputes: { state: 'missing' } });
}
