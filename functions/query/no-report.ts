/** The answer where there is no report of an id (any more). */
import { notFound, type ProblemError } from './problem.ts';

export const noReport = (): ProblemError =>
  notFound(
    '没有这份报告，或者它已被删除；刚上传的报告稍后再试。',
    'No such report, or it was removed; try again in a moment if it has just been uploaded.',
  );
