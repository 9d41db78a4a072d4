import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** The sender: an identity that SES verifies, signed with DKIM; bounces and complaints come back over the default bus. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** ARNs of what a sender must be allowed to use. */
  readonly arns: string[];

  constructor(scope: Construct, id: string, from: string, domain: string | undefined) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Reports', { reputationMetrics: true });
    this.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Default', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    const identity = new EmailIdentity(this, 'Sender', {
      identity: domain === undefined ? Identity.email(from) : Identity.domain(domain),
      configurationSet: this.configurationSet,
    });
    const stack = Stack.of(this);
    const configurationSetArn = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    this.arns = [identity.emailIdentityArn, configurationSetArn];
    if (domain === undefined) return;
    // SES signs once these stand in the domain's DNS.
    const records = identity.dkimRecords.map(({ name, value }) => Fn.join(' CNAME ', [name, value]));
    new CfnOutput(stack, 'MailDnsRecords', { value: Fn.join(', ', records) });
  }
}
