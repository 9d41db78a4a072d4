/** Files that nobody sends: what systems and programs leave beside others. */

/** Folder objects of a store end with a slash; the rest are names of macOS, Windows, Office, LibreOffice and Git. */
const LITTER =
  /\/$|(?:^|\/)(?:__MACOSX(?:\/.*)?|\._[^/]*|\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|~\$[^/]*|\.~(?:lock\.)?[^/]*|\.(?:git)?keep|\.gitignore)$/i;

/** Whether a path or a key of a store names such a file: it is no report, and nobody is told of it. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}
