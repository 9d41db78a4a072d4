/** The lockfile: licences that go with ours, install scripts only where they are allowed, and a bill of all of it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

const ROOT = new URL('../../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as {
  packages: Record<string, { version?: string; license?: string; hasInstallScript?: boolean }>;
};
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, about]) => ({ name: path.replace(/^.*node_modules\//, ''), ...about }));

interface Bill {
  bomFormat: string;
  components: { group?: string; name: string; version: string }[];
}

/** Permissive, or weak copyleft of files that we do not change. `BSD` is how an old package calls it. */
const COMPATIBLE = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'MPL-2.0'],
  ...['CC-BY-4.0', 'Zlib', 'CC0-1.0', 'Python-2.0', 'Unlicense'],
]);
/** Of an `OR`, one that fits is enough; of an `AND`, each must. */
function isCompatible(license: string): boolean {
  const bare = license.replace(/^\(|\)$/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isCompatible);
  return bare.split(' AND ').every((each) => COMPATIBLE.has(each));
}

test('every package has a licence that goes with Apache-2.0', () => {
  const others = installed.filter(({ license }) => license === undefined || !isCompatible(license));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test('docs/dependencies.md says of every install script whether it is allowed', () => {
  const docs = readFileSync(new URL('docs/dependencies.md', ROOT), 'utf8');
  const allowed: Record<string, boolean> = packageFile.allowScripts;
  for (const { name } of installed.filter(({ hasInstallScript }) => hasInstallScript)) {
    const answer = allowed[name] === true ? 'yes' : 'no';
    expect(docs).toMatch(new RegExp(`\\| ${name} +\\|[^|]+\\| ${answer} +\\|`));
  }
});

test('one command makes the bill of materials, with every package of the lockfile', () => {
  const bill = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { bomFormat, components } = JSON.parse(bill) as Bill;
  const listed = new Set(components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`));
  expect(bomFormat).toBe('CycloneDX');
  expect(installed.map(({ name, version }) => `${name} ${version}`).filter((one) => !listed.has(one))).toEqual([]);
}, 60_000);
