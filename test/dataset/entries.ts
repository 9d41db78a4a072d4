/** Entries for the tests of the data set: both editions, the three states, and what a stranger may write. */
import type { Entry } from '../../shared/dataset/types.ts';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import type { Cell } from '../../shared/report/types.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';
import { finding, result, unreadable } from '../output/results.ts';

/** Texts that files must carry unchanged or harmless. */
export const HOSTILE = [
  '=1+1',
  '+SUM(A1)',
  '@cmd',
  '-2+3',
  '\t=1',
  ' =1',
  '＝1',
  'a,"b"',
  'a\r\nb',
  '<b>&amp;',
  '\u0001',
  '00123',
];

function entry(reportId: string, example: Partial<Example> = {}, edit: Partial<Entry> = {}): Entry {
  return {
    reportId,
    result: result({ report: exampleReport(example) }, example),
    agencyId: 'ag00000000000001',
    checkedOn: '2026-11-27',
    receivedAt: '2026-11-01T00:00:00.000Z',
    decisions: [],
    ...edit,
  };
}

export function manyEntries(): Entry[] {
  const cells = new Map<CellAddress, Cell>([
    ['requests.received.total', { value: 12.5, raw: '12.5', place: { line: 3, table: 1, row: 2, cell: 8 } }],
    ['requests.received.naturalPerson', { value: null, raw: '—', place: { line: 3, page: 2 } }],
    ['requests.total.total', { value: 0, raw: '0', place: { line: 9 }, by: 'sums' }],
    ['proactive.fees.amount', { value: -3, raw: '-3', place: { line: 4 }, by: 'picture' }],
  ]);
  const dismissed = {
    fingerprint: finding().fingerprint,
    decision: 'dismissed',
    remark: '=HYPERLINK("x")',
    by: '复核人',
    at: '2026-11-02T00:00:00.000Z',
  };
  return [
    entry('0123456789e123456789', {
      report: { regionCode: '360403', agency: '浔阳区人民政府', level: 'government', cells },
    }),
    entry('b'.repeat(20), { report: { format: '2019-60', year: 2019 } }, { decisions: [dismissed] }),
    ...HOSTILE.map((agency, i) =>
      entry(
        `c${String(i).padStart(19, '0')}`,
        { report: { agency, title: agency } },
        {
          result: result({
            report: exampleReport({ report: { agency, title: agency } }),
            findings: [finding({ message: { zh: agency, en: agency }, actual: agency })],
          }),
        },
      ),
    ),
    entry('d'.repeat(20), {}, { result: unreadable(), agencyId: null, receivedAt: null }),
  ];
}

export async function* streamed<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
