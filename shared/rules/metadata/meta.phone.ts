import { placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** 0691-762153: an area code and what follows it; only where the words before say that it is a telephone. */
const PHONE =
  /(?:电话|传真|联系方式|热线|咨询|电\s*话)(?:号码)?[^\d,。;]{0,8}?\(?(?<area>0\d{2,3})\)?[-—–― ]?(?<local>\d{3,10})(?!\d)/g;
const BARE = /(?:电话|传真)(?:号码)?[:为是]?(?<local>[2-8]\d{3,9})(?![\d\-—])/g;
const SHORT_NUMBERS = /^(?:1\d{2,4}|9\d{4})$/;

/**
 * The local part of a telephone number has seven or eight digits.
 */
export const rule: Rule = {
  id: 'META.PHONE',
  title: { zh: '联系电话位数不对', en: 'A telephone number with digits too few or too many' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '公众按此电话咨询，多一位少一位都打不通。',
    en: 'People call it: a digit too few or too many is of no use.',
  },
  falseAlarm: {
    zh: '分机号和两个连写的号码；10位以上不判。',
    en: 'Extensions and two numbers written together; 10 digits and more are not judged.',
  },
  basis: null,
  check({ report }) {
    const lines = report.prose.filter(({ where }) => where !== 'head');
    return decided(
      lines.flatMap(({ plain, text, place }) =>
        [...plain.matchAll(PHONE), ...plain.matchAll(BARE)].flatMap((match) => {
          const { area, local = '' } = match.groups ?? {};
          if (!isWrong(area, local)) return [];
          const printed = area === undefined ? local : `${area}-${local}`;
          return [
            {
              message: {
                zh: `电话“${printed}”的本地号码有${local.length}位，一般为7位或8位，请核对。`,
                en: `The local part of the telephone number ${printed} has ${local.length} digits; 7 or 8 are expected.`,
              },
              actual: printed,
              evidence: [{ place, text }],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    {
      title: 'seven and eight digits',
      text: { preamble: ['电话：0691-7621530，传真：010-66050000。'] },
      outcome: 'pass',
    },
    {
      title: 'six digits',
      text: { preamble: ['如有疑问，请联系办公室，电话：0691-762153，传真：0691-7621530。'] },
      outcome: {
        fails: [
          {
            actual: '0691-762153',
            evidence: [
              {
                place: placeOfPart('preamble'),
                text: '如有疑问，请联系办公室，电话：0691-762153，传真：0691-7621530。',
              },
            ],
          },
        ],
      },
    },
    { title: 'nine digits', text: { preamble: ['联系电话：0691-762153012。'] }, outcome: { fails: [{}] } },
    {
      title: 'seven digits where eight are in use',
      text: { preamble: ['联系电话：010-6605000。'] },
      outcome: { fails: [{ actual: '010-6605000' }] },
    },
    { title: 'hotlines are short', text: { preamble: ['咨询电话：12345。'] }, outcome: 'pass' },
  ],
  cases: () => [
    { title: 'what the site prints above', text: { head: ['联系电话：010-660500'] }, outcome: 'pass' },
    {
      title: 'six digits without an area',
      text: { preamble: ['联系电话：660500。'] },
      outcome: { fails: [{ actual: '660500' }] },
    },
    { title: 'seven digits without an area', text: { preamble: ['联系电话：6605001。'] }, outcome: 'pass' },
    {
      title: 'a hotline behind its area, and two numbers in one behind theirs',
      text: { preamble: ['电话：021-12333，传真：0691-7621530762。'] },
      outcome: 'pass',
    },
    { title: 'two numbers in one', text: { preamble: ['联系电话：6605001660500。'] }, outcome: 'pass' },
  ],
};

function isWrong(area: string | undefined, local: string): boolean {
  if (SHORT_NUMBERS.test(local) || local.length > 9) return false;
  if (local.length !== 7 && local.length !== 8) return true;
  // The great cities, whose codes have three digits, dial eight.
  return local.length === 7 && area !== undefined && area.length === 3;
}
