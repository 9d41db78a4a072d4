/**
 * Versions and delete markers of one bucket, as S3 keeps them where versioning is on. fauxqs has the present object of a
 * key only: what it would replace or delete goes to a second bucket first, which clients do not see.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
 */
import type { BuildAppOptions } from 'fauxqs';

export type S3Store = NonNullable<NonNullable<BuildAppOptions['stores']>['s3Store']>;
type StoredObject = ReturnType<S3Store['headObject']>;
/** What fauxqs keeps to itself. */
interface Shelves {
  buckets: Map<string, Map<string, StoredObject>>;
  multipartUploads: Map<string, { bucket: string; key: string; metadata: Record<string, string> }>;
  persistence?: { upsertObject(bucket: string, object: StoredObject): void };
}

/** One state of a key. An object from before there were versions has the id `null`, as with S3. */
export interface ObjectVersion {
  key: string;
  id: string;
  isMarker: boolean;
  isLatest: boolean;
  object: StoredObject;
}

/** As S3 calls them in its events. */
export type Deletion = 'Permanently Deleted' | 'Delete Marker Created';
type OnDeleted = (key: string, version: string, deletion: Deletion) => void;

/** Metadata in which an object carries its version, and by which a delete marker is known. */
export const VERSION_FIELD = 'gouji-version';
const MARKER_FIELD = 'gouji-delete-marker';
/** Of an object that was stored before there were versions. */
const NO_VERSION = 'null';

const idOf = ({ metadata }: StoredObject) => metadata[VERSION_FIELD] ?? NO_VERSION;
const isMarker = ({ metadata }: StoredObject) => metadata[MARKER_FIELD] !== undefined;

export class Versions {
  readonly bucket: string;
  /** Where former versions lie, each under `<version>/<key>`. */
  readonly hidden: string;
  readonly #store: S3Store;
  readonly #shelves: Shelves;
  readonly #deleteObject: S3Store['deleteObject'];
  readonly #onDeleted: OnDeleted;
  /** Former versions and markers of each key, the oldest first. */
  readonly #former = new Map<string, StoredObject[]>();
  #last = 0;

  /** @param onDeleted told of each delete marker and of each version that is gone for good, once it is on disk */
  constructor(store: S3Store, bucket: string, onDeleted: OnDeleted) {
    this.bucket = bucket;
    this.hidden = `${bucket}.versions`;
    this.#store = store;
    this.#shelves = store as unknown as Shelves;
    this.#deleteObject = store.deleteObject.bind(store);
    this.#onDeleted = onDeleted;
    store.createBucket(this.hidden);
    this.#load();
    this.#keepWhatIsReplaced();
  }

  /** Version of the present object; `null` where there is none. */
  presentId(key: string): string | null {
    const present = this.#present(key);
    return present === undefined ? null : idOf(present);
  }

  /** Version of the delete marker, where the key has one now. */
  markerId(key: string): string | null {
    const last = this.#former.get(key)?.at(-1);
    return this.#present(key) === undefined && last !== undefined && isMarker(last) ? idOf(last) : null;
  }

  /** Where a version lies: bucket and key of the store; `null` where there is no such version. */
  place(key: string, id: string): { bucket: string; key: string; isMarker: boolean } | null {
    if (this.presentId(key) === id) return { bucket: this.bucket, key, isMarker: false };
    const found = this.#former.get(key)?.find((one) => idOf(one) === id);
    return found === undefined ? null : { bucket: this.hidden, key: found.key, isMarker: isMarker(found) };
  }

  /** Bytes of a version; `null` where there is none, or a marker. */
  read(key: string, id: string): Uint8Array | null {
    const place = this.place(key, id);
    return place === null || place.isMarker ? null : this.#store.getObject(place.bucket, place.key).body;
  }

  /** Removes a version for good. What came before it is the present object again, unless that is a marker. */
  remove(key: string, id: string): void {
    if (this.presentId(key) === id) this.#deleteObject(this.bucket, key);
    const former = this.#former.get(key) ?? [];
    const found = former.find((one) => idOf(one) === id);
    if (found !== undefined) this.#forget(key, found);
    const last = this.#former.get(key)?.at(-1);
    if (this.#present(key) === undefined && last !== undefined && !isMarker(last)) {
      const { body } = this.#store.getObject(this.hidden, last.key);
      this.#keep(this.bucket, { ...last, key, body });
      this.#forget(key, last);
    }
    this.#onDeleted(key, id, 'Permanently Deleted');
  }

  /** Every version of every key: keys in their order, of each the newest first. */
  list(): ObjectVersion[] {
    const present = [...(this.#shelves.buckets.get(this.bucket)?.keys() ?? [])];
    return [...new Set([...present, ...this.#former.keys()])].sort().flatMap((key) => {
      const object = this.#present(key);
      const all = [...(this.#former.get(key) ?? []), ...(object === undefined ? [] : [object])];
      return all.reverse().map((one, index) => ({
        ...{ key, id: idOf(one), isMarker: isMarker(one), isLatest: index === 0, object: one },
      }));
    });
  }

  #keepWhatIsReplaced(): void {
    const store = this.#store;
    const { putObject, completeMultipartUpload, listBuckets } = store;
    store.listBuckets = () => listBuckets.call(store).filter(({ name }) => name !== this.hidden);
    store.putObject = (bucket, key, body, type, metadata, ...rest) => {
      if (bucket !== this.bucket) return putObject.call(store, bucket, key, body, type, metadata, ...rest);
      this.#putAside(key);
      return putObject.call(store, bucket, key, body, type, { ...metadata, [VERSION_FIELD]: this.#nextId() }, ...rest);
    };
    store.completeMultipartUpload = (uploadId, parts) => {
      const upload = this.#shelves.multipartUploads.get(uploadId);
      if (upload?.bucket === this.bucket) {
        this.#putAside(upload.key);
        upload.metadata = { ...upload.metadata, [VERSION_FIELD]: this.#nextId() };
      }
      return completeMultipartUpload.call(store, uploadId, parts);
    };
    store.deleteObject = (bucket, key) => {
      if (bucket !== this.bucket) return this.#deleteObject(bucket, key);
      this.#putAside(key);
      const id = this.#nextId();
      this.#addFormer(key, this.#marker(key, id));
      this.#deleteObject(bucket, key);
      this.#onDeleted(key, id, 'Delete Marker Created');
    };
  }

  #present(key: string): StoredObject | undefined {
    return this.#shelves.buckets.get(this.bucket)?.get(key);
  }

  #putAside(key: string): void {
    const present = this.#present(key);
    if (present === undefined) return;
    const { body } = this.#store.getObject(this.bucket, key);
    this.#addFormer(key, { ...present, key: `${idOf(present)}/${key}`, body });
  }

  #marker(key: string, id: string): StoredObject {
    const metadata = { [VERSION_FIELD]: id, [MARKER_FIELD]: 'true' };
    const nothing = { body: Buffer.alloc(0), contentLength: 0, contentType: 'application/octet-stream', etag: '' };
    return { ...nothing, key: `${id}/${key}`, lastModified: new Date(), metadata };
  }

  #addFormer(key: string, object: StoredObject): void {
    this.#keep(this.hidden, object);
    const kept = this.#shelves.buckets.get(this.hidden)?.get(object.key) ?? object;
    this.#former.set(key, [...(this.#former.get(key) ?? []).filter((one) => one.key !== object.key), kept]);
  }

  /** On disk first; of what is there memory holds no bytes. */
  #keep(bucket: string, object: StoredObject): void {
    const { persistence } = this.#shelves;
    persistence?.upsertObject(bucket, object);
    this.#store.restoreObject(bucket, persistence === undefined ? object : { ...object, body: Buffer.alloc(0) });
  }

  #forget(key: string, former: StoredObject): void {
    this.#deleteObject(this.hidden, former.key);
    const left = (this.#former.get(key) ?? []).filter((one) => one !== former);
    if (left.length === 0) this.#former.delete(key);
    else this.#former.set(key, left);
  }

  /** What an earlier run left. A kill between two of its steps is settled as if it had come after both. */
  #load(): void {
    const all = [...(this.#shelves.buckets.get(this.hidden)?.values() ?? [])];
    for (const object of all.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))) {
      const key = object.key.slice(object.key.indexOf('/') + 1);
      this.#former.set(key, [...(this.#former.get(key) ?? []), object]);
    }
    for (const [key, former] of this.#former) {
      const present = this.#present(key);
      const twice = present && former.find((one) => idOf(one) === idOf(present));
      const last = former.at(-1) as StoredObject;
      if (present === undefined || twice === undefined) continue;
      if (isMarker(last)) this.#deleteObject(this.bucket, key);
      else this.#forget(key, twice);
    }
  }

  /** Ids grow, also over a restart, as long as the clock does; nobody should rely on it, as with S3. */
  #nextId(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    return this.#last.toString(36).padStart(12, '0');
  }
}

const orderOf = (object: StoredObject) => (idOf(object) === NO_VERSION ? '' : idOf(object));
