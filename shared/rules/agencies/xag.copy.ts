import { alike, ofItsKind } from '../../neighbours/alike.ts';
import { OTHER_SECTION, OWN_SECTION, peer } from '../../neighbours/example.ts';
import { FORM_2021_LIABILITY } from '../basis.ts';
import { PROSE } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, pass, undecided } from '../verdict.ts';

/** How many of those alike are named. */
const NAMED = 3;

/** Text shared with another agency of the same level in the region: one was written from the other. */
export const rule: Rule = {
  id: 'XAG.COPY',
  title: { zh: '与同级其他单位报告雷同', en: 'Text copied from another body' },
  severity: 'warning',
  about: 'words',
  needs: 'peers',
  why: { zh: '与同级单位雷同，多为互相照搬。', en: 'Alike texts of two agencies: one was copied.' },
  falseAlarm: { zh: '统一下发的模板段落。', en: 'Paragraphs of a common model.' },
  basis: FORM_2021_LIABILITY,
  check: ({ report, neighbours }) => {
    const peers = ofItsKind(report, neighbours.peers ?? []);
    if (peers.length === 0)
      return undecided({
        zh: `等待同级其他单位${report.year ?? ''}年度的报告。`,
        en: `Waiting for the reports of other agencies of its kind for ${report.year ?? 'the year'}.`,
      });
    const copies = alike(report, peers);
    const first = report.prose.find(({ where }) => where === 'overview');
    if (copies.length === 0 || !first) return pass();
    const named = copies.slice(0, NAMED);
    const list = named.map(({ other, share }) => `${other.agency} ${Math.floor(share * 100)}%`);
    return decided([
      {
        evidence: [{ place: first.place, text: first.text }],
        actual: named.map(({ other }) => other.agency).join('、'),
        message: {
          zh: `正文与${copies.length}个同级单位高度雷同（单位名称、数字不计）：${list.join('、')}。`,
          en: `The text is that of ${copies.length} other bodies, names and numbers apart: ${list.join(', ')}.`,
        },
        hint: { zh: '请按本机关的实际工作改写。', en: 'Rewrite it from the work of the body itself.' },
      },
    ]);
  },
  examples: () => [
    {
      title: 'the same text under another name',
      report: { regionCode: '999900' },
      text: { overview: [...OWN_SECTION, '示例市示例局全年公开信息426条，居民反映良好'] },
      neighbours: {
        peers: [
          peer('示例市水利局', {
            text: { overview: [...OWN_SECTION, '示例市水利局全年公开信息15条，居民反映良好'].join('\n') },
          }),
          peer('示例市教育局', { text: { overview: OTHER_SECTION.join('\n') } }),
        ],
      },
      outcome: {
        fails: [{ actual: '示例市水利局', evidence: [{ place: { line: 201 }, text: OWN_SECTION[0] as string }] }],
      },
    },
    {
      title: 'another text',
      report: { regionCode: '999900' },
      text: { overview: [...OWN_SECTION] },
      neighbours: { peers: [peer('示例市教育局', { text: { overview: OTHER_SECTION.join('\n') } })] },
      outcome: 'pass',
    },
    {
      title: 'false alarm: headings and legal sentences that all reports share',
      report: { regionCode: '999900' },
      text: {
        overview: [...PROSE.preamble, ...OWN_SECTION.slice(0, 3)],
        problems: PROSE.overview.filter((line) => line.length < 16),
      },
      neighbours: {
        peers: [
          peer('示例市水利局', {
            text: {
              overview: [...PROSE.preamble, ...OTHER_SECTION.slice(0, 3)].join('\n'),
              problems: PROSE.overview.filter((line) => line.length < 16).join('\n'),
            },
          }),
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'the same text from four bodies: three are named',
      report: { regionCode: '999900' },
      text: { overview: [...OWN_SECTION] },
      neighbours: {
        peers: ['示例市财政局', '示例市教育局', '示例市民政局', '示例市水利局'].map((agency) =>
          peer(agency, { text: { overview: OWN_SECTION.join('\n') } }),
        ),
      },
      outcome: { fails: [{ actual: '示例市财政局、示例市教育局、示例市民政局' }] },
    },
  ],
  cases: () => [
    {
      title: 'the same text in a town is no peer of a department',
      report: { regionCode: '999900' },
      text: { overview: [...OWN_SECTION] },
      neighbours: { peers: [peer('示例市示例镇', { level: 'town', text: { overview: OWN_SECTION.join('\n') } })] },
      outcome: 'undecided',
    },
    { title: 'without other reports it waits', neighbours: { peers: [] }, outcome: 'undecided' },
    {
      title: 'the same text, of which part one was not found',
      report: { regionCode: '999900' },
      text: { overview: [], problems: [...OWN_SECTION] },
      neighbours: { peers: [peer('示例市水利局', { text: { problems: OWN_SECTION.join('\n') } })] },
      outcome: 'pass',
    },
    { title: 'other reports were not looked for', outcome: 'undecided' },
  ],
};
