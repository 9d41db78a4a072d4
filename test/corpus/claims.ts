/** The claims of the corpus and of the wordings judged by hand: which a rule may use, and which differ from their table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readClaims } from '../../shared/claims/read.ts';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import type { Report } from '../../shared/report/types.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { comparable, compare } from '../../shared/rules/narrative/compare.ts';
import { AGENCY, HEADING, WORDINGS } from '../claims/wordings.ts';

/** Folders of files with a narrative. */
const FOLDERS = ['findings', 'layouts', 'near-misses', 'reader', 'samples'];

export interface CorpusClaims {
  /** Each as `kind number: sentence`, once. */
  all: Set<string>;
  outOfScope: Set<string>;
  /** Of a file of the corpus: in scope, and no cell that it may mean has its number. */
  differing: string[];
}

export async function corpusClaims(): Promise<CorpusClaims> {
  const claims: CorpusClaims = { all: new Set(), outOfScope: new Set(), differing: [] };
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(import.meta.dirname, folder))) {
      if (file.endsWith('.json')) continue;
      const bytes = readFileSync(join(import.meta.dirname, folder, file));
      for (const { document } of await readDocuments({ name: file, bytes })) {
        const report = document instanceof UnreadableError ? null : await readOrNull(document);
        if (report === null) continue;
        count(claims, report);
        for (const claim of comparable(readClaims(report))) {
          if (compare(report, claim).outcome === 'differs') claims.differing.push(`${folder}/${file}`);
        }
      }
    }
  }
  for (const [sentence] of WORDINGS) {
    count(claims, exampleReport({ text: { overview: [HEADING, sentence] }, report: { agency: AGENCY } }));
  }
  return claims;
}

function count({ all, outOfScope }: CorpusClaims, report: Report): void {
  for (const { kind, value, unit, sentence, scoped } of readClaims(report)) {
    const line = `${kind} ${value}${unit}: ${sentence}`;
    all.add(line);
    if (!scoped) outOfScope.add(line);
  }
}

async function readOrNull(document: Parameters<typeof readReport>[0]): Promise<Report | null> {
  try {
    return await readReport(document);
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}
