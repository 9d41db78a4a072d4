/** How much processor time the catalogue takes over one report: `node test/bench/rules.ts [rounds]`. */
import { readClaims } from '../../shared/claims/read.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { validate } from '../../shared/rules/validate.ts';

/** What the best-known program takes for its rules alone. */
const COMPETITOR_MS = 10;
const rounds = Number(process.argv[2] ?? 300);
const report = exampleReport();
const faulty = exampleReport({ cells: { 'requests.granted.naturalPerson': 19, 'disputes.reconsideration.total': 0 } });
const context = exampleContext();

function millisecondsOf(run: () => unknown): number {
  for (let round = 0; round < rounds / 3; round += 1) run();
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) run();
  return process.cpuUsage(start).user / 1000 / rounds;
}

function print(name: string, milliseconds: number): void {
  const ratio = (COMPETITOR_MS / milliseconds).toFixed(1);
  console.log(`${name.padEnd(34)} ${milliseconds.toFixed(4)} ms  1/${ratio} of ${COMPETITOR_MS} ms`);
}

const timed = RULES.map((rule) => ({ rule, milliseconds: millisecondsOf(() => rule.check(context)) }));
print(
  `${RULES.length} rules, without claims`,
  timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
);
print(
  'claims',
  millisecondsOf(() => readClaims(report)),
);
print(
  'validate, consistent report',
  millisecondsOf(() => validate(report, { profile: PROFILES.strict })),
);
print(
  'validate, faulty report',
  millisecondsOf(() => validate(faulty, { profile: PROFILES.strict })),
);
for (const { rule, milliseconds } of timed.sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 8)) {
  print(`  ${rule.id}`, milliseconds);
}
