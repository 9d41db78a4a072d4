/**
 * Five real reports, whose sentences stay outside the repository: every cell, and exactly the findings that a careful
 * reader would make. They run where the folder `shared` lies beside the checkout; `samples` holds a twin of each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { cellAddresses } from '../../shared/domain/addresses.ts';
import { judge } from './case.ts';
import { checkHere } from './check.ts';

const folder = join(import.meta.dirname, '../../../shared/samples');
const reachable = existsSync(folder);

/** A cell that is not listed is 0. */
interface Printed {
  agency: string;
  year: number;
  publishedOn: string | null;
  signedOn?: string;
  cells: Record<string, number | null>;
}

/** In the order of severity and catalogue, as the check gives them. */
const FINDINGS: Record<string, string[]> = {
  'chaqi-2023.txt': [
    'warning STR.SEC6-FEE',
    'warning META.DEADLINE-TOWN',
    'notice STR.SEC1-FIVE',
    'notice STR.PREAMBLE',
    'notice TBL.HEADER',
    'notice NAR.TERM',
    'notice NAR.TERM',
    'notice META.AGENCY',
    'notice TXT.TYPO',
  ],
  'lujiang-2023.txt': ['warning STR.ARTIFACT', 'warning META.CITE-OLD', 'notice NAR.TERM', 'notice NAR.TERM'],
  'suixian-2024-traditional.txt': [
    'notice STR.HEADING',
    'notice T3.ODD',
    'notice T4.FIX-ALL-GRANT',
    'notice T4.ROLE',
    'notice NAR.DENIED',
    'notice NAR.TERM',
    'notice META.AGENCY',
  ],
  'wansheng-2024.txt': [
    'warning META.CITE-NUM',
    'notice STR.HEADING',
    'notice TBL.BLANK',
    'notice NAR.TERM',
    'notice NAR.TERM',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
  ],
  'xunyang-2023.txt': [
    'warning META.CITE-FORM',
    'warning PRV.SECRET',
    'notice STR.SEC1-GOV',
    'notice NAR.TERM',
    'notice META.INDEX',
    'notice TXT.PAIR',
    'notice TXT.PAIR',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
  ],
};

describe.skipIf(!reachable)('five real reports (skipped where ../shared is missing)', () => {
  const printed: Record<string, Printed> = reachable
    ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    : {};
  const zeros = Object.fromEntries(cellAddresses('2021-30').map((address) => [address, 0]));

  test.each(Object.entries(FINDINGS))('%s', async (name, findings) => {
    const { agency, year, publishedOn, signedOn = null, cells } = printed[name] as Printed;
    const script = name.includes('traditional') ? 'traditional' : 'simplified';
    const report = { agency, year, publishedOn, signedOn, script, format: '2021-30' };
    const expected = { report, cells: { ...zeros, ...cells }, noOtherCells: true, findings } as const;
    judge(expected, await checkHere([join(folder, name)]), folder);
  });
});
