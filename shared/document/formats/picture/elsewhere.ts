/** In place of `readers.ts` in functions without a recogniser: 25 MB that their other files do not need. */
import { UnreadableError } from '../../unreadable.ts';
import type * as readers from './readers.ts';

export const IS_ELSEWHERE: typeof readers.IS_ELSEWHERE = true;

const refused = async () => {
  throw new UnreadableError('FILE.PICTURES');
};

export const readPng: typeof readers.readPng = refused;
export const readJpeg: typeof readers.readJpeg = refused;
export const readPictures: typeof readers.readPictures = refused;
