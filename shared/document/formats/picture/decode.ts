/** Files of pictures → grey pages. */
import { UnreadableError } from '../../unreadable.ts';
import { boundPoints, type Grey, greyOf } from './grey.ts';

/** Where a PNG says how large it is: big-endian, behind the length and the name of its first chunk. */
const PNG_SIZE = 16;
/** JPEG: segments that hold a frame's size, of all codings (ITU-T T.81, table B.1). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const MEGABYTES = 512;

/** @throws UnreadableError FILE.PICTURES where they are damaged, FILE.BOMB */
export async function decodePng(bytes: Uint8Array): Promise<Grey> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { PNG } = (await import('pngjs')).default;
  return orRefused('PNG', () => {
    boundPoints(file.readUInt32BE(PNG_SIZE), file.readUInt32BE(PNG_SIZE + 4));
    const { width, height, data } = PNG.sync.read(file);
    return greyOf(width, height, onPaper(data), 4);
  });
}

/** @throws UnreadableError FILE.PICTURES where they are damaged, FILE.BOMB */
export async function decodeJpeg(bytes: Uint8Array): Promise<Grey> {
  const { decode } = (await import('jpeg-js')).default;
  return orRefused('JPEG', () => {
    boundPoints(...jpegSize(bytes));
    const options = { useTArray: true, formatAsRGBA: false, maxMemoryUsageInMB: MEGABYTES } as const;
    const { width, height, data } = decode(bytes, options);
    return greyOf(width, height, data, 3);
  });
}

/** What lets the ground through shows paper. */
function onPaper(data: Uint8Array): Uint8Array {
  for (let at = 0; at < data.length; at += 4) if ((data[at + 3] as number) < 128) data.fill(255, at, at + 3);
  return data;
}

function jpegSize(bytes: Uint8Array): [width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (!FRAMES.has(view.getUint8(at + 1))) at += 2 + view.getUint16(at + 2);
  return [view.getUint16(at + 7), view.getUint16(at + 5)];
}

/** What a decoder throws at bytes that it cannot follow is a fault of the file; the advice for pictures fits it best. */
function orRefused(kind: string, decode: () => Grey): Grey {
  try {
    return decode();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('FILE.PICTURES', `${kind}: ${(error as Error).message}`, { cause: error });
  }
}
