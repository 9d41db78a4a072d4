/** Which kind of OpenDocument a file is: told apart by its media type, wherever that stands. */
import type { PackedNames } from './format.ts';

const MEDIA_TYPE = /application\/(?:vnd\.oasis\.opendocument|vnd\.sun\.xml|x-vnd\.oasis\.opendocument)\.(\w+)/;

/** `text`, `spreadsheet` … of a packed file; `null` where it does not say. */
export function packedKind(packed: PackedNames): string | null {
  const said = MEDIA_TYPE.exec(packed.text('mimetype')) ?? MEDIA_TYPE.exec(packed.text('META-INF/manifest.xml'));
  return said?.[1] ?? null;
}

/** The same of a file that holds its parts as one XML document; `null` for everything else. */
export function flat(start: string): string | null {
  const root =
    /^\W{0,4}(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<office:document\s[^>]{0,8000}>/.exec(
      start,
    );
  return (root && MEDIA_TYPE.exec(root[0])?.[1]) ?? null;
}
