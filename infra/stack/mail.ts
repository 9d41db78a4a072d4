import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';

/** Sending by SES: an identity that it verifies, signed with DKIM; bounces and complaints come back over the default bus. */
export class MailDelivery extends Construct {
  readonly configurationSetName: string;
  /** ARNs of what a sender must be allowed to use. */
  readonly arns: string[];

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const configurationSet = new ConfigurationSet(this, 'Reports', { reputationMetrics: true });
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Default', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.configurationSetName = configurationSet.configurationSetName;
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    // In the sandbox SES asks for the right on the recipient's identity too.
    const sandbox = settings.sandboxRecipients.map((address) => {
      new EmailIdentity(this, `Recipient ${address}`, { identity: Identity.email(address) });
      return arn('identity', address);
    });
    const identity = settings.mailDomain ?? addressOf(settings.mailFrom ?? '');
    if (settings.identity === 'create') this.#verify(settings, identity, configurationSet);
    this.arns = [arn('identity', identity), arn('configuration-set', this.configurationSetName), ...sandbox];
  }

  #verify({ mailDomain }: Settings, identity: string, configurationSet: ConfigurationSet): void {
    const sender = new EmailIdentity(this, 'Sender', {
      identity: mailDomain === undefined ? Identity.email(identity) : Identity.domain(identity),
      configurationSet,
    });
    if (mailDomain === undefined) return;
    // SES signs once these stand in the domain's DNS.
    const records = sender.dkimRecords.map(({ name, value }) => Fn.join(' CNAME ', [name, value]));
    new CfnOutput(this, 'DnsRecords', { value: Fn.join(', ', records) });
  }
}

/** `Name <address>` → the address. */
function addressOf(sender: string): string {
  return /<([^<>]+)>$/.exec(sender)?.[1] ?? sender;
}
