import { CfnCondition, CfnParameter, Fn, type IResolvable } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { QueueName } from '../wiring.ts';

/** Queues that lead to mails. */
const MAIL_QUEUES: readonly QueueName[] = ['notify'];

/**
 * The kill switches: parameters of the stack, so that they can be turned without a checkout. Uploads and events are
 * kept in the queues meanwhile; see the runbook.
 */
export class Switches extends Construct {
  readonly #paused: CfnCondition;
  readonly #mailPaused: CfnCondition;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const everything = this.#switch('Paused', 'yes: queues are kept but not worked on, schedules rest.');
    const mail = this.#switch('MailPaused', 'yes: reports are checked, and no mail goes out.');
    this.#paused = this.#condition('IsPaused', isOn(everything));
    this.#mailPaused = this.#condition('IsMailPaused', Fn.conditionOr(isOn(everything), isOn(mail)));
  }

  /** Whether the messages of a queue are worked on. */
  enabled(queue: QueueName): IResolvable {
    return Fn.conditionIf(this.#of(MAIL_QUEUES.includes(queue)).logicalId, false, true);
  }

  /** States of the schedules that send mails, and of the others. */
  schedules(): { mail: IResolvable; others: IResolvable } {
    const state = ({ logicalId }: CfnCondition) => Fn.conditionIf(logicalId, 'DISABLED', 'ENABLED');
    return { mail: state(this.#mailPaused), others: state(this.#paused) };
  }

  /** Whether an alarm about work that the switch itself stops is to be raised. */
  mailAlarms(): IResolvable {
    return Fn.conditionIf(this.#mailPaused.logicalId, false, true);
  }

  #of(mail: boolean): CfnCondition {
    return mail ? this.#mailPaused : this.#paused;
  }

  #switch(name: string, description: string): CfnParameter {
    const values = { allowedValues: ['yes', 'no'], default: 'no' };
    const parameter = new CfnParameter(this, name, {
      ...{ type: 'String', ...values, description: `${description} See docs/runbook.md#kill-switch` },
    });
    // By this name the runbook turns it.
    parameter.overrideLogicalId(name);
    return parameter;
  }

  #condition(name: string, expression: ReturnType<typeof isOn>): CfnCondition {
    const condition = new CfnCondition(this, name, { expression });
    condition.overrideLogicalId(name);
    return condition;
  }
}

const isOn = (parameter: CfnParameter) => Fn.conditionEquals(parameter.valueAsString, 'yes');
