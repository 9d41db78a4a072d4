/** Settings: what is refused, and in which words. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkSettings } from '../../infra/settings/read.ts';
import { SettingsSchema } from '../../infra/settings/schema.ts';

const LEAST = { mailFrom: 'gouji@agency.example' };
type Row = [settings: Record<string, unknown>, ...lines: RegExp[]];

const WRONG: Row[] = [
  [{}, /^setting mailFrom is needed for mail=ses/],
  [{ mailForm: 'a@b.example' }, /^setting mailForm is unknown; is mailFrom meant\?/],
  [{ ...LEAST, mailfrom: 'a@b.example' }, /is mailFrom meant/],
  [{ ...LEAST, colour: 'red' }, /^setting colour is unknown \(/],
  [{ mailFrom: 'nobody' }, /^setting mailFrom="nobody" is not an e-mail address/],
  [{ ...LEAST, mailTo: 'a@b.example,nobody' }, /mailTo="a@b.example,nobody" is not an e-mail address/],
  [{ ...LEAST, operator: 'ops' }, /operator="ops"/],
  [{ ...LEAST, corsOrigins: 'https://portal.example/' }, /corsOrigins=.*an origin/],
  [{ ...LEAST, corsOrigins: '*' }, /corsOrigins=.*an origin/],
  [{ ...LEAST, baseUrl: 'https://gouji.example/' }, /baseUrl=/],
  [{ ...LEAST, baseUrl: 'http://gouji.example' }, /baseUrl=.*https/],
  [{ ...LEAST, mailDomain: 'other.example' }, /mailDomain is not the domain of mailFrom/],
  [{ ...LEAST, mailDomain: 'not a domain' }, /mailDomain=.*a domain/],
  [{ ...LEAST, identity: 'perhaps' }, /identity="perhaps" is not create, existing/],
  [{ ...LEAST, openReading: 'perhaps' }, /openReading="perhaps" is not true or false/],
  [{ ...LEAST, stage: 'Production!' }, /stage=/],
  [{ ...LEAST, logDays: '91' }, /logDays="91" is not one of 1, 3, 5/],
  [{ ...LEAST, versionDays: 0 }, /versionDays=0 is not a whole number from 1/],
  [{ ...LEAST, profile: 'mild' }, /profile="mild" is not strict or town/],
  [{ ...LEAST, budget: -1 }, /budget=-1/],
  [{ ...LEAST, jwtIssuer: 'https://login.example.com/' }, /jwtAudience is needed where jwtIssuer is given/],
  [{ ...LEAST, signIn: 'issuer' }, /signInIssuer is needed for signIn=issuer/, /signInClient is needed/],
  [{ ...LEAST, signInClient: 'gouji' }, /signInClient is for signIn=issuer only/],
  [{ ...LEAST, mail: 'pigeon' }, /mail="pigeon" is not ses, smtp, webhook or none/],
  [{ ...LEAST, mail: 'smtp' }, /smtp is needed for mail=smtp/],
  [{ ...LEAST, mail: 'smtp', smtp: 'smtp://user:password@mail.example' }, /smtp=.*without a password/],
  [{ ...LEAST, mail: 'smtp', smtp: 'smtp://user@mail.example' }, /mailSecret is needed where smtp names a user/],
  [{ mail: 'webhook', webhook: 'slack', mailSecret: 'robot' }, /webhook="slack" is not wecom, dingtalk, feishu/],
  [{ mail: 'webhook', webhook: 'wecom' }, /mailSecret is needed for mail=webhook/],
  [{ mail: 'none', mailTo: 'a@b.example' }, /mailTo has nobody to reach/],
  [{ ...LEAST, region: 'cn-north-1' }, /mail cannot be ses in regions of China/, /signIn cannot be cognito/],
  [{ ...LEAST, account: '111122223333' }, /region is needed where account is given/],
  [{ mailFrom: 'nobody', stage: '-', colour: 'red' }, /mailFrom=/, /stage=/, /colour/],
  [{ ...LEAST, sandboxRecipients: 'clerk' }, /sandboxRecipients="clerk" is not an e-mail address/],
  [{ ...LEAST, mail: 'none', sandboxRecipients: 'a@b.example' }, /sandboxRecipients is for mail=ses only/],
  [{ ...LEAST, mail: 'smtp', smtp: 'mail.example' }, /smtp="mail.example" is not/],
  [
    { ...LEAST, mail: 'smtp', smtp: 'smtps://mail.example', mailDomain: 'agency.example' },
    /mailDomain is for mail=ses only/,
  ],
  [{ mail: 'webhook', webhook: 'wecom', mailSecret: 'a secret' }, /mailSecret="a secret" is not the name or ARN/],
  [{ ...LEAST, mailSecret: 'robot' }, /mailSecret is for mail=smtp or webhook only/],
  [{ ...LEAST, runbook: 'docs/runbook.md' }, /runbook=.*an https address/],
  [{ ...LEAST, signIn: 'perhaps' }, /signIn="perhaps" is not cognito, issuer, none/],
  [
    { ...LEAST, signIn: 'issuer', signInIssuer: 'sso.example', signInClient: 'gouji' },
    /signInIssuer=.*an https address/,
  ],
  [{ ...LEAST, signInSecret: 'client' }, /signInSecret is for signIn=issuer only/],
  [{ ...LEAST, roleClaim: 'roles' }, /roleClaim is for signIn=issuer only/],
  [{ ...LEAST, jwtAudience: 'gouji' }, /jwtIssuer is needed where jwtAudience is given/],
  [{ ...LEAST, region: 'China' }, /region="China" is not a region/],
  [{ ...LEAST, region: 'eu-west-1', account: '42' }, /account="42" is not twelve digits/],
  [{ ...LEAST, bucketName: 'Reports!' }, /bucketName="Reports!" is not the name of a bucket/],
  [{ ...LEAST, tableName: 'a b' }, /tableName="a b" is not the name of a table/],
];

test.each(WRONG)('%o is refused with one line a setting', (settings, ...lines) => {
  let said = '';
  try {
    checkSettings(settings);
  } catch (error) {
    said = (error as Error).message;
  }
  for (const line of lines) expect(said.split('\n').some((one) => one.match(line))).toBe(true);
  expect(said.split('\n')).toHaveLength(lines.length);
});

test('every setting that can be wrong is', () => {
  // Any words go into heads of papers.
  const free = ['letterhead', 'signatory'];
  const tried = WRONG.flatMap(([settings, ...lines]) =>
    Object.keys(SettingsSchema.shape).filter((name) => lines.some(({ source }) => source.includes(name) && settings)),
  );
  expect([...new Set(tried)].sort()).toEqual(
    Object.keys(SettingsSchema.shape)
      .filter((name) => !free.includes(name))
      .sort(),
  );
});

test('a command ends with these lines, and no stack', () => {
  const module = fileURLToPath(new URL('../../infra/settings/read.ts', import.meta.url));
  const context = JSON.stringify({ mailForm: 'a@b.example', stage: '-', '@aws-cdk/core:flag': true });
  const source = `(await import('${module}')).readOrExit({ getAllContext: () => (${context}) })`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', source], { encoding: 'utf8' });
  expect([status, stdout, stderr.trim().split('\n')]).toEqual([
    ...[1, ''],
    [
      expect.stringMatching(/^setting stage="-" is not small letters, digits and -.* \(docs\/deploy\.md\)$/),
      'setting mailForm is unknown; is mailFrom meant? (docs/deploy.md)',
    ],
  ]);
});

test('lists and flags may be text, as on the command line, or values, as in code', () => {
  const text = checkSettings({ ...LEAST, mailTo: 'a@b.example, c@d.example', openReading: 'true', logDays: '30' });
  const values = checkSettings({ ...LEAST, mailTo: ['a@b.example', 'c@d.example'], openReading: true, logDays: 30 });
  expect(text).toEqual(values);
});
