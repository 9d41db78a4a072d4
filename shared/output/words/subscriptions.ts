/** The words of the pages about subscriptions. */
import type { Text } from '../../domain/labels.ts';
import type { Severity } from '../../domain/severity.ts';
import { NAMES } from './common.ts';

export const DELIVERY_WORDS = {
  immediate: { zh: '即时（有问题即发）', en: 'At once' },
  digest: { zh: '每日汇总', en: 'Daily digest' },
  weekly: { zh: '每周汇总（周一）', en: 'Weekly digest (Monday)' },
} as const satisfies Record<string, Text>;

/** From this severity on. */
export const SEVERITY_CHOICES: Readonly<Record<Severity, Text>> = {
  error: { zh: '仅错误', en: 'errors only' },
  warning: { zh: '错误和疑点', en: 'errors and warnings' },
  notice: { zh: '全部（含提示）', en: 'everything, notices too' },
};

export const STATE_WORDS = {
  unconfirmed: { zh: '待确认', en: 'to be confirmed' },
  active: { zh: '已生效', en: 'active' },
  off: { zh: '已停用', en: 'off' },
} as const satisfies Record<string, Text>;

export const SUBSCRIPTION_WORDS = {
  title: { zh: '邮件订阅', en: 'Mail subscriptions' },
  add: { zh: '订阅', en: 'Subscribe' },
  existing: { zh: '现有订阅', en: 'Subscriptions' },
  empty: { zh: '尚无订阅。', en: 'There are no subscriptions.' },
  hint: {
    zh: '提交后，系统向该邮箱发送确认邮件，点击其中的链接后生效（7天内有效）。每日、每周汇总附问题清单（xlsx）。',
    en: 'A mail asks the address to confirm within 7 days; then it takes effect. Digests carry the mistakes as an xlsx.',
  },
  address: { zh: '邮箱', en: 'Mail address' },
  regionHint: { zh: '名称或代码；不填为全部地区', en: 'name or code; empty: everywhere' },
  narrow: { zh: '只订阅一个机关或一批文件', en: 'Of one agency or some files only' },
  agency: NAMES.agencyInFull,
  prefix: { zh: '文件名（含文件夹）的开头', en: 'Beginning of the name of the file, its folder included' },
  delivery: { zh: '发送方式', en: 'Delivery' },
  level: { zh: '层级（仅用于汇总）', en: 'Level (digests only)' },
  scope: { zh: '范围', en: 'Scope' },
  state: { zh: '状态', en: 'State' },
  remove: { zh: '取消', en: 'Remove' },
  deployed: { zh: '由部署配置', en: 'set by the deployment' },
} as const satisfies Record<string, Text>;

/** The pages behind the links of mails. */
export const LINK_WORDS = {
  confirm: {
    title: { zh: '确认订阅', en: 'Confirm the subscription' },
    ask: { zh: '点击按钮后，核对结果将发送到您的邮箱。', en: 'Press the button to get the mails.' },
    done: { zh: '订阅已确认，以后有结果会发送到您的邮箱。', en: 'The subscription is confirmed.' },
    button: { zh: '确认', en: 'Confirm' },
  },
  unsubscribe: {
    title: NAMES.unsubscribe,
    ask: { zh: '点击按钮后，将不再收到这些邮件。', en: 'Press the button to end these mails.' },
    done: { zh: '已退订，不会再收到这些邮件。', en: 'You will get no more of these mails.' },
    button: NAMES.unsubscribe,
  },
} as const satisfies Record<string, Record<string, Text>>;
