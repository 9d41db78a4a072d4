/** For StrykerJS: the `examples` and `cases` of a rule are tests of it, and no mutants are made of them. */
import type { Ignorer, NodePath } from '@stryker-mutator/api/ignore';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

class Examples implements Ignorer {
  /** @returns why a node of the syntax tree is left out, `undefined` where it is not */
  shouldIgnore(path: NodePath): string | undefined {
    const { key } = (path as Partial<{ node: { key?: { name?: string } } }>).node ?? {};
    return key?.name === 'examples' || key?.name === 'cases' ? 'a test of the rule' : undefined;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Ignore, 'examples', Examples)];
