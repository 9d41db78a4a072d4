import * as fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import { cellAddresses, FORM_EDITIONS } from '../../shared/domain/addresses.ts';
import { OUTPUT_LANGUAGES } from '../../shared/output/language.ts';
import { html } from '../../shared/output/markup.ts';
import { reportPage } from '../../shared/output/page/report.ts';
import { finding } from '../output/results.ts';
import { record } from '../query/records.ts';
import { faultyReport } from './demo.ts';
import { view, voice } from './view.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const elements = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) => [...(isElement(child) ? [child] : []), ...elements(child)]);
const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const textOf = (node: Node): string => ('value' in node ? String(node.value) : childrenOf(node).map(textOf).join(''));

const NO_LIST = { zh: '没有单位名录。', en: 'There is no list of agencies.' };

describe('the template', () => {
  test('whatever is put into content or an attribute is text there and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('<script>', '"onerror=', "'", '&lt;', '</p>'),
        (some, evil) => {
          // The parser itself drops NUL and makes one line feed of CR LF.
          const text = `${some}${evil}`.replaceAll(/[\0\r]/g, '');
          const [p, ...others] = elements(parse(String(html`<p title="${text}">${text}</p>`))).slice(3);
          expect(others).toEqual([]);
          expect([p && attribute(p, 'title'), p && textOf(p)]).toEqual([text, text]);
        },
      ),
    );
  });
});

/** Columns that every row of a table covers, with the cells that reach into it from above. */
function widths(table: Element): number[] {
  const reaching: number[] = [];
  return elements(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => {
      let column = 0;
      for (const cell of elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
        while ((reaching[column] ?? 0) > 0) column++;
        const columns = Number(attribute(cell, 'colspan') ?? 1);
        const rows = Number(attribute(cell, 'rowspan') ?? 1);
        for (let i = 0; i < columns; i++) reaching[column++] = rows;
      }
      const covered = reaching.filter((rows) => rows > 0).length;
      for (const [i, rows] of reaching.entries()) reaching[i] = Math.max(0, rows - 1);
      return covered;
    });
}

describe.each(FORM_EDITIONS)('the tables of %s', (format) => {
  const claims = [
    'requests.received.total',
    'requests.granted.total',
    'requests.denied.internalAffairs.total',
  ] as const;
  const findings = claims.map((address, i) =>
    finding({
      rule: 'NAR.REQ',
      cells: [address],
      fingerprint: `n${i}`,
      source: [{ line: 9, text: `第${i}句`, place: { line: 9 } }],
    }),
  );

  test('have every cell of the form once, and every row covers the same columns', async () => {
    const made = record('a.txt', { report: { format } }, { findings });
    const document = parse(reportPage(view(made), await voice()));
    const tables = elements(document).filter(({ tagName }) => tagName === 'table');
    const ids = tables.flatMap(elements).flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.sort()).toEqual(
      cellAddresses(format)
        .map((address) => `cell-${address}`)
        .sort(),
    );
    expect(tables.map((table) => [...new Set(widths(table))])).toEqual([[7], [10], [15]]);
    const sentences = elements(document)
      .filter((element) => attribute(element, 'class') === 'claim')
      .map(textOf);
    expect(sentences).toEqual(['正文：第0句 ', '正文：第1句 ', '正文：第2句 ']);
    expect(
      tables
        .map(textOf)
        .join('')
        .match(/[(（]/g)
        ?.filter((bracket) => bracket === '('),
    ).toEqual([]);
  });
});

describe('a faulty report', () => {
  test.each(OUTPUT_LANGUAGES)(
    'in %s: every link within the page leads somewhere, every id is there once',
    async (language) => {
      const all = elements(parse(reportPage(view(faultyReport()), await voice(language))));
      const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = all.flatMap((element) => attribute(element, 'href') ?? []).filter((href) => href.startsWith('#'));
      expect(targets.length).toBeGreaterThan(20);
      expect(targets.filter((target) => !ids.includes(target.slice(1)))).toEqual([]);
    },
  );

  test.each([
    ['zh', NO_LIST, undefined, '没有单位名录。'],
    ['zh-Hant', NO_LIST, undefined, '沒有單位名錄。'],
    ['en', NO_LIST, undefined, 'There is no list of agencies.'],
    ['zh-Hant', NO_LIST.zh, undefined, '沒有單位名錄。'],
    ['en', NO_LIST.zh, 'zh-Hans', '没有单位名录。'],
  ] as const)(
    'in %s the reason %o for an undecided rule is in its language, or marked as Chinese where it was stored so',
    async (language, stored, lang, reason) => {
      const made = record('c.txt', {}, {});
      const result = { ...made.result, undecided: [{ rule: 'XAG.ABSENT', reason: stored }] };
      const all = elements(parse(reportPage(view({ ...made, result }), await voice(language))));
      const told = all.find((element) => element.tagName === 'span' && textOf(element) === reason);
      expect([told && textOf(told), told && attribute(told, 'lang')]).toEqual([reason, lang]);
    },
  );

  test('shows what was not read and what was blank, and neither as 0', async () => {
    const all = elements(parse(reportPage(view(faultyReport()), await voice())));
    const cell = (address: string) => {
      const found = all.find((element) => attribute(element, 'id') === `cell-${address}`);
      return found && textOf(found).replace(/\d+$/, '');
    };
    expect(cell('requests.other.feeUnpaid.otherOrganization')).toContain('未读出');
    expect(cell('requests.denied.stateSecret.enterprise')).toBe('—');
  });

  test('a dismissed finding marks no cell and says who dismissed it', async () => {
    const faulty = record('b.txt', {}, { findings: [finding()] });
    const decision = { decision: 'dismissed', remark: '已核对', by: '张三', at: '2026-01-01T00:00:00Z' } as const;
    const page = reportPage(view(faulty, { decisions: new Map([[finding().fingerprint, decision]]) }), await voice());
    expect(page).toMatch(/已排除.*张三.*已核对/);
    expect(page).not.toContain('data-findings');
  });

  test('a table without a fault is folded, one that was not read is not drawn as question marks', async () => {
    const whole = record('d.txt', {}, { findings: [] });
    expect(reportPage(view(whole), await voice()).match(/<details class="table folded">/g)).toHaveLength(3);
    const { report } = whole.result;
    if (!report) throw new Error('no report');
    report.tables.requests = { ...report.tables.requests, state: 'missing' };
    const page = reportPage(view(whole), await voice());
    expect(page).not.toContain('cell-requests.');
    expect(page).toContain('文件中没有找到这张表');
  });

  test('several findings of one slip are one item, with the cell, what is printed and what would fit', async () => {
    const findings = ['a', 'b'].map((fingerprint) => finding({ fingerprint }));
    const mistake = {
      severity: 'error',
      message: { zh: '一处笔误', en: 'One slip' },
      suspects: [{ cell: 'requests.total.naturalPerson', reported: 13, repaired: 14 }],
      findings: ['a', 'b'],
    } as const;
    const slip = record(
      'e.txt',
      {},
      { findings, mistakes: [{ ...mistake, suspects: [...mistake.suspects], findings: [...mistake.findings] }] },
    );
    const all = elements(parse(reportPage(view(slip), await voice())));
    const items = all.filter((element) => attribute(element, 'class') === 'mistakes').flatMap(elements);
    expect(items.filter((element) => attribute(element, 'value') !== undefined)).toHaveLength(1);
    expect(items.map(textOf).join()).toContain('填报13，请核实是否为14');
    expect(all.filter(({ tagName }) => tagName === 'article')).toHaveLength(1);
  });

  test.each([
    ['passed', /通过核对，无需处理/],
    ['incomplete', /不能视为通过/],
    ['unreadable', /请上传可识别的文件/],
  ] as const)('%s: one line says what to do', async (status, words) => {
    const edit = status === 'unreadable' ? { status, report: null } : { status };
    expect(reportPage(view(record('f.txt', {}, edit)), await voice())).toMatch(words);
  });

  test('a pass by dismissal says so', async () => {
    const decision = { decision: 'dismissed', remark: '误报', by: '张三', at: '2026-01-01T00:00:00Z' } as const;
    const made = view(record('g.txt', {}, { findings: [finding()] }), {
      status: 'passed',
      decisions: new Map([[finding().fingerprint, decision]]),
    });
    expect(reportPage(made, await voice())).toContain('有1处问题经复核排除');
  });

  test('years become charts with their numbers in words', async () => {
    const years = [2021, 2022, 2023].map((year, i) => ({ year, cells: { 'requests.received.total': 10 * i } }));
    const page = reportPage(view(record('c.txt'), { years }), await voice());
    expect(page).toContain('aria-label="新收申请: 2021 0, 2022 10, 2023 20"');
  });
});

test('what the reader left out is said, and a report stored before that was kept is shown', async () => {
  const made = record('h.xlsx', { report: { notes: [NOTES.hiddenRows(2)] } });
  expect(reportPage(view(made), await voice())).toContain('隐藏的行没有读取（2行）。');
  const older = structuredClone(made);
  delete older.result.report?.notes;
  expect(reportPage(view(older), await voice())).not.toContain('读取说明');
});
