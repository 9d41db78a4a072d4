/**
 * Has objects checked once more: after a new catalogue, or where a record is doubted. Reports whose faults stay the
 * same are not announced again.
 *
 *     TABLE_NAME=… BUCKET_NAME=… BUS_NAME=… node infra/ops/reprocess.ts KEY …
 *     TABLE_NAME=… BUCKET_NAME=… BUS_NAME=… node infra/ops/reprocess.ts --all
 */
import { parseArgs } from 'node:util';
import { takeInventory } from '../../functions/inventory/compare.ts';
import { requestRecheck } from '../../functions/platform/bus.ts';
import { variable } from '../../functions/platform/environment.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
if ((values.all === true) === positionals.length > 0) {
  console.error('usage: node infra/ops/reprocess.ts KEY … | --all');
  process.exit(64);
}
const bucket = variable('BUCKET_NAME');
const keys = values.all === true ? (await takeInventory()).keys : positionals;
for (const key of keys) await requestRecheck({ bucket, key, reread: true });
console.log(`${keys.length} asked for`);
