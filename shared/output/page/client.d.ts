/** Runs in the browser; see `client.js`. */
export function client(): void;
