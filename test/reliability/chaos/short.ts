/** What the suite runs of it. Each test has a file of its own: clients are made once a process. */
export const SHORT = { seed: 20211, kills: 2, keys: 12, longestLife: 1500, short: true, say: () => {} };
/** Processes start and end many times, on machines that do other things as well. */
export const PATIENCE_MILLISECONDS = 300_000;
