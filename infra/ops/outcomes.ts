import type { ReprocessAnswer } from '../../functions/ingest/reprocess.ts';

/** What came of a run that read objects again. */
export type Outcomes = Pick<ReprocessAnswer, 'outcomes' | 'failed'>;

/** The outcomes of several batches together. */
export function together(answers: readonly Outcomes[]): Outcomes {
  const outcomes: Outcomes['outcomes'] = {};
  for (const [word, many] of answers.flatMap((answer) => Object.entries(answer.outcomes))) {
    outcomes[word] = (outcomes[word] ?? 0) + many;
  }
  return { outcomes, failed: answers.flatMap(({ failed }) => failed) };
}
