#!/usr/bin/env node
/** Starts `gouji`. Its modules come from Node's compile cache from the second time on, which halves the start. */
import * as module from 'node:module';

// Node 20, which a package may meet, has neither the cache nor all of the language.
if (!('groupBy' in Map)) await import('./node-20.ts');
module.enableCompileCache?.();
const { gouji } = await import('./gouji.ts');
await gouji();
