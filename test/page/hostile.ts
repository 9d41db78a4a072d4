/** A report in which every text that a page shows tries to be markup. */
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { record } from '../query/records.ts';

const EVIL = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">坏</a>`;

export function hostileReport(): ReportRecord {
  const cells = ['requests.received.total', 'requests.granted.total'] as const;
  const evil = finding({
    rule: 'NAR.REQ',
    cells: [cells[0]],
    message: { zh: EVIL, en: EVIL },
    hint: { zh: EVIL, en: EVIL },
    basis: { zh: EVIL, en: EVIL },
    expected: EVIL,
    actual: EVIL,
    source: [{ line: 3, text: EVIL, place: { line: 3 } }],
  });
  return record(
    `${EVIL}.txt`,
    { raw: { [cells[1]]: EVIL }, cells: { [cells[1]]: null }, report: { agency: EVIL, title: EVIL } },
    { findings: [evil] },
  );
}
