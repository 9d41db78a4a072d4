/** What the data set has: every file with its checksum, and the codebook. */
import { dataPackage } from '../../shared/dataset/package.ts';
import { REGION_CODES_YEAR } from '../../shared/domain/regions.ts';
import { CATALOG_VERSION } from '../../shared/rules/index.ts';
import type { PartitionState } from '../store/dataset/partitions.ts';
import { targetsOf } from './paths.ts';

/** @returns the manifest: `stale` partitions have changed since their files were built */
export function manifestOf(partitions: readonly PartitionState[]) {
  const built = partitions.filter(({ built: of }) => of > 0);
  return {
    catalog: CATALOG_VERSION,
    regionCodes: `GB/T 2260, ${REGION_CODES_YEAR}`,
    stale: partitions.filter(({ rev, built: of }) => rev !== of).length,
    partitions: built.map(({ year, province, rev, built: of, builtAt, catalog, files }) => ({
      ...{ year: year === 0 ? null : year, province: province === '00' ? null : province },
      ...{ stale: rev !== of, builtAt, catalog, files },
    })),
  };
}

/** One resource a table and format, its `path` the files of all partitions; sizes and checksums are in the manifest. */
export function codebookOf(partitions: readonly PartitionState[]): Record<string, unknown> {
  const built = partitions.filter(({ built: of }) => of > 0);
  const [example] = built;
  const targets = targetsOf(example ?? { year: 0, province: '00' });
  const files = targets.map((target) => ({ ...target, bytes: 0, sha256: '', rows: 0 }));
  const about = { year: 'all', region: 'all', level: 'all', catalog: CATALOG_VERSION, date: lastBuilt(built) };
  const described = dataPackage(files, about, null) as { resources: Record<string, unknown>[] };
  const resources = described.resources.map(({ bytes: _, hash: __, rows: ___, ...resource }, i) => ({
    ...resource,
    path: built.map((partition) => targetsOf(partition)[i]?.name),
  }));
  return { ...described, resources };
}

const lastBuilt = (partitions: readonly PartitionState[]) =>
  partitions.reduce((last, { builtAt }) => (builtAt !== null && builtAt > last ? builtAt : last), '').slice(0, 10);
