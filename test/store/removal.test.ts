/** A removal while another worker stores the state before it: what that has stored is known to the removal. */
import { expect, test } from 'vitest';
import { getRecord, listVersions, putRecord, removeRecord } from '../../functions/store/records/records.ts';
import { table } from '../../functions/store/table/table.ts';
import { record } from '../query/records.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

test('what is stored between the look of a removal and its word is what it removes', async () => {
  const [stored, removed] = [record('a.txt'), record('a.txt')];
  let isFirst = true;
  table().client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (isFirst && context.commandName === 'GetItemCommand') {
        isFirst = false;
        await putRecord(stored);
      }
      return answer;
    },
    { step: 'initialize', name: 'meanwhile' },
  );
  const { outcome, before } = await removeRecord(removed);
  expect([outcome, before?.version]).toEqual(['stored', stored.version]);
  expect(await getRecord(stored.id)).toBeNull();
  const history = await listVersions(stored.id);
  expect(history.map(({ version }) => version)).toEqual([removed.version, stored.version]);
  expect((await removeRecord(removed)).outcome).toBe('same');
  expect((await removeRecord(stored)).outcome).toBe('stale');
});
