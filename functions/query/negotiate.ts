/** Which of the media types on offer a client wants (RFC 9110, 12.5.1). */
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { ProblemError } from './problem.ts';

/**
 * The offered type that the client prefers; of equals, the first offered. Without a wish it is the first.
 * @throws ProblemError 406 with the types on offer
 */
export function negotiate<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type {
  const wishes = (accept ?? '*/*').split(',').map(parseWish);
  let best: Type | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const fitting = wishes.filter(({ range }) => fits(range, type)).sort((a, b) => b.precision - a.precision);
    const quality = fitting[0]?.quality ?? 0;
    if (quality > bestQuality) [best, bestQuality] = [type, quality];
  }
  if (best !== null) return best;
  throw new ProblemError('not-acceptable', PROBLEMS.offered(offered.join(', ')));
}

function parseWish(wish: string): { range: string; quality: number; precision: number } {
  const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  const precision = range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2;
  return { range, quality: Number.isFinite(quality) ? quality : 0, precision };
}

function fits(range: string, type: string): boolean {
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}
