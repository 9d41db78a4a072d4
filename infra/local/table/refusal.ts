type RefusalName = 'ValidationException' | 'ConditionalCheckFailedException' | 'ResourceNotFoundException';

/** An answer of DynamoDB that says no; `name` as the SDK's errors are called. */
export class Refusal extends Error {
  constructor(name: RefusalName, message: string) {
    super(message);
    this.name = name;
  }
}

export const invalid = (message: string) => new Refusal('ValidationException', message);
