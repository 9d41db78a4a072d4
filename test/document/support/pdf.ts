/** Small PDFs from pieces of text and lines at given places; the font maps every character through ToUnicode. */

export interface Text {
  text: string;
  /** Points from the left and from the top of an A4 page; `y` is the baseline. */
  x: number;
  y: number;
  size?: number;
}

/** Content stream of one page: texts, then whatever else is drawn. */
export function pageOf(texts: Text[], drawn = ''): string {
  const shown = texts.map(({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${842 - y} Td <${hex(text)}> Tj ET`);
  return [...shown, drawn].join('\n');
}

/** A grid of lines at these places: each line drawn as a thin filled rectangle, as Word does. */
export function ruled(xs: number[], ys: number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const flat = ys.map((y) => `${left} ${842 - y} ${right - left} 0.5 re f`);
  const upright = xs.map((x) => `${x} ${842 - bottom} 0.5 ${bottom - top} re f`);
  return [...flat, ...upright].join('\n');
}

export function pdf(pages: string[], extra = '', filter = ''): Uint8Array {
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ');
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
    '1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 [250] 48 57 500] /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(cmap),
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${7 + i * 2} 0 R ${extra} >>`,
      stream(content, filter),
    ]),
  ];
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

function stream(content: string, filter = ''): string {
  return `<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`;
}

export function hex(text: string): string {
  return [...text].map((c) => (c.codePointAt(0) as number).toString(16).padStart(4, '0')).join('');
}
