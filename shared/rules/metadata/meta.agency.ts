import { ownNames } from '../../claims/scope.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

/** Names that are easily turned around, right and wrong. */
const TURNED: readonly [string, string][] = [['风景名胜区', '名胜风景区']];

export const rule: Rule = {
  id: 'META.AGENCY',
  title: { zh: '标题、落款、正文机关名不一致', en: 'Title, signature and text name different bodies' },
  severity: 'notice',
  basis: null,
  check({ report }) {
    return decided([...signedByAnother(report), ...turnedAround(report)]);
  },
  examples: [
    { title: 'title and signature name one body', outcome: 'pass' },
    {
      title: 'signed by its office',
      report: { agency: '云溪县石桥镇人民政府', level: 'town', signedBy: '石桥镇人民政府办公室' },
      text: {
        problems: ['石桥镇人民政府办公室牵头整改。'],
        tail: ['特此报告。', '石桥镇人民政府办公室', '2024年2月6日'],
      },
      outcome: {
        fails: [
          {
            code: 'SIGNATURE',
            expected: '云溪县石桥镇人民政府',
            actual: '石桥镇人民政府办公室',
            evidence: [{ place: { line: 802 }, text: '石桥镇人民政府办公室' }],
          },
        ],
      },
    },
    {
      title: 'signed with a shorter name',
      report: { agency: '云溪县石桥镇人民政府', level: 'town', signedBy: '石桥镇人民政府' },
      outcome: 'pass',
    },
    { title: 'signed 我局', report: { signedBy: '我局' }, outcome: 'pass' },
    {
      title: 'one name in two orders',
      text: { proactive: ['大洪山风景名胜区党工委委托代管，大洪山名胜风景区管委会移交4份文件。'] },
      outcome: {
        fails: [
          {
            code: 'TURNED',
            expected: '大洪山风景名胜区',
            actual: '大洪山名胜风景区',
            evidence: [
              {
                place: { line: 301 },
                text: '大洪山风景名胜区党工委委托代管，大洪山名胜风景区管委会移交4份文件。',
              },
            ],
          },
        ],
      },
    },
    {
      title: 'two names that happen to be alike',
      text: { proactive: ['大洪山风景名胜区和云雾山名胜风景区。'] },
      outcome: 'pass',
    },
    { title: 'not signed', report: { signedBy: null }, outcome: 'pass' },
    { title: 'nobody named in the title', report: { agency: null }, outcome: 'pass' },
    {
      title: 'signed with a longer name',
      report: { agency: '石桥镇人民政府', level: 'town', signedBy: '云溪县石桥镇人民政府' },
      outcome: 'pass',
    },
    {
      title: 'signed by another body, in a line that was not read as prose',
      report: { signedBy: '云溪县水利局' },
      outcome: { fails: [{ code: 'SIGNATURE', actual: '云溪县水利局' }] },
    },
  ],
};

function signedByAnother({ agency, signedBy, prose }: Report): Fault[] {
  if (agency === null || signedBy === null) return [];
  const isOwn = ownNames(agency);
  if (isOwn(signedBy) || ownNames(signedBy)(agency)) return [];
  const line = prose.find(({ where, plain }) => where === 'tail' && plain.includes(signedBy));
  return [
    {
      code: 'SIGNATURE',
      message: {
        zh: `标题机关为“${agency}”，落款为“${signedBy}”，请统一。`,
        en: `The report is by ${agency}, but signed by ${signedBy}.`,
      },
      expected: agency,
      actual: signedBy,
      ...(line && { evidence: [{ place: line.place, text: line.text }] }),
    },
  ];
}

function turnedAround({ prose }: Report): Fault[] {
  return TURNED.flatMap(([right, wrong]) => {
    const named = prose.filter(({ plain }) => plain.includes(wrong));
    const uses = named.flatMap((line) =>
      [...line.plain.matchAll(new RegExp(`([\\p{Script=Han}]{2,3})${wrong}`, 'gu'))].map((match) => ({ line, match })),
    );
    const use = uses.find(({ match }) => prose.some(({ plain }) => plain.includes(`${match[1]}${right}`)));
    if (!use) return [];
    const [actual, place] = [use.match[0], use.match[1]];
    return [
      {
        code: 'TURNED',
        message: {
          zh: `同一名称前后写法不一：“${place}${right}”与“${actual}”。`,
          en: `One name in two orders: ${place}${right} and ${actual}.`,
        },
        expected: `${place}${right}`,
        actual,
        evidence: [{ place: use.line.place, text: use.line.text }],
      },
    ];
  });
}
