/** What is uploaded while the laptop is killed: files of every kind, good, faulty and broken, about invented bodies. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { OTHER_SECTION, OWN_SECTION } from '../../../shared/neighbours/example.ts';
import { reportText } from '../../support/report.ts';
import type { Random } from './random.ts';

export interface ChaosFile {
  extension: string;
  bytes: Uint8Array;
}

const FOLDERS = ['../../document/fixtures/', '../../corpus/layouts/', '../../corpus/samples/', '../../../samples/'];
const READ = new Set(['.doc', '.docx', '.odt', '.pdf', '.xlsx', '.html', '.txt']);
/** Few of each, so that bodies meet: their reports are compared with one another. */
const COUNTIES = ['浔阳区', '濂溪区', '柴桑区', '武宁县', '修水县', '永修县', '德安县', '都昌县', '湖口县', '彭泽县'];
const OFFICES = ['示例局', '样例局', '例证局', '试办局', '试点局', '演练局'];
const YEARS = [2021, 2022, 2023];
const HALF = 0.5;
const ENTRIES_OF_A_ZIP = 4;
const RANDOM_BYTES = 2000;

/** Real files of the project's own fixtures, loaded once. */
export function loadFixtures(): ChaosFile[] {
  return FOLDERS.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    const names = readdirSync(url).filter((name) => READ.has(extname(name)));
    return names.sort().map((name) => ({ extension: extname(name), bytes: readFileSync(new URL(name, url)) }));
  });
}

/** One more file, as the random numbers have it. */
export function anyFile(random: Random, fixtures: readonly ChaosFile[]): ChaosFile {
  const kinds: [share: number, make: () => ChaosFile][] = [
    [0.6, () => ({ extension: '.txt', bytes: strToU8(text(random)) })],
    [0.1, () => zip(random)],
    [0.2, () => random.of(fixtures)],
    [0.06, () => cut(random.of(fixtures), random)],
    [0.02, () => ({ extension: '.txt', bytes: new Uint8Array() })],
    [0.02, () => ({ extension: '.docx', bytes: Uint8Array.from({ length: RANDOM_BYTES }, () => random.below(256)) })],
  ];
  let at = random.next();
  for (const [share, make] of kinds) {
    if (at < share) return make();
    at -= share;
  }
  return { extension: '.txt', bytes: new Uint8Array() };
}

function text(random: Random): string {
  const agency = random.of(COUNTIES) + (random.next() < 0.15 ? '人民政府' : random.of(OFFICES));
  const faulty = random.next() < HALF;
  return reportText({
    ...{ agency, year: random.of(YEARS), carriedIn: random.of([0, 0, 5]), carriedOut: random.of([0, 0, 5]) },
    overview: random.of([[], [], OWN_SECTION, OTHER_SECTION]),
    ...(faulty && { received: 20 + random.below(9) }),
  });
}

function zip(random: Random): ChaosFile {
  const entries = Array.from({ length: 1 + random.below(ENTRIES_OF_A_ZIP) }, (_, at) => [
    `${at}.txt`,
    strToU8(text(random)),
  ]);
  return { extension: '.zip', bytes: zipSync(Object.fromEntries(entries), { mtime: '2026-01-01' }) };
}

function cut({ extension, bytes }: ChaosFile, random: Random): ChaosFile {
  return { extension, bytes: bytes.slice(0, random.below(bytes.length)) };
}
