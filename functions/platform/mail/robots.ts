/** The robots of group chats: what each takes and answers. */
import { createHmac } from 'node:crypto';

/** Stands for the group where an address is expected; `.invalid` never gets mail (RFC 2606). */
export const ROBOT_ADDRESS = 'robot@gouji.invalid';
export interface Robot {
  /** Bytes (UTF-8) of text that it takes. */
  mostBytes: number;
  body(text: string): unknown;
  /** With the signature that the robot may ask for; `key` is its 加签 key. */
  signed?(url: URL, key: string, now: number): void;
  /** 0 where it was taken. */
  codeOf(answer: Record<string, unknown>): unknown;
}

export const ROBOTS = {
  // https://developer.work.weixin.qq.com/document/path/91770
  wecom: {
    mostBytes: 2048,
    body: (content) => ({ msgtype: 'text', text: { content } }),
    codeOf: ({ errcode }) => errcode,
  },
  // https://open.dingtalk.com/document/robots/custom-robot-access
  dingtalk: {
    mostBytes: 18_000,
    body: (content) => ({ msgtype: 'text', text: { content } }),
    signed(url, key, now) {
      url.searchParams.set('timestamp', String(now));
      url.searchParams.set('sign', createHmac('sha256', key).update(`${now}\n${key}`).digest('base64'));
    },
    codeOf: ({ errcode }) => errcode,
  },
  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
  feishu: {
    mostBytes: 18_000,
    body: (text) => ({ msg_type: 'text', content: { text } }),
    codeOf: ({ code }) => code,
  },
} as const satisfies Record<string, Robot>;
