/** A page as a picture: how bright it is at each point. */
import { refuse } from '../../limits.ts';

/** One byte a point, from 0 (ink) to 255 (paper), rows from the top. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A4 at 600 dots an inch has 35 million points. */
export const MAX_POINTS = 40_000_000;
/** The longer side of an A4 page at 220 dots an inch: more tells a recogniser nothing. */
const ENOUGH = 2600;

/** @throws UnreadableError FILE.BOMB for a picture that would unpack to too much. */
export function boundPoints(width: number, height: number): void {
  if (width * height > MAX_POINTS) refuse(`a picture of ${width} × ${height} points`);
}

/**
 * The brightest of the colours of each point: a red seal over black print is paper then, and the print stays.
 * @param channels bytes a point: 1, 3 (red, green, blue) or 4 (with what is ignored)
 */
export function greyOf(width: number, height: number, bytes: Uint8Array, channels: 1 | 3 | 4): Grey {
  if (channels === 1) return { width, height, data: bytes };
  const data = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < data.length; i++, at += channels) {
    data[i] = Math.max(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number);
  }
  return { width, height, data };
}

/** The mean of squares of points, as many as leave enough to read; the same picture where it has no more than enough. */
export function shrunk(picture: Grey, most = ENOUGH): Grey {
  const by = Math.ceil(Math.max(picture.width, picture.height) / most - 0.2);
  if (by < 2) return picture;
  const [width, height] = [Math.floor(picture.width / by), Math.floor(picture.height / by)];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < by; dy++) {
        const start = (y * by + dy) * picture.width + x * by;
        for (let dx = 0; dx < by; dx++) sum += picture.data[start + dx] as number;
      }
      data[y * width + x] = sum / (by * by);
    }
  }
  return { width, height, data };
}

/** How bright it is between points, by the four around; paper outside. */
export function brightness({ width, height, data }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const upper = (data[at] as number) * (1 - fx) + (data[at + 1] as number) * fx;
  const lower = (data[at + width] as number) * (1 - fx) + (data[at + width + 1] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** What is darker than this is ink: a part of how bright nine tenths of the page are at the most. */
export function inkBelow({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] as number) + 1;
  let paper = 255;
  for (let above = 0; paper > 0 && above < data.length / 10; paper--) above += counts[paper] as number;
  return paper * 0.72;
}
