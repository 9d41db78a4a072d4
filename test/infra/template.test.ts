/**
 * The synthesised template. Loading the CDK takes longer than any of these tests, and each test file loads it anew:
 * so they are one file to the runner, and several to a reader.
 */
import { vi } from 'vitest';

vi.setConfig({ testTimeout: 180_000 });
await import('./template/wiring.ts');
await import('./template/watch.ts');
await import('./template/deployments.ts');
await import('./template/construct.ts');
await import('./template/snapshot.ts');
