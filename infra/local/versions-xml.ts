/** The list of versions: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
import type { ObjectVersion, Versions } from './versions.ts';

const MOST = 1000;

interface Asked {
  prefix?: string;
  'max-keys'?: string;
  'key-marker'?: string;
  'version-id-marker'?: string;
  'encoding-type'?: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** As S3 does where it is asked to: what XML cannot hold may stand in a key. */
const urlEncoded = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
const element = (name: string, text: string | number | boolean) => `<${name}>${escaped(String(text))}</${name}>`;

/** One page of the list. */
export function versionsXml(versions: Versions, asked: Asked): string {
  const { prefix = '', 'key-marker': after = '', 'version-id-marker': afterId = '' } = asked;
  const encode = asked['encoding-type'] === 'url' ? urlEncoded : (text: string) => text;
  const all = versions.list().filter(({ key }) => key.startsWith(prefix));
  const from = after === '' ? 0 : startOf(all, after, afterId);
  const most = Math.min(MOST, Number(asked['max-keys'] ?? MOST));
  const page = all.slice(from, from + most);
  const more = all.length > from + most;
  const last = page.at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', versions.bucket) + element('Prefix', encode(prefix)) + element('MaxKeys', most),
    element('IsTruncated', more),
    ...(asked['encoding-type'] === 'url' ? [element('EncodingType', 'url')] : []),
    ...(more && last ? [element('NextKeyMarker', encode(last.key)), element('NextVersionIdMarker', last.id)] : []),
    ...page.map((version) => entry(version, encode)),
    '</ListVersionsResult>',
  ].join('\n');
}

/** Where the list goes on: behind the version named, or behind all of its key. */
function startOf(all: readonly ObjectVersion[], after: string, afterId: string): number {
  const named = all.findIndex(({ key, id }) => key === after && id === afterId);
  const next = named === -1 ? all.findIndex(({ key }) => key > after) : named + 1;
  return next === -1 ? all.length : next;
}

function entry({ key, id, isMarker, isLatest, object }: ObjectVersion, encode: (text: string) => string): string {
  const parts = [element('Key', encode(key)), element('VersionId', id), element('IsLatest', isLatest)];
  parts.push(element('LastModified', object.lastModified.toISOString()));
  if (isMarker) return `<DeleteMarker>${parts.join('')}</DeleteMarker>`;
  parts.push(element('ETag', object.etag), element('Size', object.contentLength), element('StorageClass', 'STANDARD'));
  return `<Version>${parts.join('')}</Version>`;
}
