/** Sign-ins: those under way, and sessions. A cookie holds a random word, the table only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import { getItem, putItem, type TableItem, takeItem } from '../table/items.ts';
import { TABLE_EXPIRY } from '../table/table.ts';

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

const keyOf = (pk: string) => ({ pk, sk: 'ACCESS' });

function put(pk: string, content: TableItem, expires: number): Promise<void> {
  return putItem({ ...keyOf(pk), content, [TABLE_EXPIRY]: Math.ceil(expires / 1000) });
}

async function read(pk: string, now: Date): Promise<unknown> {
  return live(await getItem(keyOf(pk)), now);
}

async function take(pk: string, now: Date): Promise<unknown> {
  return live(await takeItem(keyOf(pk)), now);
}

/** The table removes what has ended some day later. */
function live(item: TableItem | null, now: Date): unknown {
  return item !== null && Number(item[TABLE_EXPIRY]) * 1000 > now.getTime() ? item.content : null;
}
