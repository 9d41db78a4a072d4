/** See `light.d.ts`. */
export function beside(): void;
