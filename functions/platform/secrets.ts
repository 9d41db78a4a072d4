/** Values of Secrets Manager, which stand in no environment and in no template. */

/** So long a value that was changed may still be used. */
const KEPT_MILLISECONDS = 300_000;

const kept = new Map<string, { value: Promise<string>; until: number }>();

/**
 * The text of a secret.
 * @param id its name or ARN
 * @throws Error where it cannot be read or holds no text
 */
export function readSecret(id: string): Promise<string> {
  const there = kept.get(id);
  if (there !== undefined && Date.now() < there.until) return there.value;
  const value = fetchSecret(id);
  kept.set(id, { value, until: Date.now() + KEPT_MILLISECONDS });
  value.catch(() => kept.delete(id));
  return value;
}

async function fetchSecret(id: string): Promise<string> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined || SecretString.trim() === '') throw new Error(`secret ${id} holds no text`);
  return SecretString.trim();
}
