import { type CellAddress, parseAddress } from '../../domain/addresses.ts';
import { cellLabel } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { compare, evidenceOfClaim } from './compare.ts';
import { claimText } from './words.ts';

/** So few are said of parts of the work. */
const FEW = 1;

export const rule: Rule = {
  id: 'NAR.UNEXPLAINED',
  title: { zh: '正文的件数在表中没有对应', en: 'A number of the text that no cell explains' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '与报表项目同名的件数，在表中找不到，读者会误解。',
    en: 'A count named like a row that stands in no cell misleads.',
  },
  falseAlarm: {
    zh: '说的是另一件事（某一类、某一渠道）；只作提示。',
    en: 'It may mean something else: a remark only.',
  },
  basis: null,
  check({ report, claims }) {
    const open = claims.filter(
      ({ unsure, exact, unit, value, satisfiedBy }) =>
        unsure && exact && unit !== '' && value > FEW && satisfiedBy.length > 0,
    );
    if (open.length === 0) return notApplicable();
    const told = new Set<string>();
    return decided(
      open.flatMap((claim): Fault[] => {
        const result = compare(report, claim);
        if (result.outcome !== 'differs' || isElsewhere(report, claim.value, claim.satisfiedBy)) return [];
        if (told.has(claim.sentence)) return [];
        told.add(claim.sentence);
        const [{ cells, sum }] = result.sums;
        const said = claimText(claim);
        const label = cellLabel(cells[0] as CellAddress);
        return [
          {
            message: {
              zh: `正文写到${said.zh}，表中“${label.zh}”为${sum}，也没有其他单元格是这个数，请核对两处说的是否为同一件事。`,
              en: `The text says ${said.en}; "${label.en}" is ${sum}, and no other cell holds this number. Check whether both mean the same.`,
            },
            cells,
            expected: sum,
            actual: claim.value,
            evidence: [evidenceOfClaim(claim)],
          },
        ];
      }),
    );
  },
  examples: () => [
    { title: 'every number stands in a cell', outcome: 'notApplicable' },
    {
      title: 'words before the number that are not known, and no cell with it',
      text: { overview: ['认真细致核对后收到政府信息公开申请72件。'] },
      outcome: { fails: [{ expected: 59, actual: 72, cells: ['requests.received.total'] }] },
    },
    {
      title: 'one finding a sentence',
      text: { overview: ['认真细致核对后收到政府信息公开申请72件；逐一梳理后收到政府信息公开申请81件。'] },
      outcome: { fails: [{ actual: 72 }] },
    },
    {
      title: 'the number of the cell',
      text: { overview: ['认真细致核对后收到政府信息公开申请59件。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'the number of another cell of the table',
      text: { overview: ['认真细致核对后收到政府信息公开申请46件。'] },
      outcome: 'pass',
    },
    {
      title: 'another agency has numbers of its own',
      text: { overview: ['局属各单位收到政府信息公开申请72件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a number without a measure word',
      text: { overview: ['认真细致核对后收到政府信息公开申请72。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a cell that was not read',
      text: { overview: ['认真细致核对后收到政府信息公开申请72件。'] },
      cells: { 'requests.received.total': undefined },
      outcome: 'pass',
    },
    {
      title: 'a single case',
      text: { overview: ['认真细致核对后收到政府信息公开申请1件。'] },
      outcome: 'notApplicable',
    },
  ],
};

/** Whether a cell of the same table holds the number: the sentence may speak of that. */
function isElsewhere(report: Report, value: number, satisfiedBy: readonly (readonly CellAddress[])[]): boolean {
  const tables = new Set(satisfiedBy.flat().map((cell) => parseAddress(cell).table));
  return [...report.cells.keys()].some(
    (cell) => tables.has(parseAddress(cell).table) && numberAt(report, cell) === value,
  );
}
