/** Pages that lay askew under the scanner are turned straight. */
import { brightness, type Grey } from './grey.ts';

/** Degrees in which a page is looked for: askew by more, it is a photo of a page and not a scan. */
const MOST = 4;
const RADIANS = Math.PI / 180;

/** The page with its lines level, as far as it was askew by less than {@link MOST} degrees. */
export function straight(page: Grey, ink: number): Grey {
  const angle = skewOf(page, ink);
  return Math.abs(angle) < 0.03 ? page : turned(page, angle * RADIANS);
}

/** Degrees by which rows of ink lie askew: where they are level, ink is crowded into the fewest rows. */
function skewOf(page: Grey, ink: number): number {
  const points = darkPoints(page, ink);
  const crowded = (angle: number) => {
    const slope = Math.tan(angle * RADIANS);
    const rows = new Float64Array(page.height + 2 * page.width);
    for (let i = 0; i < points.length; i += 2) {
      const row = Math.round((points[i + 1] as number) - (points[i] as number) * slope) + page.width;
      if (row >= 0 && row < rows.length) rows[row] = (rows[row] as number) + 1;
    }
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
  const best = (around: number, step: number, steps: number) => {
    const angles = Array.from({ length: 2 * steps + 1 }, (_, i) => around + (i - steps) * step);
    const found = angles.map(crowded);
    return angles[found.indexOf(Math.max(...found))] as number;
  };
  return best(best(0, 0.2, MOST / 0.2), 0.04, 5);
}

/** Places of ink, x before y, in every third column. */
function darkPoints({ width, height, data }: Grey, ink: number): Int32Array {
  const points: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = y % 3; x < width; x += 3) if ((data[y * width + x] as number) < ink) points.push(x, y);
  }
  return Int32Array.from(points);
}

function turned(page: Grey, angle: number): Grey {
  const { width, height } = page;
  const [cos, sin, middleX, middleY] = [Math.cos(angle), Math.sin(angle), width / 2, height / 2];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - middleX, y - middleY];
      data[y * width + x] = brightness(page, middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos);
    }
  }
  return { width, height, data };
}
