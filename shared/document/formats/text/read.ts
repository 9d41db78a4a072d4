/** Plain text: one paragraph for each line, exactly as printed. */
import type { Text } from '../../../domain/labels.ts';
import { type Decoded, decode } from '../../encoding.ts';
import { MAX_NODES, refuse } from '../../limits.ts';
import { NOTES } from '../../notes.ts';
import type { DocumentContent, Paragraph } from '../../types.ts';

/**
 * Reads a text file. Blank lines are paragraphs too: their number carries meaning where tables were flattened.
 * @throws UnreadableError FILE.KIND for bytes that are no text, FILE.BOMB for lines without end.
 */
export function readText(bytes: Uint8Array): DocumentContent {
  const decoded = decode(bytes);
  return {
    blocks: paragraphsOf(decoded.text),
    encoding: decoded.encoding,
    title: null,
    published: null,
    notes: decodingNotes(decoded),
  };
}

/**
 * Lines as an editor counts them; form feeds and Unicode separators break a line without counting.
 * @throws UnreadableError FILE.BOMB above {@link MAX_NODES}.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(/\r\n|\n|\r/, MAX_NODES + 1);
  if (lines.length > MAX_NODES) refuse(`more than ${MAX_NODES} lines`);
  if (lines.at(-1) === '') lines.pop();
  return UNCOUNTED.test(text)
    ? lines.flatMap((content, index) => piecesOf(content, index + 1))
    : lines.map((content, index) => ({ kind: 'paragraph', text: content, place: { line: index + 1, column: 1 } }));
}

/** What breaks a line without counting as one. */
const UNCOUNTED = /[\f\v\u0085\u2028\u2029]/;

function piecesOf(content: string, line: number): Paragraph[] {
  let column = 1;
  return content.split(UNCOUNTED).map((text) => {
    const place = { line, column };
    column += text.length + 1;
    return { kind: 'paragraph', text, place };
  });
}

/** Words for the user about characters that were lost before or while decoding. */
export function decodingNotes({ lost }: Decoded): Text[] {
  return lost === 0 ? [] : [NOTES.lost(lost)];
}
