/** What a function did, beside what the role in the template lets it do. */
import type { Call } from './proxy.ts';
import type { Template } from './template.ts';

/** IAM has one action for several operations, and names one of them otherwise. */
const ACTIONS: Readonly<Record<string, string>> = {
  's3:HeadObject': 's3:GetObject',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:ListObjectsV2': 's3:ListBucket',
};

const actionOf = ({ service, operation }: Pick<Call, 'service' | 'operation'>): string => {
  const action = `${service}:${operation}`;
  return ACTIONS[action] ?? action;
};

/** Actions of the calls that no statement of the function's role allows; resources are not looked at. */
export function withoutRight(calls: readonly Call[], template: Template, functionId: string): string[] {
  const allowed = new Set(actionsOf(template, functionId));
  return [...new Set(calls.map(actionOf))].filter((action) => !allowed.has(action)).sort();
}

function actionsOf(template: Template, functionId: string): string[] {
  const resource = template.Resources[functionId];
  if (resource === undefined) throw new Error(`no function ${functionId}`);
  const [role] = (resource.Properties.Role as { 'Fn::GetAtt': string[] })['Fn::GetAtt'];
  return Object.values(template.Resources)
    .filter(
      ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties.Roles).includes(`"${role}"`),
    )
    .flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: { Action: string | string[] }[] }).Statement,
    )
    .flatMap(({ Action }) => Action);
}
