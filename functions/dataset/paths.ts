/** Where the files of the data set lie: names that never change, with year and province as Hive and Athena read them. */
import { RESOURCES, type ResourceName } from '../../shared/dataset/types.ts';
import type { Target } from '../../shared/dataset/write.ts';
import type { Partition } from '../store/dataset/partitions.ts';

/** @example long/year=2023/province=36/long.parquet */
export function datasetPath(resource: ResourceName, { year, province }: Partition, extension: string): string {
  return `${resource}/year=${year}/province=${province}/${resource}.${extension}`;
}

/** Every file of a partition: each table as Parquet and as CSV with gzip. */
export function targetsOf(partition: Partition): Target[] {
  return RESOURCES.flatMap((resource): Target[] => [
    { resource, format: 'parquet', name: datasetPath(resource, partition, 'parquet') },
    { resource, format: 'csv', gzip: true, name: datasetPath(resource, partition, 'csv.gz') },
  ]);
}
