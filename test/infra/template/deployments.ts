/** What each way of deploying leads to in the template. */
import { expect, test } from 'vitest';
import { LEAST, synthesise, type Template } from './template.ts';

const china = {
  ...{ region: 'cn-north-1', account: '111122223333', signIn: 'issuer', signInClient: 'gouji' },
  signInIssuer: 'https://sso.province.example/oidc',
};
const notifyVariables = (template: Template) =>
  template.named('Lambda::Function', 'notifyFunction').Properties.Environment.Variables;
const rightsOf = (template: Template, name: string) =>
  JSON.stringify(template.named('IAM::Policy', `${name}RoleDefaultPolicy`).Properties.PolicyDocument);

test('in China: a mail server of the office, an issuer, no SES, no Cognito, no budget, its own partition', () => {
  const mail = { mail: 'smtp', mailFrom: '勾稽 <gouji@agency.example>', smtp: 'smtps://gouji@mail.agency.example:465' };
  const template = synthesise({ ...china, ...mail, mailSecret: 'gouji/smtp', operator: 'ops@agency.example' });
  expect(template.environment).toMatchObject({ account: '111122223333', region: 'cn-north-1' });
  expect(template.violations).toEqual([]);
  for (const type of ['SES::EmailIdentity', 'SES::ConfigurationSet', 'Cognito::UserPool', 'Budgets::Budget']) {
    expect(template.all(type)).toEqual([]);
  }
  const alarm = JSON.stringify(template.all('CloudWatch::Alarm')[0]?.Properties.AlarmDescription);
  expect(alarm).toContain('https://console.amazonaws.cn/');
  expect(notifyVariables(template)).toMatchObject({ MAIL: 'smtp', MAIL_SECRET: 'gouji/smtp', SMTP_URL: mail.smtp });
  expect(rightsOf(template, 'notify')).toMatch(/secretsmanager:GetSecretValue.*secret:gouji\/smtp-\?{6}/);
  expect(rightsOf(template, 'notify')).not.toContain('ses:');
});

test('a robot of a group chat', () => {
  const template = synthesise({ ...china, mail: 'webhook', webhook: 'wecom', mailSecret: 'gouji/robot' });
  expect(notifyVariables(template)).toMatchObject({
    MAIL: 'webhook',
    WEBHOOK: 'wecom',
    MAIL_TO: 'robot@gouji.invalid',
  });
});

test('two stages of one account share no name', () => {
  const [one, other] = ['test', 'prod'].map((stage) =>
    synthesise({ ...LEAST, stage, mailDomain: 'agency.example' }),
  ) as [Template, Template];
  expect([one.stackName, other.stackName]).toEqual(['Gouji-test', 'Gouji-prod']);
  const names = (template: Template) =>
    template.resources.flatMap(({ Properties }) =>
      ['DashboardName', 'TopicName', 'QueueName', 'TableName', 'BucketName', 'FunctionName', 'Domain', 'Name'].flatMap(
        (name) => (typeof Properties?.[name] === 'string' && template.stackName ? [`${name} ${Properties[name]}`] : []),
      ),
    );
  const named = names(one).filter((name) => !name.startsWith('Name '));
  expect(named.filter((name) => names(other).includes(name))).toEqual([]);
  expect(notifyVariables(one).POWERTOOLS_SERVICE_NAME).toBe('gouji-test');
  expect(JSON.stringify(one.all('CloudWatch::Alarm'))).toContain('gouji-test');
  expect(JSON.stringify(one.all('CloudWatch::Alarm'))).not.toContain('gouji-prod');
  // Both say in tags which they are, and bounces are told apart by the configuration set of each.
  expect(JSON.stringify(one.all('SQS::Queue'))).toContain('"Key":"stage","Value":"test"');
  expect(JSON.stringify(one.named('Events::Rule', 'EventsmailFeedback').Properties.EventPattern)).toContain(
    'ses:configuration-set',
  );
});

test('an identity, a bucket and a table that are there already are used and not made', () => {
  const template = synthesise({
    ...LEAST,
    identity: 'existing',
    bucketName: 'reports-of-the-province',
    tableName: 'gouji',
  });
  for (const type of ['SES::EmailIdentity', 'DynamoDB::Table']) expect(template.all(type)).toEqual([]);
  // What can be built again from the table has a bucket of its own, wherever the reports lie.
  expect(template.all('S3::Bucket').filter(({ id }) => !id.includes('Dataset'))).toEqual([]);
  expect(template.violations).toEqual([]);
  expect(rightsOf(template, 'notify')).toContain(':identity/gouji@agency.example');
  expect(rightsOf(template, 'ingest')).toMatch(
    /reports-of-the-province\/\*.*table\/gouji|table\/gouji.*reports-of-the-province\/\*/,
  );
});

test('in the sandbox each recipient can be verified and sent to; retention is what was set', () => {
  const template = synthesise({
    ...LEAST,
    sandboxRecipients: 'clerk@agency.example',
    logDays: 30,
    versionDays: 90,
    signIn: 'none',
    mailTo: 'clerk@agency.example',
    openReading: true,
  });
  expect(template.violations).toEqual([]);
  const identities = template.all('SES::EmailIdentity').map(({ Properties }) => Properties.EmailIdentity);
  expect(identities.sort()).toEqual(['clerk@agency.example', 'gouji@agency.example']);
  expect(rightsOf(template, 'schedule')).toContain(':identity/clerk@agency.example');
  for (const { Properties } of template.all('Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(30);
  const reports = template.named('S3::Bucket', 'StorageReports').Properties.LifecycleConfiguration;
  expect(JSON.stringify(reports)).toContain('"NoncurrentDays":90');
});
