/** A stack with nothing but gouji in it. */
import { type App, Stack } from 'aws-cdk-lib';
import { Gouji, type GoujiProps } from './gouji.ts';

/** Named after its stage, so that one account can hold several. */
export function goujiStack(app: App, props: GoujiProps): Stack {
  const { account, region, stage = 'prod' } = props as { account?: string; region?: string; stage?: string };
  const stack = new Stack(app, `Gouji-${stage}`, {
    description: `勾稽 (${stage}): checks annual disclosure reports`,
    ...(region !== undefined && { env: { region, ...(account !== undefined && { account }) } }),
  });
  new Gouji(stack, 'Gouji', props);
  return stack;
}
