import type { Service } from './service.ts';

/** Recovery to a point in time: the new table is there at the second look. */
export function recovery(): Service {
  const restored = new Map<string, number>();
  return async (operation, input) => {
    const name = String(input.TableName);
    if (operation === 'RestoreTableToPointInTime') {
      restored.set(String(input.TargetTableName), 0);
      return { TableDescription: { TableName: input.TargetTableName, TableStatus: 'CREATING' } };
    }
    const looks = restored.get(name);
    if (looks === undefined) return null;
    if (operation === 'DescribeTable') {
      restored.set(name, looks + 1);
      return { Table: { TableName: name, TableStatus: looks === 0 ? 'CREATING' : 'ACTIVE' } };
    }
    return operation.startsWith('Update') ? {} : null;
  };
}
