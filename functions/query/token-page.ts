/** The pages behind the links of mails: what it is about, a button, and what pressing it did. */
import { scopeWords } from '../../shared/mail/scope.ts';
import { voiceOf as mailVoiceOf } from '../../shared/mail/voice.ts';
import { loadScript, type OutputLanguage } from '../../shared/output/language.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import { DELIVERY_WORDS, LINK_WORDS, SUBSCRIPTION_WORDS } from '../../shared/output/words/subscriptions.ts';
import type { Subscription } from '../store/mail/subscription-items.ts';
import { pageResponse, voiceOf } from './pages.ts';

interface Asked {
  action: keyof typeof LINK_WORDS;
  /** The button was pressed. */
  pressed: boolean;
  /** As the address asks for; otherwise that of the mails. */
  language: OutputLanguage | undefined;
}

export async function tokenPageResponse(subscription: Subscription, { action, pressed, language }: Asked) {
  const { id, state, token, delivery } = subscription;
  const own = subscription.language === 'auto' ? 'zh' : subscription.language;
  const voice = await voiceOf(language ?? own, `/subscriptions/${encodeURIComponent(id)}/${action}`, { token });
  const { say } = voice;
  const { title, ask, done, button } = LINK_WORDS[action];
  const isDone = pressed || (action === 'confirm' ? state === 'active' : state === 'off');
  const scope = scopeWords(subscription, await mailVoice(voice.language));
  const page = messagePage(voice, {
    title: say(title),
    text: say(isDone ? done : ask),
    small: say({
      zh: `${SUBSCRIPTION_WORDS.scope.zh}：${scope} · ${DELIVERY_WORDS[delivery].zh}`,
      en: `${SUBSCRIPTION_WORDS.scope.en}: ${scope} · ${DELIVERY_WORDS[delivery].en}`,
    }),
    ...(!isDone && { button: say(button) }),
  });
  return pageResponse(page);
}

/** The words of mails in the language of a page. */
export async function mailVoice(language: OutputLanguage) {
  return mailVoiceOf(language, await loadScript(language));
}
