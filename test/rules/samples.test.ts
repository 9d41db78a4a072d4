/** The five real reports: exactly the findings that a careful reader would make. And the layouts: what their text contradicts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../shared/check.ts';
import type { Finding } from '../../shared/result.ts';
import { sharedFolder } from '../support/shared.ts';

const folder = sharedFolder();
const why = folder === null ? ' (skipped: no folder shared beside the checkout)' : '';

const SAMPLES: Record<string, string[]> = {
  'chaqi-2023.txt': [
    'warning STR.SEC6-FEE',
    'warning META.DEADLINE-TOWN',
    'notice STR.SEC1-FIVE',
    'notice STR.PREAMBLE',
    'notice TBL.HEADER',
    'notice NAR.TERM/REQUEST',
    'notice NAR.TERM/REPORT-NAME',
    'notice META.AGENCY/SIGNATURE',
    'notice TXT.TYPO',
  ],
  'lujiang-2023.txt': [
    'warning STR.ARTIFACT',
    'warning META.CITE-OLD/FORM',
    'notice NAR.TERM/FEE',
    'notice NAR.TERM/NEW-REGULATIONS',
  ],
  'suixian-2024-traditional.txt': [
    'notice STR.HEADING',
    'notice T3.ODD/ALL-GRANTED',
    'notice T4.FIX-ALL-GRANT',
    'notice T4.ROLE',
    'notice NAR.DENIED',
    'notice NAR.TERM/FEE',
    'notice META.AGENCY/TURNED',
  ],
  'wansheng-2024.txt': [
    'warning META.CITE-NUM/TITLE',
    'notice STR.HEADING',
    'notice TBL.BLANK/REGULATIONS',
    'notice NAR.TERM/ANSWER',
    'notice NAR.TERM/FEE',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
  ],
  'xunyang-2023.txt': [
    'warning META.CITE-FORM',
    'warning PRV.SECRET',
    'notice STR.SEC1-GOV/APPRAISAL',
    'notice NAR.TERM/FEE',
    'notice META.INDEX',
    'notice TXT.PAIR',
    'notice TXT.PAIR',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
    'notice TXT.TYPO',
  ],
};

/** Every other layout says in its text what its tables say. L36 has the 2019 tables, with numbers of their own. */
const CONTRADICTIONS: Record<string, string[]> = {
  'L36-old-tables-2019.txt': [
    'NAR.DISPOSITION 2≠3',
    'NAR.DOCS 77≠12',
    'NAR.POWER 2278≠2293',
    'NAR.POWER 538≠1282',
    'NAR.POWER 29≠42',
  ],
  'L50-narrative-contradicts-table.txt': ['NAR.REQ 70≠72', 'NAR.CASES 3≠5'],
};

async function findingsOf(path: string): Promise<Finding[]> {
  const results = await check({ name: path, bytes: readFileSync(path) });
  return results.flatMap(({ findings }) => findings);
}

describe.skipIf(folder === null)(`real reports${why}`, () => {
  test.each(Object.entries(SAMPLES))('%s', async (name, expected) => {
    const findings = await findingsOf(join(folder ?? '', 'samples', name));
    expect(findings.map(({ severity, rule, code }) => `${severity} ${rule}${code ? `/${code}` : ''}`)).toEqual(
      expected,
    );
  });
});

describe.skipIf(folder === null)(`text and tables of the layouts${why}`, () => {
  const names = folder === null ? [] : readdirSync(join(folder, 'layouts')).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s', async (name) => {
    const findings = await findingsOf(join(folder ?? '', 'layouts', name));
    const found = findings.filter(({ rule }) => rule.startsWith('NAR.'));
    expect(found.map(({ rule, expected, actual }) => `${rule} ${expected}≠${actual}`)).toEqual(
      CONTRADICTIONS[name] ?? [],
    );
  });
});
