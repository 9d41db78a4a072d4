/** The page on which operators say who may do what where. */
import type { Text } from '../../domain/labels.ts';
import { html } from '../markup.ts';
import { languageFields } from './ending.ts';
import { clock, layout } from './layout.ts';
import type { Voice } from './types.ts';

const WORDS = {
  title: { zh: '权限', en: 'Rights' },
  lead: {
    zh: '经办人看本机关，主管人员看本地区及其下级；操作员可做全部事项。身份认证系统给出的角色另行生效。',
    en: 'Clerks see their agency, supervisors their region with all under it, operators do everything. Roles that the issuer names come on top.',
  },
  who: { zh: '邮箱（须经认证系统核实）或用户标识', en: 'Verified mail address, or subject' },
  role: { zh: '角色', en: 'Role' },
  over: { zh: '地区或机关', en: 'Region or agency' },
  region: { zh: '地区（名称或代码）', en: 'Region (name or code)' },
  agency: { zh: '机关全称', en: 'Agency (full name)' },
  by: { zh: '授权人', en: 'Granted by' },
  save: { zh: '保存', en: 'Save' },
  take: { zh: '收回', en: 'Withdraw' },
  everything: { zh: '全部', en: 'everything' },
  none: { zh: '还没有授权。', en: 'No grants yet.' },
} as const satisfies Record<string, Text>;

const ROLE_WORDS: Readonly<Record<string, Text>> = {
  reader: { zh: '查阅人', en: 'reader' },
  clerk: { zh: '经办人', en: 'clerk' },
  supervisor: { zh: '主管人员', en: 'supervisor' },
  operator: { zh: '操作员', en: 'operator' },
};

interface Granted {
  who: string;
  grants: readonly { role: string; region: string | null; agency: string | null }[];
  by: string;
  at: string;
}

export function grantsPage(all: readonly Granted[], voice: Voice): string {
  const { say } = voice;
  const rows = all.flatMap(({ who, grants, by, at }) =>
    grants.map(({ role, region, agency }) => {
      const over = region ?? agency ?? say(WORDS.everything);
      return html`<tr>
<th scope="row">${who}</th><td>${say(ROLE_WORDS[role] ?? { zh: role, en: role })}</td><td>${over}</td><td>${by} <time datetime="${at}">${clock(at)}</time></td>
<td><form method="post" action="/grants">${languageFields(voice)}<input type="hidden" name="who" value="${who}"><input type="hidden" name="role" value="none"><button aria-label="${say(WORDS.take)} ${who} ${over}">${say(WORDS.take)}</button></form></td>
</tr>`;
    }),
  );
  const options = Object.entries(ROLE_WORDS).map(
    ([role, words]) => html`<option value="${role}">${say(words)}</option>`,
  );
  const heads = [WORDS.who, WORDS.role, WORDS.over, WORDS.by, WORDS.take].map(
    (words) => html`<th scope="col">${say(words)}</th>`,
  );
  const table = html`<table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  return layout(
    voice,
    say(WORDS.title),
    html`<h1>${say(WORDS.title)}</h1>
<p>${say(WORDS.lead)}</p>
<form class="sheet" method="post" action="/grants" aria-label="${say(WORDS.save)}">
<label>${say(WORDS.who)} <input name="who" required maxlength="254"></label>
<label>${say(WORDS.role)} <select name="role">${options}</select></label>
<label>${say(WORDS.region)} <input name="region" maxlength="40"></label>
<label>${say(WORDS.agency)} <input name="agency" maxlength="200"></label>
${languageFields(voice)}
<p class="buttons"><button class="primary">${say(WORDS.save)}</button></p>
</form>
${rows.length === 0 ? html`<p class="calm">${say(WORDS.none)}</p>` : table}`,
  );
}
