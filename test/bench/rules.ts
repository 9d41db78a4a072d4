/** The rules that take longest over the example report, in microseconds of processor time: `node test/bench/rules.ts`. */
import { exampleContext } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import { repeat, summary } from './measure.ts';

const SHOWN = 8;
const RUNS = 200;
const TIME = 60;

const context = exampleContext();
const costs: { id: string; least: number }[] = [];
for (const rule of RULES) {
  const batch = () => {
    for (let run = 0; run < RUNS; run += 1) rule.check(context);
  };
  await repeat(batch, TIME);
  costs.push({ id: rule.id, least: summary(await repeat(batch, TIME)).least / RUNS });
}

const total = costs.reduce((sum, { least }) => sum + least, 0);
console.log(`${RULES.length} rules without claims ${(total * 1000).toFixed(0)} µs, of it`);
for (const { id, least } of costs.toSorted((one, other) => other.least - one.least).slice(0, SHOWN)) {
  console.log(`  ${id.padEnd(20)} ${(least * 1000).toFixed(1)} µs`);
}
