/** The catalogue as data, and as the pages docs/rules.md and docs/rules.en.md (`gouji rules --format md`). */

import type { Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import { exampleContext } from './example.ts';
import { CATALOG_VERSION, RULES } from './index.ts';
import { allExamples, codesOf } from './profile.ts';
import type { Fault, Rule } from './types.ts';

interface CatalogRule {
  id: string;
  title: Text;
  severity: Severity;
  basis: Text | null;
  about: Rule['about'];
  /** The other reports that it needs, or `null`. */
  needs: NonNullable<Rule['needs']> | null;
  why: Text;
  falseAlarm: Text;
  /** Sub-codes; `severity` is in force where the profile says nothing, `hidden` ones are shown only if it names them. */
  codes: { code: string; severity: Severity; hidden: boolean }[];
}

/** The catalogue for programs: what a finding's `rule` and `code` stand for. */
export function catalogJson(): { version: string; rules: CatalogRule[] } {
  return {
    version: CATALOG_VERSION,
    rules: RULES.map((rule) => ({
      id: rule.id,
      title: rule.title,
      severity: rule.severity,
      basis: rule.basis,
      about: rule.about,
      needs: rule.needs ?? null,
      why: rule.why,
      falseAlarm: rule.falseAlarm,
      codes: codesOf(rule).map((code) => ({
        code,
        severity: severityOf(rule, code),
        hidden: rule.hiddenCodes?.includes(code) ?? false,
      })),
    })),
  };
}

type Language = keyof Text;

/** What the page says around the rules. */
const PAGE = {
  zh: {
    title: '# 核对规则',
    other: '[English](rules.en.md)',
    intro: (version: string, count: number) =>
      `规则目录 ${version}，共${count}条。本页由 \`npm run rules\` 生成，请勿直接修改。`,
    note: '**错误**须改正后才算通过；**疑点**请逐条核对；**提示**供参考。数据空白或没有读到的，不判对错，作“未定”。配置文件可以调整每条规则的级别。',
    head: '| 规则 | 核对什么 | 级别 |',
    severities: { error: '错误', warning: '疑点', notice: '提示' },
    why: '为什么',
    basis: '依据',
    falseAlarm: '可能误报',
    codes: '子项',
    hidden: '默认不显示',
    needs: '需要',
    needed: {
      earlier: '本机关上一年度的报告',
      otherCopies: '同一年度的其他版本',
      peers: '同一地区其他机关的报告',
      roster: '应报送机关名录',
    },
    examples: '会这样提示',
    stop: '。',
    groups: {
      STR: '结构',
      TBL: '表格',
      T2: '表二',
      T3: '表三',
      T4: '表四',
      NAR: '正文与表格',
      META: '日期、机关、引用',
      XYR: '与上年度比较',
      XAG: '与其他机关比较',
      PRV: '个人信息和保密',
      TXT: '文字',
    },
  },
  en: {
    title: '# Rules',
    other: '[中文](rules.md)',
    intro: (version: string, count: number) =>
      `Catalogue ${version}, ${count} rules. Made by \`npm run rules\`; do not edit.`,
    note: 'An **error** has to be corrected; look at each **warning**; a **notice** is a remark. Where a cell is blank or was not read a rule is *undecided*: neither passed nor failed. A profile may change the severity of each rule.',
    head: '| rule | checks | severity |',
    severities: { error: 'error', warning: 'warning', notice: 'notice' },
    why: 'Why',
    basis: 'Basis',
    falseAlarm: 'May be a false alarm',
    codes: 'Sub-codes',
    hidden: 'hidden',
    needs: 'Needs',
    needed: {
      earlier: "the agency's report of the year before",
      otherCopies: 'other copies for the same year',
      peers: 'reports of other agencies of the region',
      roster: 'the roster of agencies that have to report',
    },
    examples: 'It says',
    stop: '',
    groups: {
      STR: 'Structure',
      TBL: 'Tables',
      T2: 'Table 2',
      T3: 'Table 3',
      T4: 'Table 4',
      NAR: 'Text against tables',
      META: 'Dates, names, citations',
      XYR: 'The year before',
      XAG: 'Other agencies',
      PRV: 'Personal data and secrets',
      TXT: 'Wording',
    },
  },
} as const;

/** Messages that are shown of each rule. */
const MOST_SHOWN = 3;

/** The page of the documentation: a table of all rules, then what each is for and how it speaks. */
export function catalogMarkdown(language: Language = 'zh'): string {
  const say = PAGE[language];
  const rows = Object.entries(say.groups).flatMap(([group, name]) => [
    `| **${name}** | | |`,
    ...RULES.filter(({ id }) => id.startsWith(`${group}.`)).map(
      ({ id, title, severity }) => `| [${id}](#${anchor(id)}) | ${title[language]} | ${say.severities[severity]} |`,
    ),
  ]);
  return [
    say.title,
    '',
    say.other,
    '',
    say.intro(CATALOG_VERSION, RULES.length),
    '',
    say.note,
    '',
    say.head,
    '| --- | --- | --- |',
    ...rows,
    ...RULES.flatMap((rule) => section(rule, language)),
    '',
  ].join('\n');
}

function section(rule: Rule, language: Language): string[] {
  const say = PAGE[language];
  const { id, title, severity, why, falseAlarm, basis, needs } = rule;
  const codes = codesOf(rule).map((code) => {
    const hidden = rule.hiddenCodes?.includes(code) ? `, ${say.hidden}` : '';
    return `\`${code}\` (${say.severities[severityOf(rule, code)]}${hidden})`;
  });
  const line = (name: string, words: string) => `- **${name}**: ${words}`;
  return [
    '',
    `## ${id}`,
    '',
    `${title[language]} (${say.severities[severity]})`,
    '',
    line(say.why, why[language]),
    ...(basis ? [line(say.basis, basis[language])] : []),
    line(say.falseAlarm, falseAlarm[language]),
    ...(needs ? [line(say.needs, `${say.needed[needs]}${say.stop}`)] : []),
    ...(codes.length > 0 ? [line(say.codes, codes.join(', '))] : []),
    `- **${say.examples}**:`,
    ...messagesOf(rule)
      .slice(0, MOST_SHOWN)
      .map(({ message, hint }) => `  - ${message[language]}${hint ? ` ${hint[language]}` : ''}`),
  ];
}

/** What the rule says of its examples, each message once. */
function messagesOf(rule: Rule): Fault[] {
  const faults = rule.examples().flatMap((example) => {
    const verdict = rule.check(exampleContext(example));
    return verdict.verdict === 'decided' ? verdict.faults.slice(0, 1) : [];
  });
  return [...new Map(faults.map((fault) => [fault.message.zh, fault])).values()];
}

function severityOf(rule: Rule, code: string): Severity {
  const faults = allExamples(rule).flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : outcome.fails));
  return faults.find((fault) => fault.code === code && fault.severity)?.severity ?? rule.severity;
}

/** As GitHub makes anchors of headings. */
function anchor(id: string): string {
  return id.toLowerCase().replaceAll('.', '');
}
