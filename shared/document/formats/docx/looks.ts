/**
 * Elements of Word files that say how text looks and hold none (ECMA-376 part 1, 17.3 and 17.4): the larger half of a
 * file. They are read past. Not among them: what hides text, merges cells, numbers lists or names a style.
 */
export const LOOKS: ReadonlySet<string> = new Set(
  [
    'jc ind spacing bidi keepNext keepLines widowControl suppressLineNumbers suppressAutoHyphens snapToGrid tabs pBdr',
    'kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd textAlignment outlineLvl',
    'rFonts b bCs i iCs u sz szCs color lang kern highlight bdr shd w position fitText rtl cs eastAsianLayout',
    'tblW tblInd tblLayout tblBorders tblCellMar tblLook tblGrid tblCellSpacing tblpPr tblOverlap',
    'tcW tcBorders tcMar vAlign noWrap textDirection trHeight cantSplit tblHeader',
    'pgSz pgMar pgNumType cols docGrid latentStyles',
  ].flatMap((names) => names.split(' ')),
);
