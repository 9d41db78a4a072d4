import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../shared/rules/profile.ts';
import { ProfileError, readProfile } from '../../shared/rules/profile-file.ts';

test('a file that names nothing is the strict profile under its own name', () => {
  expect(readProfile({ name: '示例市' })).toEqual({ ...PROFILES.strict, name: '示例市' });
  expect(readProfile({ name: '示例市', base: 'strict' })).toEqual({ ...PROFILES.strict, name: '示例市' });
});

test('what a file names goes before its base, the rest is as in the base', () => {
  const read = readProfile({
    name: '示例市',
    base: 'town',
    severities: { 'STR.HEADING': 'error', 'T2.STOCK/BULK': 'off' },
    parameters: { deadlineTown: '02-28' },
  });
  expect(read.severities).toEqual({ ...PROFILES.town.severities, 'STR.HEADING': 'error', 'T2.STOCK/BULK': 'off' });
  expect(read.parameters).toEqual({ ...PROFILES.town.parameters, deadlineTown: '02-28' });
});

test('the profile for towns differs in the deadline of towns, and leaves the others as the law has them', () => {
  expect(PROFILES.town.parameters).toEqual({
    deadlineDepartment: '01-31',
    deadlineGovernment: '03-31',
    deadlineTown: '03-31',
    deadlineTownHard: '03-31',
  });
});

describe('a file that cannot be used says what is wrong with it', () => {
  test.each([
    { title: 'no object', json: [], says: /file: / },
    { title: 'no name', json: {}, says: /name: / },
    { title: 'an empty name', json: { name: '' }, says: /name: / },
    { title: 'an unknown field', json: { name: 'a', severity: {} }, says: /severity/ },
    { title: 'an unknown base', json: { name: 'a', base: 'lax' }, says: /base: / },
    {
      title: 'an unknown severity',
      json: { name: 'a', severities: { 'T3.ODD': 'fatal' } },
      says: /severities\.T3\.ODD: /,
    },
    {
      title: 'an unknown rule',
      json: { name: 'a', severities: { 'T3.OD': 'off' } },
      says: /severities\.T3\.OD: there is no such rule/,
    },
    {
      title: 'an unknown sub-code',
      json: { name: 'a', severities: { 'T2.STOCK/NIL': 'off' } },
      says: /severities\.T2\.STOCK\/NIL: there is no such rule/,
    },
    { title: 'a parameter that is no date', json: { name: 'a', parameters: { deadlineTown: '13-31' } }, says: /01-31/ },
    { title: 'an unknown parameter', json: { name: 'a', parameters: { deadline: '01-31' } }, says: /deadline/ },
  ])('$title', ({ json, says }) => {
    expect(() => readProfile(json)).toThrow(ProfileError);
    expect(() => readProfile(json)).toThrow(says);
  });
});
