import { ownNameTest } from '../../claims/scope.ts';
import { sentencesOf } from '../../claims/sentences.ts';
import type { Report } from '../../report/types.ts';
import { placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { isAnother, namesOfReporters } from './reporters.ts';

/** Names that are easily turned around, right and wrong. */
const TURNED: readonly [string, string][] = [['风景名胜区', '名胜风景区']];

export const rule: Rule = {
  id: 'META.AGENCY',
  title: { zh: '标题、落款、正文机关名不一致', en: 'Title, signature and text name different bodies' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '标题、落款、正文机关不一致，多因照搬他人稿件。',
    en: "Title, signature and text differ: mostly another agency's text.",
  },
  falseAlarm: {
    zh: '机构更名，或办公室代政府编写。',
    en: 'A renamed agency, or an office that writes for its government.',
  },
  basis: null,
  check({ report }) {
    return decided([...signedByAnother(report), ...reportedByAnother(report), ...turnedAround(report)]);
  },
  examples: () => [
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
    {
      title: 'signed by another department',
      report: { signedBy: '示例市审计局' },
      outcome: { fails: [{ code: 'SIGNATURE', severity: 'warning', actual: '示例市审计局' }] },
    },
    {
      title: 'another department of the place is said to have written the report',
      text: { preamble: ['本报告由示例市审计局依据《条例》编制。'] },
      outcome: {
        fails: [
          {
            code: 'TEXT',
            severity: 'warning',
            actual: '示例市审计局',
            evidence: [{ place: placeOfPart('preamble'), text: '本报告由示例市审计局依据《条例》编制。' }],
          },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: 'another department is said to have done the work of the year',
      text: { overview: ['2023年，示例市审计局通过门户网站公开政府信息316条。'] },
      outcome: { fails: [{ code: 'TEXT', actual: '示例市审计局' }] },
    },
    {
      title: '我委 of a 局',
      text: { overview: ['2023年，我委主动公开政府信息316条。'] },
      outcome: { fails: [{ code: 'TEXT', actual: '我委' }] },
    },
    {
      title: 'the same department of another level',
      report: { agency: '示例县示例局', signedBy: null },
      text: {
        preamble: ['如有疑问，请与示例市示例局办公室联系。'],
        overview: ['2023年，市示例局主动公开政府信息316条。', '市局高度重视信息公开工作。'],
      },
      outcome: { fails: [{ code: 'TEXT', actual: '示例市示例局' }, { actual: '市示例局' }, { actual: '市局' }] },
    },
    {
      title: 'an office that tells of all departments',
      report: { agency: '示例市人民政府办公室', signedBy: null },
      text: { overview: ['2023年，示例市审计局主动公开政府信息316条。'] },
      outcome: 'pass',
    },
    {
      title: 'another department that gave help, or training, is none that reports',
      text: { overview: ['2023年，示例市司法局对我局开展业务培训2次。', '配合示例市审计局公开审计公告3条。'] },
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
    ...(
      [
        ['示例市人民政府', '示例市人民政府办公室', 'notice'],
        ['焦作市温县人民政府', '温县人民政府办公室', 'notice'],
        ['示例市示例局', '云溪县水利局办公室', 'warning'],
        ['示例市人民政府', '示例市人民代表大会', 'warning'],
        ['示例市示例局', '示例局办公室档案科', 'warning'],
      ] as const
    ).map(([agency, signedBy, severity]) => ({
      title: `${agency}, signed by ${signedBy}`,
      report: { agency, signedBy },
      text: { preamble: [], overview: [] },
      outcome: { fails: [{ code: 'SIGNATURE', ...(severity === 'warning' && { severity }) }] },
    })),
    {
      title: 'a government tells of its departments',
      report: { agency: '示例市人民政府', level: 'government', signedBy: null },
      text: { overview: ['2023年，示例市审计局主动公开政府信息316条。'] },
      outcome: 'pass',
    },
    {
      title: 'one department under two names, and that of another level',
      report: { agency: '云溪县发展和改革局', signedBy: null },
      text: {
        preamble: [],
        overview: ['2023年，县发改委主动公开政府信息316条。', '2023年，市发改局主动公开政府信息316条。'],
      },
      outcome: { fails: [{ code: 'TEXT', actual: '市发改局' }] },
    },
    {
      title: '我局 in the text of a government',
      report: { agency: '示例市人民政府', level: 'government', signedBy: null },
      text: { overview: ['2023年，我局主动公开政府信息316条，我办公开9条。'] },
      outcome: { fails: [{ code: 'TEXT', actual: '我局' }] },
    },
    {
      title: 'another office in what the site prints around the report',
      text: { head: ['本报告由示例市审计局编制。'], tail: ['本报告由示例市审计局编制。'] },
      outcome: 'pass',
    },
    {
      title: 'an agency that calls itself by no known word, and its own office',
      report: { agency: '示例市图书馆', signedBy: null },
      text: { preamble: [], overview: ['2023年，我局主动公开政府信息316条。'] },
      outcome: 'pass',
    },
    {
      title: 'a bureau that calls itself 我委, and one that does not',
      text: { overview: ['2023年，我委主动公开政府信息316条。我局公开信息9条。'] },
      outcome: { fails: [{ code: 'TEXT', severity: 'warning', actual: '我委' }] },
    },
    {
      title: 'a sub-unit whose name begins as its own',
      text: { overview: ['2023年，示例市示例局示例中心主动公开政府信息316条。'] },
      outcome: 'pass',
    },
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
  const isOwn = ownNameTest(agency);
  if (isOwn(signedBy) || ownNameTest(signedBy)(agency)) return [];
  const line = prose.find(({ where, plain }) => where === 'tail' && plain.includes(signedBy));
  return [
    {
      code: 'SIGNATURE',
      message: {
        zh: `标题机关为“${agency}”，落款为“${signedBy}”，请统一。`,
        en: `The report is by ${agency}, but signed by ${signedBy}.`,
      },
      ...(!isOfficeOf(signedBy, agency) && { severity: 'warning' as const }),
      expected: agency,
      actual: signedBy,
      ...(line && { evidence: [{ place: line.place, text: line.text }] }),
    },
  ];
}

/** The agency's own office signs for it; that is a matter of form. */
function isOfficeOf(signedBy: string, agency: string): boolean {
  return /(?:办公室|办公厅|办)$/.test(signedBy) && signedBy.includes(agency.replace(/人民政府$/, '').slice(-2));
}

/** Another office as the one that reports, as where the text of another agency was taken over. One fault a name. */
function reportedByAnother({ agency, prose }: Report): Fault[] {
  if (agency === null) return [];
  const found = new Map<string, Fault>();
  for (const line of prose) {
    if (line.where === 'head' || line.where === 'tail') continue;
    for (const { plain, text } of sentencesOf(line)) {
      for (const name of namesOfReporters(plain).filter((one) => isAnother(one, agency))) {
        found.set(name, {
          code: 'TEXT',
          severity: 'warning',
          message: {
            zh: `报告是“${agency}”的，正文却写“${name}”，请核对是否照搬了其他单位的文字。`,
            en: `The report is by ${agency}, but its text speaks of ${name}: check whether it was taken from another agency.`,
          },
          expected: agency,
          actual: name,
          evidence: [{ place: line.place, text }],
        });
      }
    }
  }
  return [...found.values()];
}

function turnedAround({ prose }: Report): Fault[] {
  return TURNED.flatMap(([right, wrong]) => {
    const words = new RegExp(`([\\p{Script=Han}]{2,3})${wrong}`, 'gu');
    const uses = prose.flatMap((line) => [...line.plain.matchAll(words)].map((match) => ({ line, match })));
    const use = uses.find(({ match }) => prose.some(({ plain }) => plain.includes(`${match[1]}${right}`)));
    if (!use) return [];
    const [actual, place] = [use.match[0], use.match[1]];
    return [
      {
        code: 'TURNED',
        message: {
          zh: `同一名称前后写法不一：“${place}${right}”与“${actual}”，请统一。`,
          en: `One name in two orders: ${place}${right} and ${actual}.`,
        },
        expected: `${place}${right}`,
        actual,
        evidence: [{ place: use.line.place, text: use.line.text }],
      },
    ];
  });
}
