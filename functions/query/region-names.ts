/** Regions by name, for people: 江西省, 浔阳区, 九江市浔阳区; a code stays a code. */
import { regionIndex } from '../../shared/domain/region-index.ts';
import { regionAncestors, regionName } from '../../shared/domain/regions.ts';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { ProblemError } from './problem.ts';

/** Names to choose from before anything is typed: provinces and cities. */
export function commonRegions(): string[] {
  return [...regionIndex().names].flatMap(([code, name]) => (code.endsWith('00') ? name : []));
}

/** The whole name: 江西省九江市浔阳区; a city that is a province is named once. */
export function wholeName(code: string): string {
  const names = regionAncestors(code).map((each) => regionName(each) ?? '');
  return [...new Set(names)].join('');
}

/** What the field of a region shows: a code by its name, anything else as it was written. */
export function regionShown(text: string): string {
  return (/^\d{6}$/.test(text) && wholeName(text)) || text;
}

/** @throws ProblemError 400 where no region or several are called so; it names them */
export function regionCodeOf(text: string): string {
  const given = text.trim();
  if (/^\d{6}$/.test(given)) return given;
  const { codes, bare } = regionIndex();
  const found = [...codes, ...bare].flatMap(([name, all]) =>
    given.endsWith(name) ? all.filter((code) => name === given || wholeName(code).endsWith(given)) : [],
  );
  // A city that is a province (北京市) has two codes for one name: the smaller, of the province, is meant.
  const byName = new Map(
    [...found]
      .sort()
      .reverse()
      .map((code) => [wholeName(code), code]),
  );
  const unique = [...byName.values()].sort();
  const [only] = unique;
  if (only !== undefined && unique.length === 1) return only;
  if (only === undefined) throw new ProblemError('invalid-request', PROBLEMS.noRegion(given));
  const names = unique.map((code) => `${wholeName(code)}（${code}）`);
  throw new ProblemError('invalid-request', PROBLEMS.manyRegions(given, names), { regions: unique });
}
