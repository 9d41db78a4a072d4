/** The synthesised template, taken apart for tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll } from 'vitest';
import cdk from '../../../cdk.json' with { type: 'json' };
import type { GoujiProps } from '../../../infra/gouji.ts';
import { readSettings } from '../../../infra/settings/read.ts';
import { goujiStack } from '../../../infra/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Properties that are taken apart here; each kind of resource has some of them. A wrong path fails its test. */
interface Properties {
  [name: string]: unknown;
  Environment: { Variables: Record<string, string> };
  EventSourceArn: { 'Fn::GetAtt': [string, string] };
  Timeout: number;
  Bucket: { Ref: string };
  PolicyDocument: { Statement: Statement[] };
  RouteKey: string;
}
export interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Principal?: { Service?: unknown };
  Condition?: unknown;
}
export interface Resource {
  id: string;
  Type: string;
  Properties: Properties;
  DeletionPolicy?: string;
}
export type Template = ReturnType<typeof synthesise>;

/** What a deployment needs at least. */
export const LEAST = { mailFrom: 'gouji@agency.example' };

/** A folder as a bundle has it, made without bundling. */
export function emptyBundle(): string {
  const code = mkdtempSync(join(folder, 'code-'));
  writeFileSync(join(code, 'handler.mjs'), '');
  return code;
}

/** An app with the feature flags of cdk.json and these settings as context. */
export function appWith(context: Record<string, unknown>): App {
  return new App({ context: { ...cdk.context, ...context }, outdir: mkdtempSync(join(folder, 'out-')) });
}

export function synthesise(settings: Record<string, unknown> = LEAST) {
  const app = appWith(settings);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const code = emptyBundle();
  const stack = goujiStack(app, { ...readSettings(app.node), bundle: () => code } as GoujiProps);
  return read(app, stack.stackName);
}

/** One stack of an app, synthesised. */
export function read(app: App, stackName: string) {
  const assembly = app.synth();
  const { template, environment } = assembly.getStackByName(stackName);
  const resources = Object.entries(template.Resources as Record<string, Omit<Resource, 'id'>>).map(
    ([id, resource]): Resource => ({ id, ...resource }),
  );
  const report = join(assembly.directory, 'validation-report.json');
  const nag = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  return {
    stackName,
    environment,
    parameters: template.Parameters as Record<string, unknown>,
    conditions: template.Conditions as Record<string, unknown>,
    outputs: template.Outputs as Record<string, { Value: unknown }>,
    resources,
    /** Rules of cdk-nag that are broken and not acknowledged. */
    violations: (nag?.pluginReports ?? []).flatMap(({ violations }: { violations: { ruleName: string }[] }) =>
      violations.map(({ ruleName }) => ruleName),
    ) as string[],
    all: (type: string) => resources.filter(({ Type }) => Type === `AWS::${type}`),
    /** The one resource at this path under the construct: a logical id is the path without dashes, and a hash. */
    named(type: string, path: string): Resource {
      const id = new RegExp(`^(?:Gouji)?${path.replaceAll('-', '')}[0-9A-F]{8}$`);
      const [found, ...others] = resources.filter((one) => one.Type === `AWS::${type}` && id.test(one.id));
      if (found === undefined || others.length > 0) throw new Error(`no single ${type} ${path}`);
      return found;
    },
  };
}

export const arnOf = ({ id }: Resource) => ({ 'Fn::GetAtt': [id, 'Arn'] });
