/** Sentences and labels as offices write them: what a supervisor would sign is found, and nothing else. */
import { describe, expect, test } from 'vitest';
import { AGENCIES } from './sentences/agencies.ts';
import { CLAIMS } from './sentences/claims.ts';
import { LISTS } from './sentences/lists.ts';
import { findingsWith } from './sentences/place.ts';
import { PRINTED } from './sentences/printed.ts';
import { WORDINGS } from './sentences/wordings.ts';
import { YEARS } from './sentences/years.ts';

const GROUPS = [...LISTS, ...CLAIMS, ...AGENCIES, ...YEARS, ...WORDINGS];

describe.each(GROUPS)('$agency $place: $finds', ({ place, agency, replace = [], finds = [], sentences }) => {
  const named = agency === undefined ? [] : ([['青禾市统计局', agency]] as const);
  // Where no other sentence says how the agency calls itself.
  const unnamed = agency === undefined ? {} : { requests: '2023年,本机关收到政府信息公开申请14件。' };

  test.each(sentences)('%s', async (sentence) => {
    const found = await findingsWith({ ...unnamed, [place]: sentence }, [...named, ...replace]);
    expect(found).toEqual([...finds].sort());
  });
});

describe.each(PRINTED)('$finds', ({ finds, printed }) => {
  test.each(printed)('%s: %s', async (...words) => {
    expect(await findingsWith({}, [words])).toEqual([...finds].sort());
  });
});
