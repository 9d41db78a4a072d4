/** What the rules across years share: the report of the year before, and signs that the two cannot be compared. */

import type { CellAddress } from '../../domain/addresses.ts';
import { cellLabel, type Text } from '../../domain/labels.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import { numberAt, type Report } from '../../report/types.ts';
import { quote } from '../quote.ts';
import type { Context, Verdict } from '../types.ts';
import { undecided } from '../verdict.ts';

/** Runs a rule with the report of the year before; undecided without it, saying which report it waits for. */
export function withEarlier(context: Context, check: (earlier: Neighbour) => Verdict): Verdict {
  const { report, neighbours } = context;
  if (neighbours.earlier) return check(neighbours.earlier);
  if (report.agency === null || report.year === null) {
    return undecided({
      zh: '没有读到机关名称或年度，无法查找上一年度的报告。',
      en: 'The agency or the year was not read, so the report of the year before cannot be found.',
    });
  }
  return undecided({
    zh: `等待${report.agency}${report.year - 1}年度的报告。`,
    en: `Waiting for the report of ${report.agency} for ${report.year - 1}.`,
  });
}

function withoutNumber(address: CellAddress, year: number | null): Text {
  const { zh, en } = cellLabel(address);
  return { zh: `${year ?? '本'}年度${quote(zh)}没有数字。`, en: `"${en}" has no number for ${year ?? 'this year'}.` };
}

/** The cell of this year and one of the year before, or why they cannot be compared. */
export function twoNumbers(
  report: Report,
  address: CellAddress,
  earlier: Neighbour,
  earlierAddress: CellAddress,
): { now: number; before: number } | { reason: Text } {
  const now = numberAt(report, address);
  const before = earlier.cells[earlierAddress];
  if (typeof now !== 'number') return { reason: withoutNumber(address, report.year) };
  if (typeof before !== 'number') return { reason: withoutNumber(earlierAddress, earlier.year) };
  return { now, before };
}

/** The agency was reorganised: numbers of the two years are not of the same agency. */
const REORGANISED =
  /机构改革|机构(?:合并|撤并|调整|重组|整合)|职能(?:划转|调整|移交|整合)|合署办公|更名为|新组建|撤销(?:建制|机构)|划归|并入/;
/** The number carried over was corrected afterwards, and the report says so. */
const CORRECTED = /结转[^。;；]*(?:更正|订正|修正|核减|口径)|(?:更正|订正|修正|核减|口径)[^。;；]*结转/;

const INCOMPARABLE = {
  reorganised: {
    zh: '报告提到机构改革或职能调整，两年口径可能不同，请人工核对。',
    en: 'The report tells of a reorganisation: the two years may count differently. Please look yourself.',
  },
  corrected: {
    zh: '报告说明结转数有更正，请人工核对。',
    en: 'The report says that the number carried over was corrected. Please look yourself.',
  },
  otherForm: {
    zh: '两年的报表版式不同，口径可能不同，请人工核对。',
    en: 'The two years have tables of different forms, which may count differently. Please look yourself.',
  },
};

/** A sentence for the reason why the two years are not comparable by themselves, or `null` if they are. */
export function whyIncomparable(report: Report, earlier: Neighbour): Text | null {
  const texts = [...report.prose.map(({ plain }) => plain), ...Object.values(earlier.text)];
  if (texts.some((text) => REORGANISED.test(text))) return INCOMPARABLE.reorganised;
  if (texts.some((text) => CORRECTED.test(text))) return INCOMPARABLE.corrected;
  if (report.format !== earlier.format) return INCOMPARABLE.otherForm;
  return null;
}
