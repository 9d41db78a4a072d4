/** The answer where there is no report of an id (any more). */
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { notFound, type ProblemError } from './problem.ts';

export const noReport = (): ProblemError => notFound(PROBLEMS.noReport);
