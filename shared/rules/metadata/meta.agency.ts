import { ownNameTest } from '../../claims/scope.ts';
import { sentencesOf } from '../../claims/sentences.ts';
import type { Report } from '../../report/types.ts';
import { placeOfPart } from '../example-data.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

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
  cases: [
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
  return (
    /(?:办公室|办公厅|办)$/.test(signedBy) &&
    signedBy.includes(
      agency
        .slice(-6)
        .replace(/人民政府$/, '')
        .slice(-3),
    )
  );
}

const OFFICE = '[\\p{Script=Han}]{1,16}?(?:局|委员会|委|厅|管委会|中心|人民政府|街道办事处|镇政府)';
/** Who is said to report: by whom the report is written, or the subject of what was done in the year. */
const REPORTER: readonly RegExp[] = [
  new RegExp(`(?:本报告|报告)?由(?<name>${OFFICE})(?:依据|根据|按照|编制|负责编制|组织编制)`, 'u'),
  new RegExp(`(?:^|,)(?<name>${OFFICE})(?:现|特)?(?:组织)?(?:编制|公布)(?:了)?(?:本|\\d{4})[^。,]{0,20}报`, 'u'),
  new RegExp(`现将(?<name>${OFFICE})\\d{4}年度?(?:政府信息|信息公开|政务公开)`, 'u'),
  new RegExp(
    `^(?:\\([一二三四五]\\)[^。,:]{0,12}[。.,:]?)?(?:\\d{4}年度?|本年度?|全年),?(?<name>${OFFICE})(?:共|累计|主动|及时|通过|严格|认真|坚持|持续|不断|深入|切实|全年|公开|收到|受理|办理|制发)`,
    'u',
  ),
];
/** How agencies of other kinds call themselves. */
const SELF =
  /我(?<kind>局|委|厅)(?=主动|共|累计|及时|通过|公开|收到|受理|办理|未收到|严格|认真|坚持|高度|始终|按照|把|将|,)/u;
const KINDS = /(局|厅|委员会|委)$/;

/** Another office as the one that reports, as where the text of another agency was taken over. One fault a name. */
function reportedByAnother({ agency, level, prose }: Report): Fault[] {
  if (agency === null || level !== 'department') return [];
  const isOwn = ownNameTest(agency);
  const kind = KINDS.exec(agency)?.[1];
  const found = new Map<string, Fault>();
  for (const line of prose) {
    if (line.where !== 'preamble' && line.where !== 'overview') continue;
    for (const { plain, text } of sentencesOf(line)) {
      const names = REPORTER.flatMap((words) => words.exec(plain)?.groups?.name ?? []).filter(
        (name) => !isOwn(name) && !ownNameTest(name)(agency) && isOfSamePlace(name, agency),
      );
      const self = kind === undefined ? undefined : SELF.exec(plain);
      const isOther = self && !kind?.startsWith(self.groups?.kind as string);
      for (const name of [...names, ...(isOther ? [self[0]] : [])]) {
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

/** 青禾市审计局 beside 青禾市统计局, and 市局 anywhere: an agency further away is told of, not confused. */
function isOfSamePlace(name: string, agency: string): boolean {
  return name.startsWith(agency.slice(0, 2)) || /^[省市县区州]局$/.test(name);
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
