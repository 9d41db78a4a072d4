/** The template of the smallest deployment with its bundles, and the part of it that moto is asked to deploy. */
import { App } from 'aws-cdk-lib';
import cdk from '../../cdk.json' with { type: 'json' };
import { bundle } from '../../infra/bundle.ts';
import { goujiStack } from '../../infra/stack.ts';
import type { FunctionName } from '../../infra/wiring.ts';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string[] | string;
}
export interface Template {
  Resources: Record<string, Resource>;
  Outputs: Record<string, unknown>;
  [part: string]: unknown;
}

/** @param folder for bundles and the assembly */
export function synthesise(folder: string): Template {
  const app = new App({ context: cdk.context, outdir: `${folder}/assembly` });
  const made = (name: FunctionName) => bundle(name, `${folder}/bundles`);
  const stack = goujiStack(app, {
    ...{ mailFrom: 'gouji@agency.example', signIn: 'none', bundle: made },
    // That of the gateway is known to AWS alone.
    baseUrl: 'https://gouji.agency.example',
  });
  return app.synth().getStackByName(stack.stackName).template as Template;
}

/** What bundles need to run, and what leads events to them. The mappings from queues to functions would need Docker. */
const ASKED = [
  ...['S3::Bucket', 'DynamoDB::Table', 'SQS::Queue', 'Events::EventBus'],
  ...['Events::Rule', 'IAM::Role', 'IAM::Policy', 'Logs::LogGroup', 'Lambda::Function', 'SNS::Topic'],
].map((name) => `AWS::${name}`);

/** The template with the asked kinds of resources only. @returns `left` are the kinds that were left out */
export function partOf(template: Template): { part: Template; left: string[] } {
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => ASKED.includes(Type));
  const names = new Set(kept.map(([id]) => id));
  const Resources = Object.fromEntries(
    kept.map(([id, { DependsOn = [], ...resource }]) => {
      const on = [DependsOn].flat().filter((other) => names.has(other));
      return [id, on.length > 0 ? { ...resource, DependsOn: on } : resource];
    }),
  );
  const all = Object.values(template.Resources).map(({ Type }) => Type);
  const left = [...new Set(all)].filter((type) => !ASKED.includes(type)).sort();
  // Of a bootstrapped account: the bundles are uploaded here in another way.
  const { BootstrapVersion: _version, ...Parameters } = template.Parameters as Record<string, unknown>;
  const { Rules: _rules, ...plain } = template;
  const buses = kept.filter(([, { Type }]) => Type === 'AWS::Events::EventBus').map(([id]) => id);
  const changed = resolved(Resources, { names, buses: new Set(buses) });
  return { part: { ...plain, Parameters, Resources: changed, Outputs: {} } as Template, left };
}

/**
 * References to what was left out become a word: none of the bundles' calls rests on them. What moto does not know, that
 * `Ref` of a bus is its name, is said by the attribute that is the same.
 */
function resolved<Value>(value: Value, known: { names: ReadonlySet<string>; buses: ReadonlySet<string> }): Value {
  if (Array.isArray(value)) return value.map((one) => resolved(one, known)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: string[] };
  const id = Ref ?? attribute?.[0];
  if (id !== undefined && !known.names.has(id) && /^Gouji/.test(id)) return `left-out-${id}` as Value;
  if (Ref !== undefined && known.buses.has(Ref)) return { 'Fn::GetAtt': [Ref, 'Name'] } as Value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one, known)])) as Value;
}

/** Logical ids of the functions in the template. */
export function functionIds({ Resources }: Template): [FunctionName, string][] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
    .map(([id]) => [/^Gouji(\w+?)Function[0-9A-F]{8}$/.exec(id)?.[1] as FunctionName, id]);
}
