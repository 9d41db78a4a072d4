/** Text that is printed well but cannot be copied: its fonts do not say which characters their glyphs are. */
import { usualShare } from '../../encoding.ts';
import { UnreadableError } from '../../unreadable.ts';

/** So many characters say something about a text. */
const ENOUGH = 50;
/** Share of the commonest characters among all Chinese ones: of reports it is 0.6 and more, of what chance prints 0.2 and less. */
const MIN_USUAL = 0.3;
/** Share of Latin letters with accents, which Chinese text in a wrong encoding consists of. */
const MAX_ACCENTED = 0.2;

/** @throws UnreadableError FILE.GARBLED where what the glyphs are said to be is no text. */
export function refuseGarbled(text: string): void {
  const visible = text.replace(/\s/g, '');
  const chinese = text.match(/[\u3400-\u9FFF]/g)?.length ?? 0;
  const accented = visible.match(/[\u00A1-\u00FF]/g)?.length ?? 0;
  const nameless = visible.match(/[\p{Cc}\p{Co}\uFFFD]/gu)?.length ?? 0;
  if (visible.length < ENOUGH) return;
  const isWrong = chinese >= ENOUGH && usualShare(text) < MIN_USUAL;
  if (isWrong || accented > MAX_ACCENTED * visible.length || nameless > visible.length / 2)
    throw new UnreadableError('FILE.GARBLED');
}
