/** Runs in the browser; see `roster.js`. */
export function roster(): void;
