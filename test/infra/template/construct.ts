/** The construct in an app of somebody else, beside a function of their own. */
import { Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { Gouji } from '../../../infra/gouji.ts';
import { appWith, emptyBundle, read } from './template.ts';

test('it lives in another stack under another name, and what it makes can be used', () => {
  const app = appWith({});
  const stack = new Stack(app, 'Portal');
  const gouji = new Gouji(stack, 'Reports', { mail: 'none', signIn: 'none', stage: 'test', bundle: emptyBundle });
  const theirs = new LambdaFunction(stack, 'Crawler', {
    ...{ runtime: Runtime.NODEJS_24_X, handler: 'handler.handler', code: Code.fromAsset(emptyBundle()) },
    environment: { BUCKET: gouji.bucket.bucketName, BASE_URL: gouji.baseUrl },
  });
  gouji.bucket.grantPut(theirs);
  gouji.bus.grantPutEventsTo(theirs);
  const template = read(app, 'Portal');
  expect(template.all('Lambda::Function')).toHaveLength(Object.keys(gouji.functions).length + 1);
  const rights = template.all('IAM::Policy').find(({ id }) => id.startsWith('Crawler'));
  expect(JSON.stringify(rights?.Properties.PolicyDocument)).toMatch(/s3:PutObject.*events:PutEvents/);
  // Outputs carry its name, so that two of them can stand in one stack.
  expect(Object.keys(template.outputs)).toEqual(expect.arrayContaining(['ReportsBucketName', 'ReportsBaseUrl']));
  expect(template.all('CloudWatch::Dashboard')[0]?.Properties.DashboardName).toBe('Portal-Reports');
});

test('settings that are wrong stop it with a line each', () => {
  const stack = new Stack(appWith({}), 'Portal');
  expect(() => new Gouji(stack, 'Reports', { mailFrom: 'nobody', bundle: emptyBundle })).toThrow(
    /^setting mailFrom="nobody" is not an e-mail address/,
  );
});
