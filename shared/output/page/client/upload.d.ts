/** Runs in the browser; see `upload.js`. */
export function upload(): void;
