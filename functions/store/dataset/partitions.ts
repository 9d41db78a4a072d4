/**
 * Partitions of the data set, a year and a province each: one item that counts the changes in it and says of which of
 * them the files are. A partition whose two numbers differ is to be built again, however often that was cut off.
 */
import { getItem, updateItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

export interface Partition {
  /** Of the reports; 0 where they name none. */
  year: number;
  /** The first two digits of the region code; `00` where there is none. */
  province: string;
}

/** One file of a partition. */
interface DatasetFile {
  path: string;
  resource: string;
  format: string;
  rows: number;
  bytes: number;
  sha256: string;
}

export interface PartitionState extends Partition {
  /** Changes so far. */
  rev: number;
  /** Changes that the files have; 0 before the first. */
  built: number;
  files: DatasetFile[];
  builtAt: string | null;
  catalog: string | null;
}

const PARTITIONS = 'DATASET';
const DESCRIBED = { pk: 'DATASET-DESCRIBED', sk: 'DATASET-DESCRIBED' };
const sortKey = ({ year, province }: Partition) => `${String(year).padStart(4, '0')}#${province}`;
const keyOf = (partition: Partition) => ({ pk: PARTITIONS, sk: sortKey(partition) });

/** The partition in which the reports under a node of the statistics are: `2023/360403/…`, `-/none/…`. */
export function partitionOfNode(node: string): Partition {
  const [year = '', region = ''] = node.split('/');
  return { year: year === '-' ? 0 : Number(year), province: region === 'none' ? '00' : region.slice(0, 2) };
}

/** Says that something in these partitions changed; each once, whatever is given twice. */
export async function touchPartitions(partitions: readonly Partition[]): Promise<void> {
  const each = new Map(partitions.map((partition) => [sortKey(partition), partition]));
  for (const partition of each.values()) {
    await updateItem(keyOf(partition), { expression: 'ADD rev :one', values: { ':one': 1 } });
  }
}

/** Says so of every year of the province in which a region is, and of what names no region. */
export async function touchProvince(region: string): Promise<void> {
  const partitions = await readPartitions();
  await touchPartitions(partitions.filter(({ province }) => ['00', region.slice(0, 2)].includes(province)));
}

export async function readPartitions(): Promise<PartitionState[]> {
  const items = await queryAll({ partition: PARTITIONS });
  return items.map((item) => {
    const [year, province = ''] = String(item.sk).split('#');
    const { rev = 0, built = 0, files = [], builtAt = null, catalog = null } = item as Partial<PartitionState>;
    return { year: Number(year), province, rev, built, files, builtAt, catalog };
  });
}

/**
 * Remembers the files of a partition as it was after `rev` changes.
 * @returns `false` where those of later changes are there
 */
export async function markBuilt(
  partition: Partition,
  rev: number,
  made: Pick<PartitionState, 'files' | 'builtAt' | 'catalog'>,
): Promise<boolean> {
  const change = {
    expression: 'SET built = :rev, files = :files, builtAt = :at, #catalog = :catalog',
    values: { ':rev': rev, ':files': made.files, ':at': made.builtAt, ':catalog': made.catalog },
    names: { '#catalog': 'catalog' },
  };
  return (await updateItem(keyOf(partition), change, 'attribute_not_exists(built) OR built <= :rev')) !== null;
}

/** Which state of the files manifest and codebook told of when they were written last; `null` before. */
export async function readDescribed(): Promise<string | null> {
  return (await getItem<{ of: string }>(DESCRIBED))?.of ?? null;
}

export async function markDescribed(of: string): Promise<void> {
  await updateItem(DESCRIBED, { expression: 'SET #of = :of', values: { ':of': of }, names: { '#of': 'of' } });
}
