/** What the table holds: of each object the version that its records are of, and whether all of them are there. */
import { reportId } from '../../shared/record.ts';
import { variable } from '../platform/environment.ts';
import { scanItems } from '../store/table/scan.ts';

export interface StoredObject {
  key: string;
  /** Of its records; more than one where an upload was taken in by half. */
  versions: Set<string | null>;
  /** Records of a ZIP's entries that ought to be there and are not. */
  missing: number;
}

interface Scanned {
  pk: string;
  sk: 'RECORD' | 'OBJECT';
  id?: string;
  key?: string;
  bucket?: string;
  version?: string | null;
  removed?: boolean;
  content?: { ids: string[] };
}

/** Reads the whole table once. */
export async function storedObjects(): Promise<Map<string, StoredObject>> {
  const bucket = variable('BUCKET_NAME');
  const objects = new Map<string, StoredObject>();
  const ids = new Set<string>();
  const contents = new Map<string, string[]>();
  const filter = { expression: 'sk = :record OR sk = :object', values: { ':record': 'RECORD', ':object': 'OBJECT' } };
  const attributes = 'pk, sk, id, #key, #bucket, version, removed, content';
  const names = { '#key': 'key', '#bucket': 'bucket' };
  for await (const item of scanItems<Scanned>({ ...filter, names }, attributes)) {
    if (item.sk === 'OBJECT') {
      contents.set(item.pk, item.content?.ids ?? []);
      continue;
    }
    const { id, key, version = null } = item;
    if (item.removed === true || item.bucket !== bucket || id === undefined || key === undefined) continue;
    ids.add(id);
    const object = objects.get(key) ?? { key, versions: new Set(), missing: 0 };
    object.versions.add(version);
    objects.set(key, object);
  }
  for (const object of objects.values()) {
    const wanted = contents.get(`OBJECT#${reportId(bucket, object.key)}`) ?? [];
    object.missing = wanted.filter((id) => !ids.has(id)).length;
  }
  return objects;
}
