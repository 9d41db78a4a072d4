/** What docs/cost.md rests on is what the stack has; that the page is the computed one `generated.test.ts` holds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALARMS, THROTTLE } from '../../docs/cost.ts';

test('as many alarms and the same throttle as in the snapshot of the template', () => {
  const snapshot = readFileSync(new URL('../infra/template/snapshot.txt', import.meta.url), 'utf8');
  expect(snapshot.match(/: CloudWatch::Alarm/g)).toHaveLength(ALARMS);
  expect(snapshot).toContain(`ThrottlingRateLimit = ${THROTTLE}`);
});
