import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { cellAddresses } from '../../shared/domain/addresses.ts';
import { readReport } from '../../shared/report/read.ts';
import { sharedFolder } from '../support/shared.ts';

type Numbers = Record<string, number | null>;
interface Expected {
  agency: string;
  year: number;
  publishedOn?: string | null;
  signedOn?: string;
  cells: Numbers;
}

const folder = sharedFolder();
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

async function read(path: string) {
  const [file] = await readDocuments({ name: path, bytes: readFileSync(path) });
  if (file === undefined || file.document instanceof Error) throw file?.document ?? new Error('nothing read');
  const report = await readReport(file.document);
  return { report, numbers: Object.fromEntries([...report.cells].map(([address, { value }]) => [address, value])) };
}

describe.skipIf(folder === null)('the five real reports', () => {
  const samples: Record<string, Expected> = folder ? json(join(folder, 'samples/expected.json')) : {};
  const names = Object.keys(samples).filter((name) => name.endsWith('.txt'));

  it.each(names)('%s is read to the last cell', async (name) => {
    const expected = samples[name] as Expected;
    const { report, numbers } = await read(join(folder as string, 'samples', name));
    const zeros = Object.fromEntries(cellAddresses('2021-30').map((address) => [address, 0]));
    expect(numbers).toEqual({ ...zeros, ...expected.cells });
    expect(report).toMatchObject({
      agency: expected.agency,
      year: expected.year,
      publishedOn: expected.publishedOn,
      signedOn: expected.signedOn ?? null,
      format: '2021-30',
      script: name.includes('traditional') ? 'traditional' : 'simplified',
    });
    expect(report.headings.map(({ part }) => part)).toEqual([
      'overview',
      'proactive',
      'requests',
      'disputes',
      'problems',
      'other',
    ]);
  });
});

/** What expected.json says in words: a blank or slash is null, some columns are empty, some numbers are in the file. */
const DIFFERENCES: Record<string, (cells: Numbers) => Numbers> = {
  L13: zeroAsNull,
  L14: zeroAsNull,
  L20: (cells) => map(cells, (address, value) => (/^requests.*(?<!\.total)$/.test(address) ? null : value)),
  L22: () => ({}),
  L36: (cells) => ({ ...without(cells, /^proactive|other\.(notCorrected|feeUnpaid)\./), ...OLD_TABLE_2 }),
};

function map(cells: Numbers, change: (address: string, value: number | null) => number | null): Numbers {
  return Object.fromEntries(Object.entries(cells).map(([address, value]) => [address, change(address, value)]));
}
function zeroAsNull(cells: Numbers): Numbers {
  return map(cells, (_, value) => (value === 0 ? null : value));
}
function without(cells: Numbers, pattern: RegExp): Numbers {
  return Object.fromEntries(Object.entries(cells).filter(([address]) => !pattern.test(address)));
}

/** Read off L36 by hand. */
const OLD_TABLE_2: Numbers = {
  'proactive.regulations.created': 0,
  'proactive.regulations.disclosed': 0,
  'proactive.regulations.disclosedTotal': 7,
  'proactive.normativeDocuments.created': 77,
  'proactive.normativeDocuments.disclosed': 77,
  'proactive.normativeDocuments.disclosedTotal': 166,
  'proactive.licensing.previousItems': 396,
  'proactive.licensing.change': 44,
  'proactive.licensing.decisions': 2278,
  'proactive.otherServices.previousItems': 107,
  'proactive.otherServices.change': 5,
  'proactive.otherServices.decisions': 105,
  'proactive.penalties.previousItems': 2648,
  'proactive.penalties.change': -18,
  'proactive.penalties.decisions': 538,
  'proactive.coercion.previousItems': 126,
  'proactive.coercion.change': 0,
  'proactive.coercion.decisions': 29,
  'proactive.fees.previousItems': 35,
  'proactive.fees.change': -15,
  'proactive.procurement.projects': 395,
  'proactive.procurement.amount': 73802895.9,
};

describe.skipIf(folder === null)('one set of numbers in every layout', () => {
  const { cells, year } = folder ? json(join(folder, 'layouts/expected.json')) : { cells: {}, year: 0 };
  const names = folder ? readdirSync(join(folder, 'layouts')).filter((name) => name.endsWith('.txt')) : [];

  it.each(names)('%s', async (name) => {
    const { report, numbers } = await read(join(folder as string, 'layouts', name));
    const change = DIFFERENCES[name.slice(0, 3)] ?? ((same: Numbers) => same);
    expect(numbers).toEqual(change(cells));
    expect(report).toMatchObject({ year, agency: name.startsWith('L34') ? null : '示例市示例局' });
    expect(report.format).toBe(name.startsWith('L36') ? '2019-60' : '2021-30');
  });
});
