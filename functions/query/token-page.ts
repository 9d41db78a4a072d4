/** The pages behind the links of mails: a button, and what pressing it did. */
import type { Text } from '../../shared/domain/labels.ts';
import { SAY } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import { pageResponse } from './pages.ts';

type State = 'unconfirmed' | 'active' | 'off';

const WORDS = {
  confirm: {
    title: { zh: '确认订阅', en: 'Confirm the subscription' },
    ask: { zh: '点击按钮后，核对结果将发送到您的邮箱。', en: 'Press the button to get the mails.' },
    done: { zh: '订阅已确认，以后有结果会发送到您的邮箱。', en: 'The subscription is confirmed.' },
    button: { zh: '确认', en: 'Confirm' },
  },
  unsubscribe: {
    title: { zh: '退订', en: 'Unsubscribe' },
    ask: { zh: '点击按钮后，将不再收到这些邮件。', en: 'Press the button to end these mails.' },
    done: { zh: '已退订，不会再收到这些邮件。', en: 'You will get no more of these mails.' },
    button: { zh: '退订', en: 'Unsubscribe' },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** In both languages, since a link in a mail says nothing of its reader's. */
export function tokenPageResponse(action: keyof typeof WORDS, state: State, pressed: boolean): Response {
  const { title, ask, done, button } = WORDS[action];
  const isDone = pressed || (action === 'confirm' ? state === 'active' : state === 'off');
  const both = ({ zh, en }: Text) => `${zh} ${en}`;
  const voice = { language: 'zh', say: SAY.zh, path: '/', query: {} } as const;
  const text = both(isDone ? done : ask);
  return pageResponse(messagePage(voice, { title: both(title), text, ...(!isDone && { button: both(button) }) }));
}
