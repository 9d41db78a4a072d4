/**
 * The robot of a group chat: 企业微信 (wecom), 钉钉 (dingtalk), 飞书 (feishu). It has one reader, the group, so only mails
 * to {@link ROBOT_ADDRESS} go this way. Its address is its password and is therefore kept as a secret.
 */
import { variable } from '../environment.ts';
import { type Mailer, MailNotSentError, MailRefusedError } from '../mailer.ts';
import { readSecret } from '../secrets.ts';
import type { Mail } from './mime.ts';
import { ROBOT_ADDRESS, ROBOTS, type Robot } from './robots.ts';

const WITHIN_MILLISECONDS = 10_000;

export function webhookMailer(): Mailer {
  return {
    async send(mail) {
      if (mail.to !== ROBOT_ADDRESS) throw new MailRefusedError('a robot reaches its group and no address');
      const robot: Robot = ROBOTS[variable('WEBHOOK')];
      // `https://…` alone, or with the 加签 key on the next line.
      const [address = '', key] = (await readSecret(variable('MAIL_SECRET'))).split(/\s+/);
      const url = new URL(address);
      if (key !== undefined && robot.signed) robot.signed(url, key, Date.now());
      const answer = await post(url, robot.body(textOf(mail, robot.mostBytes)));
      const code = robot.codeOf(answer);
      if (code !== 0) throw new MailNotSentError(`the robot answered ${code}`);
    },
  };
}

async function post(url: URL, body: unknown): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
      signal: AbortSignal.timeout(WITHIN_MILLISECONDS),
    });
    if (!response.ok) throw new MailNotSentError(`HTTP ${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  } catch (error) {
    // Words of `fetch` may hold the address, which is the robot's password.
    throw error instanceof MailNotSentError ? error : new MailNotSentError((error as Error).name);
  }
}

/** Subject and text as far as they fit; whole lines, and always the first link: that is where the rest stands. */
function textOf({ subject, text }: Mail, mostBytes: number): string {
  const lines = [subject, '', ...text.split(/\r?\n/)];
  const whole = lines.join('\n');
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
  const end = ['…', link].join('\n');
  const kept: string[] = [];
  let room = mostBytes - Buffer.byteLength(end);
  for (const line of lines) {
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return [...kept, end].join('\n');
}
