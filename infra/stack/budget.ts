import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';

/** Percent of the month's budget at which the operator hears of it: spent, and foreseen. */
const WARNINGS = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/**
 * A warning by mail where the month becomes dear. It looks at the whole account: a budget by tag sees nothing until
 * the tag is activated for billing, and would keep silent about that.
 */
export class Budget extends Construct {
  /** Where an operator is to hear of it; regions of China have no such resource. */
  static of(scope: Construct, settings: Settings): Budget | null {
    const { operator, budget, region } = settings;
    if (operator === undefined || budget === 0 || region?.startsWith('cn-')) return null;
    return new Budget(scope, 'Budget', operator, budget);
  }

  private constructor(scope: Construct, id: string, operator: string, dollars: number) {
    super(scope, id);
    new CfnBudget(this, 'Month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: dollars, unit: 'USD' } },
      notificationsWithSubscribers: WARNINGS.map((warning) => ({
        notification: { ...warning, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers: [{ subscriptionType: 'EMAIL', address: operator }],
      })),
    });
  }
}
