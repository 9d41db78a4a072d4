import { describe, expect, test } from 'vitest';
import { readClaims } from '../../shared/claims/read.ts';
import type { Claim } from '../../shared/claims/types.ts';
import type { Where } from '../../shared/report/types.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { DISPUTES } from './cases/disputes.ts';
import { PROACTIVE } from './cases/proactive.ts';
import { REQUESTS } from './cases/requests.ts';
import { TRAPS } from './cases/traps.ts';
import type { Case } from './cases/types.ts';
import { AGENCY, HEADING, WORDINGS } from './wordings.ts';

const NO_PROSE = Object.fromEntries(
  ['head', 'preamble', 'overview', 'proactive', 'requests', 'disputes', 'problems', 'other', 'tail'].map((where) => [
    where,
    [] as string[],
  ]),
) as Record<Where, string[]>;

function claimsOf({ sentence, where = 'overview', report = {} }: Omit<Case, 'claims'>): readonly Claim[] {
  return readClaims(exampleReport({ text: { ...NO_PROSE, [where]: [sentence] }, report }));
}

/** The notation of `cases.ts`. */
function spelled({ kind, value, exact, scoped, satisfiedBy }: Claim): string {
  const cells = (satisfiedBy[0] ?? []).map((cell) =>
    cell
      .split('.')
      .slice(1)
      .join('.')
      .replace(/\.total$/, ''),
  );
  const open = kind === 'detail' || kind === 'dispute.outcome' ? `@${cells.join('+')}` : '';
  return `${scoped ? '' : '?'}${kind}${open}=${exact ? '' : '~'}${value}`;
}

test.each([...REQUESTS, ...DISPUTES, ...PROACTIVE])('$sentence', ({ claims, ...input }) => {
  expect(claimsOf(input).map(spelled).join(' ')).toBe(claims);
});

test.each(WORDINGS)('under 依申请公开: %s', (sentence, claims) => {
  const text = { ...NO_PROSE, overview: [HEADING, sentence] };
  const read = readClaims(exampleReport({ text, report: { agency: AGENCY } }));
  expect(read.map(spelled).join(' ')).toBe(claims);
});

test.each(TRAPS)('trap: $sentence', ({ claims, ...input }) => {
  expect(claimsOf(input).map(spelled).join(' ')).toBe(claims);
  expect(claimsOf(input).filter(({ scoped }) => scoped)).toEqual([]);
});

/** Words before a number that are not known: it may be of this agency, unless they name another one or another way to count. */
test.each([
  ['收到政府信息公开申请5件。', false],
  ['积极收到政府信息公开申请5件。', true],
  ['积极收到政府信息公开申请5件。', false, 'problems'],
  ['青禾教育局收到政府信息公开申请5件。', false],
  ['积极通过网络收到政府信息公开申请5件。', false],
] satisfies [string, boolean, Where?][])(
  '%s may be of this agency: %s',
  (sentence, unsure, where: Where = 'overview') => {
    expect(claimsOf({ sentence, where }).map((claim) => claim.unsure)).toEqual([unsure]);
  },
);

test('of all that were counted nothing is claimed where nothing was', () => {
  expect(claimsOf({ sentence: '行政诉讼均胜诉。', where: 'disputes' })).toEqual([]);
});

describe('cells', () => {
  const cellsOf = (sentence: string, report: Case['report'] = {}) =>
    claimsOf({ sentence, report }).map(({ satisfiedBy }) => satisfiedBy);

  test('收到 N may be the new ones, or with those carried in; 新收 N is the new ones alone', () => {
    expect(cellsOf('收到政府信息公开申请5件。')).toEqual([
      [['requests.received.total'], ['requests.received.total', 'requests.carriedIn.total']],
    ]);
    expect(cellsOf('新收政府信息公开申请5件。')).toEqual([[['requests.received.total']]]);
  });

  test('行政诉讼 N is both blocks of litigation, or one of them', () => {
    expect(cellsOf('发生行政诉讼3件。')).toEqual([
      [
        ['disputes.directLitigation.total', 'disputes.litigationAfterReconsideration.total'],
        ['disputes.directLitigation.total'],
        ['disputes.litigationAfterReconsideration.total'],
      ],
    ]);
  });

  test('of outcomes of litigation as well', () => {
    expect(cellsOf('因政府信息公开被提起行政诉讼3件，胜诉3件。').at(1)).toEqual([
      ['disputes.directLitigation.upheld', 'disputes.litigationAfterReconsideration.upheld'],
      ['disputes.directLitigation.upheld'],
      ['disputes.litigationAfterReconsideration.upheld'],
    ]);
  });

  test('only cells that the form prints', () => {
    const report = { format: '2019-60', year: 2023 } as const;
    expect(cellsOf('收到申请9件,其他处理3件。', report).at(1)).toEqual([['requests.other.other.total']]);
    expect(cellsOf('制发规范性文件3件。', report)).toEqual([
      [['proactive.normativeDocuments.created'], ['proactive.normativeDocuments.disclosed']],
    ]);
    expect(cellsOf('规范性文件现行有效3件。', report)).toEqual([[]]);
  });
});

describe('across lines', () => {
  const claimsIn = (overview: string[]) =>
    readClaims(exampleReport({ text: { ...NO_PROSE, overview } }))
      .map(spelled)
      .join(' ');

  test('其中 at the start of a line goes on with the scope of the line before', () => {
    expect(claimsIn(['通过网络收到政府信息公开申请9件。', '其中予以公开5件、不予公开4件。'])).toBe(
      '?received=9 ?granted=5 ?denied=4',
    );
  });

  test('a line that breaks off in a sentence goes on in the next; a number cut in two is not read', () => {
    expect(claimsIn(['2023年，我局不断拓宽渠道，群众通过网络方式提交申请，', '收到政府信息公开申请9件。'])).toBe(
      '?received=9',
    );
    expect(claimsIn(['2023年，我局不断拓宽渠道，新收政府信息公开申请1', '9件。'])).toBe('');
  });

  test.each([
    ['the paragraph has to name the category', ['推进政府信息公开。', '收到申请9件。'], '?received=9'],
    [
      'a line that breaks off is the same paragraph',
      ['我局扎实推进政府信息公开各项工作任务，不断拓宽公开渠道', '收到申请9件。'],
      'received=9',
    ],
    ['20 characters are a full line', ['推进政府信息公开工作，拓宽各类公开的渠道', '收到申请9件。'], 'received=9'],
    ['19 are none', ['推进政府信息公开工作，拓宽各类公开渠道', '收到申请9件。'], '?received=9'],
    ['a sub-heading names it for all below', ['（二）政府信息公开申请', '收到申请14件。'], 'received=14'],
    [
      'a numbered paragraph is a sub-heading by its first words',
      ['（三）加强队伍建设，全年组织业务培训以及专题会议，覆盖各科室，推进政府信息公开。', '收到申请9件。'],
      '?received=9',
    ],
    [
      'another year holds to the end of the paragraph',
      ['2022年我局认真做好各项公开工作，不断完善制度机制，', '新收政府信息公开申请9件。'],
      '?received=9',
    ],
    [
      'and for what goes on with it',
      ['2022年新收政府信息公开申请9件。', '其中予以公开3件、不予公开6件。'],
      '?received=9 ?granted=3 ?denied=6',
    ],
  ])('%s', (_, overview, claims) => {
    expect(claimsIn(overview)).toBe(claims);
  });

  test('a sub-heading and a broken line end with their part', () => {
    const text = { ...NO_PROSE, overview: ['（二）政府信息公开申请'], proactive: ['收到申请14件。'] };
    expect(readClaims(exampleReport({ text })).map(spelled)).toEqual(['?received=14']);
    const broken = {
      ...NO_PROSE,
      overview: ['2022年我局认真做好各项公开工作，不断完善制度机制，'],
      requests: ['新收政府信息公开申请9件。'],
    };
    expect(readClaims(exampleReport({ text: broken })).map(spelled)).toEqual(['received=9']);
  });

  test('a sub-heading is no broken line, and each paragraph starts anew', () => {
    expect(
      claimsIn(['(一)网络申请', '新收政府信息公开申请9件。', '2022年新收政府信息公开申请3件。', '新收依申请公开9件。']),
    ).toBe('received=9 ?received=3 received=9');
  });
});

test('a claim keeps the sentence as printed, its line and its part', () => {
  const [, second] = claimsOf({
    sentence: '新收申请五件，办结5件。 上年结转0件。收到申请（共）5件。',
    where: 'requests',
  });
  expect(second).toMatchObject({ sentence: '新收申请五件，办结5件。', where: 'requests', unit: '件', tolerance: 0 });
  const [none] = claimsOf({ sentence: '未收到政府信息公开申请。' });
  expect(none).toMatchObject({ value: 0, unit: '', exact: true, tolerance: 0 });
});

test('text that nobody wrote ends as no claim: endless clauses, numbers and brackets', () => {
  const long = (text: string) => text.repeat(40_000);
  for (const sentence of [
    `${long('的')}申请5件。`,
    `${long('政府信息公开')}5件。`,
    `收到申请${long('9')}件。`,
    long('其中('),
  ]) {
    expect(claimsOf({ sentence }).filter(({ scoped }) => scoped)).toEqual([]);
  }
});
