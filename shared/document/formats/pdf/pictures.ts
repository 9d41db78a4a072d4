/** A PDF whose pages are pictures: what a scanner makes. Its pictures are put where the page shows them. */
import { UnreadableError } from '../../unreadable.ts';
import { brightness, type Grey, greyOf, MAX_POINTS, shrunk } from '../picture/grey.ts';
import { MOST_PAGES } from '../picture/scan.ts';
import { boundOperators, openPdf, type PDFPageProxy, type PdfOps } from './library.ts';
import { apply, type Matrix, multiply } from './matrix.ts';

/** Points of a page's picture for each of its own: 200 dots an inch. */
const FINE = 200 / 72;
/** A page larger than A3 is a drawing. */
const MOST_LENGTH = 1300;
/** Pictures on a page: some scanners cut it into strips. */
const MOST_PICTURES = 200;
/** Until a picture is decoded. */
const MOST_MILLISECONDS = 20_000;

/** What pdf.js hands over of a decoded picture: 1 is a bit a point in bytes a row, 2 three colours, 3 four. */
interface Decoded {
  width: number;
  height: number;
  kind: 1 | 2 | 3;
  data: Uint8Array;
}

/** @throws UnreadableError FILE.DAMAGED, FILE.BOMB; FILE.PICTURES for more pages than are looked at. */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<Grey> {
  const { file, ops } = await openPdf(bytes, MAX_POINTS);
  try {
    if (file.numPages > MOST_PAGES) throw new UnreadableError('FILE.PICTURES', `${file.numPages} pages`);
    for (let number = 1; number <= file.numPages; number++) yield await pagePicture(await file.getPage(number), ops);
  } finally {
    await file.destroy();
  }
}

async function pagePicture(page: PDFPageProxy, ops: PdfOps): Promise<Grey> {
  const viewport = page.getViewport({ scale: 1 });
  const scale = FINE * Math.min(1, MOST_LENGTH / Math.max(viewport.width, viewport.height));
  const [width, height] = [Math.round(viewport.width * scale), Math.round(viewport.height * scale)];
  const whole: Grey = { width, height, data: new Uint8Array(width * height).fill(255) };
  boundOperators(page, ops);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [a, b, c, d, e, f] = viewport.transform as unknown as Matrix;
  let matrix: Matrix = [a * scale, b * scale, c * scale, d * scale, e * scale, f * scale];
  const saved: Matrix[] = [];
  let pictures = 0;
  for (const [index, op] of fnArray.entries()) {
    const args = argsArray[index] as unknown[];
    if (op === ops.save) saved.push(matrix);
    else if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (op === ops.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (op === ops.paintFormXObjectBegin) {
      saved.push(matrix);
      if (args[0]) matrix = multiply(matrix, args[0] as Matrix);
    } else if (op === ops.paintImageXObject && ++pictures <= MOST_PICTURES) {
      const decoded = (await pictureNamed(page, args[0] as string)) as Decoded | null;
      if (decoded?.data) paint(whole, greyPicture(decoded), matrix);
    } else if (op === ops.paintInlineImageXObject && ++pictures <= MOST_PICTURES) {
      paint(whole, greyPicture(args[0] as Decoded), matrix);
    }
  }
  page.cleanup();
  return whole;
}

/** pdf.js tells when a picture is decoded, or that it could not be; of one that it never tells of, nothing is shown. */
function pictureNamed(page: PDFPageProxy, name: string): Promise<unknown> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const waited = setTimeout(resolve, MOST_MILLISECONDS, null);
    objects.get(name, (picture: unknown) => {
      clearTimeout(waited);
      resolve(picture);
    });
  });
}

function greyPicture({ width, height, kind, data }: Decoded): Grey {
  if (kind !== 1) return greyOf(width, height, data, kind === 2 ? 3 : 4);
  const bytes = (width + 7) >> 3;
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      grey[y * width + x] = ((data[y * bytes + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return { width, height, data: grey };
}

/** A picture fills the square from (0, 0) to (1, 1) of its matrix, its first row at the top (ISO 32000-1, 8.9.5.1). */
function paint(whole: Grey, original: Grey, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1) return;
  const picture = shrunk(original, Math.max(Math.hypot(a, b), Math.hypot(c, d)));
  const corners = [apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [right, bottom] = [Math.min(whole.width, Math.max(...xs)), Math.min(whole.height, Math.max(...ys))];
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const across = (d * dx - c * dy) / determinant;
      const up = (a * dy - b * dx) / determinant;
      if (across < 0 || across > 1 || up < 0 || up > 1) continue;
      whole.data[y * whole.width + x] = brightness(
        picture,
        across * picture.width - 0.5,
        (1 - up) * picture.height - 0.5,
      );
    }
  }
}
