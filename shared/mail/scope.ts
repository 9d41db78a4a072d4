/** What a subscription is about, in words. */

import { regionName } from '../domain/regions.ts';
import { LEVEL_WORDS } from '../output/words/common.ts';
import { cleanLine } from './clean.ts';
import type { SubscriptionRequest, SubscriptionScope } from './subscription.ts';
import type { Voice } from './types.ts';

/** What a subscription is about, its level included. */
export function scopeWords({ scope, level }: Pick<SubscriptionRequest, 'scope' | 'level'>, voice: Voice): string {
  const words = wordsOf(scope, voice);
  return level ? voice.say('scope.level', { scope: words, level: voice.text(LEVEL_WORDS[level]) }) : words;
}

function wordsOf(scope: SubscriptionScope, voice: Voice): string {
  switch (scope.kind) {
    case 'all':
      return voice.say('scope.all');
    case 'region':
      return voice.say('scope.region', { region: voice.script(regionName(scope.region) ?? scope.region) });
    case 'agency':
      return voice.say('scope.agency', { agency: voice.script(cleanLine(scope.agency, 60)) });
    case 'prefix':
      return voice.say('scope.prefix', { prefix: cleanLine(scope.prefix, 80) });
  }
}
