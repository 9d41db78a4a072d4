/** The same run against the engines of the laptop: tries the bundles over HTTP, and this program itself, without moto. */
import { startEngines } from '../../infra/local/engines.ts';
import { FUNCTIONS } from '../../infra/wiring.ts';
import type { Deployed } from './deployed.ts';

export async function deployEmbedded(
  parts: Pick<Deployed, 'template' | 'zips'>,
): Promise<Deployed & { stop(): Promise<void> }> {
  const engines = await startEngines({ data: null });
  const { environment } = engines;
  const addresses: Record<string, string | undefined> = {
    ...{ s3: engines.s3, sqs: engines.sqs, dynamodb: engines.dynamodb, ses: engines.ses },
    ...{ events: environment.AWS_ENDPOINT_URL_EVENTBRIDGE, lambda: environment.AWS_ENDPOINT_URL_LAMBDA },
  };
  return {
    ...parts,
    upstream(service) {
      const address = addresses[service];
      if (address === undefined) throw new Error(`no engine for ${service}`);
      return address;
    },
    environmentOf: async (name) =>
      Object.fromEntries(FUNCTIONS[name].environment.map((variable) => [variable, environment[variable] ?? ''])),
    hasSequencers: true,
    bucket: 'reports',
    queueUrl: engines.queueUrl,
    stop: engines.stop,
  };
}
