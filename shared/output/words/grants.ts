/** The words of the page of rights. */
import type { Text } from '../../domain/labels.ts';
import { NAMES } from './common.ts';

export const GRANT_WORDS = {
  title: { zh: '权限', en: 'Rights' },
  lead: {
    zh: '经办人看本机关，主管人员看本地区及其下级；操作员可做全部事项。身份认证系统给出的角色另行生效。',
    en: 'Clerks see their agency, supervisors their region with all under it, operators do everything. Roles that the issuer names come on top.',
  },
  who: { zh: '邮箱（须经认证系统核实）或用户标识', en: 'Verified mail address, or subject' },
  role: { zh: '角色', en: 'Role' },
  over: { zh: '地区或机关', en: 'Region or agency' },
  region: { zh: '地区（名称或代码）', en: 'Region (name or code)' },
  agency: NAMES.agencyInFull,
  by: { zh: '授权人', en: 'Granted by' },
  save: NAMES.save,
  take: { zh: '收回', en: 'Withdraw' },
  everything: NAMES.all,
  none: { zh: '还没有授权。', en: 'No grants yet.' },
} as const satisfies Record<string, Text>;

export const ROLE_WORDS: Readonly<Record<string, Text>> = {
  reader: { zh: '查阅人', en: 'reader' },
  clerk: { zh: '经办人', en: 'clerk' },
  supervisor: { zh: '主管人员', en: 'supervisor' },
  operator: { zh: '操作员', en: 'operator' },
};
