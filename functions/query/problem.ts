/** Errors as RFC 9457 problem documents that say what to do. */
import type { Text } from '../../shared/domain/labels.ts';

/** Kinds of problems; the type of the document is `urn:gouji:problem:<kind>`. */
const KINDS = {
  'invalid-request': [400, { zh: '请求有误', en: 'The request is not valid' }],
  'invalid-cursor': [400, { zh: '分页标记无效', en: 'The cursor is not valid' }],
  'not-signed-in': [401, { zh: '尚未登录', en: 'Not signed in' }],
  'not-allowed': [403, { zh: '没有权限', en: 'Not allowed' }],
  'not-found': [404, { zh: '没有找到', en: 'Not found' }],
  gone: [410, { zh: '已撤回', en: 'Withdrawn' }],
  conflict: [409, { zh: '与现有内容冲突', en: 'In conflict with what is there' }],
  'already-there': [412, { zh: '同名文件已存在', en: 'There is a file of this name' }],
  'method-not-allowed': [405, { zh: '此地址不支持该方法', en: 'The method is not allowed here' }],
  'not-acceptable': [406, { zh: '没有所要求的格式', en: 'Not available in the format asked for' }],
  'too-large': [413, { zh: '内容过大', en: 'The content is too large' }],
  'unsupported-media-type': [415, { zh: '内容类型不支持', en: 'The media type is not supported' }],
  'too-many': [429, { zh: '请求过多', en: 'Too many requests' }],
  internal: [500, { zh: '服务器内部错误', en: 'Internal error' }],
} as const satisfies Record<string, readonly [number, Text]>;
export type ProblemKind = keyof typeof KINDS;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  /** What is wrong and what to do. */
  readonly detail: Text;
  /** The same for a person, where the detail speaks to programs. */
  readonly people: Text | null;
  /** The places of a request that is not valid. */
  readonly errors: { where: string; message: string }[];
  /** The states that a report had which is gone, the latest first. */
  readonly versions: readonly object[];
  readonly headers: Record<string, string>;

  constructor(
    kind: ProblemKind,
    detail: Text,
    more: Partial<Pick<ProblemError, 'errors' | 'versions' | 'headers'>> & { people?: Text } = {},
  ) {
    super(detail.en);
    this.kind = kind;
    this.detail = detail;
    this.people = more.people ?? null;
    this.errors = more.errors ?? [];
    this.versions = more.versions ?? [];
    this.headers = more.headers ?? {};
  }

  get status(): (typeof KINDS)[ProblemKind][0] {
    return KINDS[this.kind][0];
  }

  get title(): Text {
    return KINDS[this.kind][1];
  }

  /** The document in one language; the request id is what support asks for. */
  document(language: 'zh' | 'en', requestId: string): Record<string, unknown> {
    return {
      type: `urn:gouji:problem:${this.kind}`,
      title: this.title[language],
      status: this.status,
      detail: this.detail[language],
      ...(this.errors.length > 0 && { errors: this.errors }),
      ...(this.versions.length > 0 && { versions: this.versions }),
      requestId,
    };
  }
}

export const notFound = (zh: string, en: string): ProblemError => new ProblemError('not-found', { zh, en });
