/** What a subscription is about, in words. */

import { regionName } from '../domain/regions.ts';
import { cleanLine } from './clean.ts';
import type { SubscriptionScope } from './subscription.ts';
import type { Voice } from './types.ts';

export function scopeWords(scope: SubscriptionScope, voice: Voice): string {
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
