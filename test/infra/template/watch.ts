/** From every alarm and every rule to who hears of it, with the policies on the way. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arnOf, LEAST, type Resource, type Statement, synthesise } from './template.ts';

const stack = synthesise({
  ...LEAST,
  operator: 'operator@agency.example',
  runbook: 'https://git.agency.example/runbook.md',
});
const alarms = stack.all('CloudWatch::Alarm');
const textOf = (value: unknown) => JSON.stringify(value);
const statementsOf = (type: string, names: (policy: Resource) => unknown, resource: string): Statement[] =>
  stack
    .all(type)
    .filter((policy) => textOf(names(policy)).includes(`"${resource}"`))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

test.each(alarms.map((alarm) => [alarm.id, alarm] as const))('%s reaches the operator', (_id, { Properties }) => {
  for (const kind of ['AlarmActions', 'OKActions']) {
    const [action, ...others] = Properties[kind] as { Ref: string }[];
    expect(others).toEqual([]);
    const topic = stack.resources.find(({ id }) => id === action?.Ref);
    expect(topic?.Type).toBe('AWS::SNS::Topic');
    const policy = statementsOf('SNS::TopicPolicy', ({ Properties: { Topics } }) => Topics, topic?.id ?? '');
    expect(policy).toContainEqual(
      expect.objectContaining({
        ...{ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
        Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() }, ArnLike: expect.anything() },
      }),
    );
    const subscriptions = stack
      .all('SNS::Subscription')
      .filter(({ Properties: { TopicArn } }) => textOf(TopicArn).includes(topic?.id ?? '-'));
    expect(subscriptions.map(({ Properties: { Endpoint } }) => Endpoint)).toEqual(['operator@agency.example']);
  }
});

test.each(stack.all('Events::Rule').map((rule) => [rule.id, rule] as const))(
  '%s may write where it leads',
  (id, rule) => {
    const targets = rule.Properties.Targets as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
    expect(targets).toHaveLength(1);
    for (const target of targets.flatMap(({ Arn, DeadLetterConfig }) => [Arn, DeadLetterConfig.Arn])) {
      const queue = stack.all('SQS::Queue').find((one) => textOf(arnOf(one)) === textOf(target));
      const policy = statementsOf('SQS::QueuePolicy', ({ Properties: { Queues } }) => Queues, queue?.id ?? '-');
      const allowed = policy.filter(({ Effect, Action, Principal }) => {
        const sends = [Action].flat().includes('sqs:SendMessage');
        return Effect === 'Allow' && sends && textOf(Principal).includes('events.amazonaws.com');
      });
      expect(
        allowed.some(
          ({ Condition }) => textOf(Condition).includes(id) || textOf(Condition).includes('aws:SourceAccount'),
        ),
      ).toBe(true);
    }
  },
);

test('every alarm says where it is, what to do and where to look, in whole addresses', () => {
  const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
  const sections = [...runbook.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  for (const { Properties } of alarms) {
    const said = textOf(Properties.AlarmDescription);
    expect(said).toContain('（prod，');
    expect(sections).toContain(/https:\/\/git\.agency\.example\/runbook\.md#([a-z-]+)/.exec(said)?.[1]);
  }
  const withPage = alarms.filter(({ Properties }) =>
    textOf(Properties.AlarmDescription).includes('/lambda/home?region='),
  );
  expect(withPage.length).toBeGreaterThanOrEqual(2 * stack.all('Lambda::Function').length);
});

test.each([
  ...['api-5xx', 'sweep-not-running', 'still-paused', 'unreadable-share', 'bounces', 'complaints', 'mails-given-up'],
  ...[
    'inventory-differs',
    'inventory-not-taken',
    'ingest-throttled',
    'ingest-errors',
    'ingest-late',
    'ingest-not-empty',
  ],
])('there is an alarm %s', (name) => {
  expect(
    alarms.map(({ Properties: { AlarmDescription, AlarmName }, id }) => textOf([id, AlarmName, AlarmDescription])),
  ).toContainEqual(expect.stringContaining(name.replaceAll('-', '')));
});

test('every function and every queue is watched', () => {
  const watched = textOf(alarms.flatMap(({ Properties: { Dimensions } }) => Dimensions));
  const mustBe = [...stack.all('Lambda::Function'), ...stack.all('SQS::Queue')].map(({ id }) => id);
  expect(mustBe.filter((id) => !watched.includes(`"${id}"`))).toEqual([]);
});

test('the dashboard answers whether it works, what fails and what waits, with links and the runbook', () => {
  const [dashboard] = stack.all('CloudWatch::Dashboard');
  expect(dashboard?.Properties.DashboardName).toBe('Gouji-prod-Gouji');
  const body = textOf(dashboard?.Properties.DashboardBody);
  for (const words of [
    '在工作吗',
    '有什么出错',
    '有什么在等',
    '/lambda/home?region=',
    '/sqs/v3/home',
    'A dead-letter queue is not empty',
  ]) {
    expect(body).toContain(words);
  }
  for (const metric of [
    'EventReceived',
    'ReportPassed',
    'RuleFailed',
    'Rejected',
    'IngestDuration',
    'InventoryDifference',
    'Mail',
    'gouji-prod',
  ]) {
    expect(body).toContain(metric);
  }
});

test('a budget warns the operator before the month is dear', () => {
  const [budget] = stack.all('Budgets::Budget');
  expect(budget?.Properties.Budget).toMatchObject({ BudgetLimit: { Amount: 50, Unit: 'USD' }, TimeUnit: 'MONTHLY' });
  expect(textOf(budget?.Properties.NotificationsWithSubscribers)).toContain('operator@agency.example');
});

test('one switch stops everything, another mails alone; both remind after a day', () => {
  const enabled = (queue: string) =>
    stack
      .all('Lambda::EventSourceMapping')
      .find(({ Properties }) => textOf(Properties.EventSourceArn).includes(`Queues${queue}`))?.Properties.Enabled;
  expect(enabled('ingest')).toEqual({ 'Fn::If': ['IsPaused', false, true] });
  expect(enabled('notify')).toEqual({ 'Fn::If': ['IsMailPaused', false, true] });
  for (const name of ['sweep', 'digest']) {
    expect(stack.named('Scheduler::Schedule', `Schedules${name}`).Properties.State).toEqual({
      'Fn::If': ['IsMailPaused', 'DISABLED', 'ENABLED'],
    });
  }
  for (const name of ['tend', 'dataset', 'inventory']) {
    expect(stack.named('Scheduler::Schedule', `Schedules${name}`).Properties.State).toEqual({
      'Fn::If': ['IsPaused', 'DISABLED', 'ENABLED'],
    });
  }
  const isOn = (name: string) => ({ 'Fn::Equals': [{ Ref: name }, 'yes'] });
  expect(stack.conditions).toMatchObject({
    IsPaused: isOn('Paused'),
    IsMailPaused: { 'Fn::Or': [isOn('Paused'), isOn('MailPaused')] },
  });
  expect(stack.parameters.MailPaused).toMatchObject({ Default: 'no', AllowedValues: ['yes', 'no'] });
  const reminder = alarms.find(({ id }) => id.includes('stillpaused'));
  expect(reminder?.Properties).toMatchObject({ Period: 24 * 3600, TreatMissingData: 'breaching' });
  expect(reminder?.Properties.ActionsEnabled).toBeUndefined();
});
