/** Sentences as offices write them: what a supervisor would sign is found, and nothing else. */
import { describe, expect, test } from 'vitest';
import { AGENCIES } from './sentences/agencies.ts';
import { LISTS } from './sentences/lists.ts';
import { findingsWith } from './sentences/place.ts';
import { YEARS } from './sentences/years.ts';

describe.each([...LISTS, ...AGENCIES, ...YEARS])(
  '$agency $place: $finds',
  ({ place, agency, finds = [], sentences }) => {
    const ofAgency = agency === undefined ? [] : ([['青禾市统计局', agency]] as const);
    // Where no sentence says how the agency calls itself.
    const ofItself =
      agency === undefined || place === 'requests' ? {} : { requests: '2023年,本机关收到政府信息公开申请14件。' };

    test.each(sentences)('%s', async (sentence) => {
      expect(await findingsWith({ ...ofItself, [place]: sentence }, ofAgency)).toEqual([...finds].sort());
    });
  },
);
