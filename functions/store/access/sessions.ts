/** Sign-ins: those under way, and sessions. A cookie holds a random word, the table only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_EXPIRY, table } from '../table/table.ts';

const SESSION_HOURS = 10;
const SIGN_IN_MINUTES = 10;

export interface Session {
  /** Subject at the issuer. */
  subject: string;
  /** As people know them: mail address, or the subject. */
  name: string;
  /** Address that the issuer has verified; `null` without one. */
  email: string | null;
  /** Roles as the claim of the issuer names them. */
  roles: string[];
}

/** What has to come back from the issuer for a sign-in that began here. */
export interface SignIn {
  state: string;
  nonce: string;
  verifier: string;
  /** Our own path to go on to. */
  to: string;
}

/** A word that cannot be guessed. */
export const randomWord = (): string => randomBytes(32).toString('base64url');

/** Each sign-in makes a session of its own, so that none can be planted beforehand. */
export async function openSession(session: Session, now: Date): Promise<string> {
  const word = randomWord();
  await put(`SESSION#${hashOf(word)}`, { ...session }, now.getTime() + SESSION_HOURS * 3600_000);
  return word;
}

export async function readSession(word: string, now: Date): Promise<Session | null> {
  return (await read(`SESSION#${hashOf(word)}`, now)) as Session | null;
}

export async function closeSession(word: string): Promise<void> {
  await take(`SESSION#${hashOf(word)}`, new Date(0));
}

/** @param word that the browser keeps, so that only this browser finishes its sign-in */
export async function beginSignIn(word: string, signIn: SignIn, now: Date): Promise<void> {
  await put(`SIGNIN#${hashOf(word)}`, { ...signIn }, now.getTime() + SIGN_IN_MINUTES * 60_000);
}

/** Once only. `null` where none is under way with this word. */
export async function takeSignIn(word: string, now: Date): Promise<SignIn | null> {
  return (await take(`SIGNIN#${hashOf(word)}`, now)) as SignIn | null;
}

const hashOf = (word: string) => createHash('sha256').update(word).digest('hex');

async function put(pk: string, content: Record<string, unknown>, expires: number): Promise<void> {
  const { client, name } = table();
  const Item = { pk, sk: 'ACCESS', content, [TABLE_EXPIRY]: Math.ceil(expires / 1000) };
  await client.send(new PutCommand({ TableName: name, Item }));
}

async function read(pk: string, now: Date): Promise<unknown> {
  const { client, name } = table();
  const Key = { pk, sk: 'ACCESS' };
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
  return live(Item, now);
}

async function take(pk: string, now: Date): Promise<unknown> {
  const { client, name } = table();
  const Key = { pk, sk: 'ACCESS' };
  const { Attributes } = await client.send(new DeleteCommand({ TableName: name, Key, ReturnValues: 'ALL_OLD' }));
  return live(Attributes, now);
}

/** The table removes what has ended some day later. */
function live(item: Record<string, unknown> | undefined, now: Date): unknown {
  return item !== undefined && Number(item[TABLE_EXPIRY]) * 1000 > now.getTime() ? item.content : null;
}
