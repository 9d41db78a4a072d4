/** Errors as RFC 9457 problem documents that say what to do. */
import type { Text } from '../../shared/domain/labels.ts';
import { PROBLEM_TITLES, type ProblemKind, type ProblemWords } from '../../shared/output/words/problems.ts';

const STATUSES = {
  'invalid-request': 400,
  'invalid-cursor': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  gone: 410,
  'already-there': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many': 429,
  internal: 500,
} as const satisfies Record<ProblemKind, number>;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly detail: ProblemWords;
  /** The places of a request that is not valid. */
  readonly errors: { where: string; message: string }[];
  /** The states that a report had which is gone, the latest first. */
  readonly versions: readonly object[];
  /** Codes of the regions that one name may mean, of which a person is asked to choose. */
  readonly regions: readonly string[];
  readonly headers: Record<string, string>;

  constructor(
    kind: ProblemKind,
    detail: ProblemWords,
    more: Partial<Pick<ProblemError, 'errors' | 'versions' | 'regions' | 'headers'>> = {},
  ) {
    super(detail.en);
    this.kind = kind;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.versions = more.versions ?? [];
    this.regions = more.regions ?? [];
    this.headers = more.headers ?? {};
  }

  get status(): (typeof STATUSES)[ProblemKind] {
    return STATUSES[this.kind];
  }

  get title(): Text {
    return PROBLEM_TITLES[this.kind];
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

export const notFound = (words: ProblemWords): ProblemError => new ProblemError('not-found', words);
