/** For build servers: a suite for each file, a case for each rule of the catalogue. */
import type { Text } from '../domain/labels.ts';
import { itemsOf, type MistakeItem } from '../mistakes/items.ts';
import type { CheckResult, Finding } from '../result.ts';
import { RULES } from '../rules/index.ts';
import type { Say } from './language.ts';
import { escaped } from './markup.ts';

/** Error-level findings are failures, rules left undecided are skipped, other findings stand in the output of the case. */
export function junit(results: readonly CheckResult[], say: Say): string {
  const suites = results.map((result) => suite(result, say));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="gouji">', ...suites, '</testsuites>', ''].join(
    '\n',
  );
}

function suite(result: CheckResult, say: Say): string {
  const name = result.source.name;
  const cases =
    result.report === null ? [unreadableCase(result, say)] : RULES.map(({ id }) => ruleCase(result, id, say));
  const count = (mark: string) => cases.filter((one) => one.includes(mark)).length;
  const counts = attributes({
    tests: cases.length,
    failures: count('<failure '),
    errors: count('<error '),
    skipped: count('<skipped '),
  });
  return `  <testsuite ${attributes({ name })} ${counts}>\n${cases.join('\n')}\n  </testsuite>`;
}

function unreadableCase({ source, findings }: CheckResult, say: Say): string {
  const bodies = findings.map((one) =>
    element('error', { message: say(one.message), type: one.rule }, words(one, say)),
  );
  return testCase(source.name, 'FILE', bodies);
}

/** A mistake is told in the case of the first rule that noticed it; the other rules point there. */
function ruleCase(result: CheckResult, id: string, say: Say): string {
  const { source, undecided } = result;
  const items = itemsOf(result);
  const own = items.filter(({ findings }) => findings[0].rule === id);
  const failures = own.filter(({ severity }) => severity === 'error');
  const others = own.filter(({ severity }) => severity !== 'error');
  const elsewhere = items.filter(
    ({ findings: [first, ...more] }) => first.rule !== id && more.some(({ rule }) => rule === id),
  );
  const skipped =
    own.length > 0
      ? []
      : elsewhere.length > 0
        ? [sameAs([...new Set(elsewhere.map(({ findings }) => findings[0].rule))])]
        : undecided.filter(({ rule }) => rule === id).map(({ reason }) => reason);
  return testCase(source.name, id, [
    ...(skipped.length > 0 ? [element('skipped', { message: skipped.map(say).join(' ') }, '')] : []),
    ...failures.map((one) => element('failure', { message: say(one.message), type: id }, itemWords(one, say))),
    ...(others.length > 0 ? [element('system-out', {}, others.map((one) => itemWords(one, say)).join('\n\n'))] : []),
  ]);
}

function sameAs(rules: string[]): Text {
  return { zh: `与${rules.join('、')}是同一处错误。`, en: `The same mistake as ${rules.join(', ')}.` };
}

function testCase(file: string, name: string, bodies: string[]): string {
  const start = `    <testcase ${attributes({ classname: file, name })}`;
  return bodies.length === 0 ? `${start}/>` : `${start}>\n${bodies.join('\n')}\n    </testcase>`;
}

function itemWords({ message, findings: [first, ...more] }: MistakeItem, say: Say): string {
  if (more.length === 0) return words({ ...first, message }, say);
  const noticed = [first, ...more].map((finding) => `${finding.rule}: ${words(finding, say)}`);
  return [say(message), ...noticed].join('\n');
}

function words(finding: Finding, say: Say): string {
  const lines = finding.source.map(({ line, text }) => `${line}: ${text}`);
  const texts = [finding.message, finding.hint, finding.basis].flatMap((one) => (one ? [say(one)] : []));
  return [...texts, ...lines].join('\n');
}

function element(name: string, given: Record<string, string>, body: string): string {
  const start = [name, attributes(given)].filter(Boolean).join(' ');
  return `      <${start}>${escaped(body)}</${name}>`;
}

function attributes(given: Record<string, string | number>): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}="${escaped(String(value)).replace(/\s/g, ' ')}"`)
    .join(' ');
}
