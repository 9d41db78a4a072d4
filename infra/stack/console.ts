import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Addresses in the console of the stack's own region and partition. */
export class Console {
  readonly #base: string;
  readonly #region: string;

  constructor(scope: Construct) {
    const { region } = Stack.of(scope);
    this.#region = region;
    this.#base = region.startsWith('cn-') ? 'https://console.amazonaws.cn' : 'https://console.aws.amazon.com';
  }

  lambda(name: string): string {
    return `${this.#base}/lambda/home?region=${this.#region}#/functions/${name}`;
  }

  dashboard(name: string): string {
    return `${this.#base}/cloudwatch/home?region=${this.#region}#dashboards/dashboard/${name}`;
  }

  queue(url: string): string {
    return `${this.#base}/sqs/v3/home?region=${this.#region}#/queues/${url}`;
  }

  logs(group: string): string {
    return `${this.#base}/cloudwatch/home?region=${this.#region}#logsV2:log-groups/log-group/${group}`;
  }
}
