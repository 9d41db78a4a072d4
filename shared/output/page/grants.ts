/** The page on which operators say who may do what where. */
import type { Text } from '../../domain/labels.ts';
import { html } from '../markup.ts';
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
  region: { zh: '地区代码（六位）', en: 'Region (six digits)' },
  agency: { zh: '机关全称', en: 'Agency (full name)' },
  by: { zh: '授权人', en: 'Granted by' },
  save: { zh: '保存', en: 'Save' },
  take: { zh: '收回', en: 'Take back' },
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
    grants.map(
      ({ role, region, agency }) => html`<tr>
<td>${who}</td><td>${say(ROLE_WORDS[role] ?? { zh: role, en: role })}</td><td>${region ?? agency ?? say(WORDS.everything)}</td><td>${by} ${clock(at)}</td>
<td><form method="post" action="/grants"><input type="hidden" name="who" value="${who}"><input type="hidden" name="role" value="none"><button>${say(WORDS.take)}</button></form></td>
</tr>`,
    ),
  );
  const options = Object.entries(ROLE_WORDS).map(
    ([role, words]) => html`<option value="${role}">${say(words)}</option>`,
  );
  const heads = [WORDS.who, WORDS.role, WORDS.over, WORDS.by].map((words) => html`<th scope="col">${say(words)}</th>`);
  const table = html`<table><thead><tr>${heads}<td></td></tr></thead><tbody>${rows}</tbody></table>`;
  return layout(
    voice,
    say(WORDS.title),
    html`<h1>${say(WORDS.title)}</h1>
<p>${say(WORDS.lead)}</p>
${rows.length === 0 ? html`<p class="quiet">${say(WORDS.none)}</p>` : table}
<form method="post" action="/grants">
<p><label>${say(WORDS.who)} <input name="who" required maxlength="254"></label></p>
<p><label>${say(WORDS.role)} <select name="role">${options}</select></label></p>
<p><label>${say(WORDS.region)} <input name="region" pattern="[0-9]{6}" inputmode="numeric"></label></p>
<p><label>${say(WORDS.agency)} <input name="agency" maxlength="200"></label></p>
<p><button class="primary">${say(WORDS.save)}</button></p>
</form>`,
  );
}
