/** Fills the phrases of `words.ts` in one language. */

import { isTraditional } from '../output/language.ts';
import { inLocalWords } from '../output/local-words.ts';
import { WORDS } from '../output/words/mail.ts';
import type { MailLanguage, Voice } from './types.ts';

const PLACE = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;

/**
 * A voice in the given language. `{n}` in a phrase is a value; `{n:error|errors}` is the value with its noun in the
 * singular or the plural. `traditional` turns Simplified into the Traditional characters of the language; others do not use it.
 * @throws RangeError for a value that is not there: a hole in a mail is a defect of the program
 */
export function voiceOf(language: MailLanguage, traditional: (text: string) => string): Voice {
  const script = isTraditional(language) ? traditional : (text: string) => text;
  const words = (text: string) => (isTraditional(language) ? inLocalWords(language, script(text)) : text);
  const column = language === 'en' ? 'en' : 'zh';
  return {
    language,
    script,
    text: (text) => words(text[column]),
    say(key, values = {}) {
      return words(WORDS[key][column]).replace(PLACE, (_, name: string, one?: string, many?: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`Phrase ${key} lacks ${name}`);
        return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
      });
    },
  };
}
