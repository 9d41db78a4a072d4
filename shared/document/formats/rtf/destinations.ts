/** Groups whose text is not part of the printed body. */

const UNPRINTED = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst ' +
    'annotation atnid atnauthor sn sv listtable listoverridetable rsidtbl generator themedata colorschememapping datastore ' +
    'latentstyles xmlnstbl bkmkstart bkmkend nesttableprops nonesttables filetbl revtbl ftnsep ftnsepc aftnsep aftnsepc docvar'
  ).split(' '),
);
/** Optional destinations that hold printed text. */
const PRINTED = new Set('shpinst shptxt shprslt ud fldrslt'.split(' '));

/** Whether a control word starts a group that is left out; `optional` where `\*` stood before it. */
export function isUnprinted(word: string, optional: boolean): boolean {
  if (word === 'nesttableprops') return false;
  return UNPRINTED.has(word) || (optional && !PRINTED.has(word));
}
