/** How pictures of pages are read. Where another function does it, `elsewhere.ts` stands in its place (`#pictures`). */
import { basename, extname } from 'node:path/posix';
import type { Reading } from '../../format.ts';
import type { DocumentContent } from '../../types.ts';
import { pdfPages } from '../pdf/pictures.ts';
import { decodeJpeg, decodePng } from './decode.ts';
import type { Grey } from './grey.ts';
import { readScan } from './scan.ts';

/** Whether pictures are read by another function. */
export const IS_ELSEWHERE: boolean = false;

type Read = (bytes: Uint8Array, reading: Reading) => Promise<DocumentContent>;

export const readPng: Read = reader((bytes) => onePage(decodePng(bytes)));
export const readJpeg: Read = reader((bytes) => onePage(decodeJpeg(bytes)));
/** A PDF without text. */
export const readPictures: Read = reader(pdfPages);

/**
 * Who and when stand in the name of the file, if anywhere: the words of a picture are not read.
 * @throws UnreadableError FILE.PICTURES where no table 3 is ruled in it, FILE.BOMB.
 */
function reader(pages: (bytes: Uint8Array) => AsyncIterable<Grey>): Read {
  return (bytes, reading) => readScan(pages(bytes), basename(reading.name, extname(reading.name)), reading);
}

async function* onePage(page: Promise<Grey>): AsyncIterable<Grey> {
  yield await page;
}
