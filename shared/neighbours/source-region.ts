/** Several agencies may bear one name (鼓楼区教育局 of 南京, 徐州, 福州 and 开封): which of them a source speaks of. */
import { regionAncestors, regionName } from '../domain/regions.ts';

/**
 * The one region of these whose city, or province, the texts name; `null` where they name none of them, or several.
 * @param texts of the report, in simplified characters, and the name of its file
 * @param candidates codes of the regions that the agency's name may mean
 */
function regionInSource(texts: readonly string[], candidates: readonly string[]): string | null {
  const told = candidates.map((code) => ({ code, ...namesAround(code) }));
  for (const tier of ['own', 'city', 'province'] as const) {
    // A name that all of them bear tells none of them apart.
    const telling = told.filter(
      ({ [tier]: name }) => name !== null && told.filter((other) => other[tier] === name).length < told.length,
    );
    const named = telling.filter(({ [tier]: name }) => texts.some((text) => text.includes(name as string)));
    const [only, ...more] = named;
    if (only !== undefined) return more.length === 0 ? only.code : null;
  }
  return null;
}

function namesAround(code: string): Record<'own' | 'city' | 'province', string | null> {
  const [province = code, city = code] = regionAncestors(code);
  return {
    own: regionName(code),
    city: city === code ? null : regionName(city),
    province: province === code ? null : regionName(province),
  };
}

/**
 * The region of a report whose agency's name says none: of those that people gave to the name, the one that its source
 * names; where one was given, that one, unless the source names another that the name may mean.
 */
export function regionGiven(
  texts: readonly string[],
  given: readonly string[],
  called: readonly string[],
): string | null {
  const named = regionInSource(texts, [...new Set([...given, ...called])]);
  if (named !== null) return given.includes(named) ? named : null;
  const [only, ...more] = given;
  return only !== undefined && more.length === 0 ? only : null;
}
