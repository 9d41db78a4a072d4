/** Runs in the browser; see `light.js`. */
export function light(): void;
