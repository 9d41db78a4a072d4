import type { FunctionName, QueueName } from '../../infra/wiring.ts';
import type { Template } from './template.ts';

/** Where the product is deployed, and what was deployed. */
export interface Deployed {
  template: Template;
  zips: Record<FunctionName, Uint8Array>;
  /** Address of a service, by the name that requests are signed for. */
  upstream(service: string): string;
  environmentOf(name: FunctionName): Promise<Record<string, string>>;
  /** Whether events of one object tell by their sequencer which came later. */
  hasSequencers: boolean;
  bucket: string;
  queueUrl(name: QueueName): string;
}
