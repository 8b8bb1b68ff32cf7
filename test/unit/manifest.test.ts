import { readFileSync, existsSync } from 'node:fs';
import { readManifest } from '../readManifest';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly exports: { readonly '.': { readonly default: string } };
  readonly bin: Readonly<Record<string, string>>;
  readonly icon?: string;
  readonly publisher: string;
  readonly name: string;
  readonly engines: { readonly node: string; readonly vscode: string };
  readonly extensionKind?: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities?: Readonly<
    Record<string, { readonly supported: boolean | string; description?: string }>
  >;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
    }[];
    readonly menus?: Readonly<
      Record<string, readonly { readonly command: string; readonly when?: string }[]>
    >;
  };
}

const manifest = readManifest() as Manifest;
const lock = readFileSync('package-lock.json', 'utf8');
const bundler = readFileSync('scripts/lib/bundles.mjs', 'utf8');
const commandNames = readFileSync('src/extension/commandNames.ts', 'utf8');
const commands = manifest.contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('is the extension grpo-dynamics.grpo-dynamics for VS Code 1.100 and Node 20', () => {
    expect(`${manifest.publisher}.${manifest.name}`).toBe('grpo-dynamics.grpo-dynamics');
    expect(manifest.engines).toEqual({ node: '>=20', vscode: '^1.100.0' });
    expect(manifest.devDependencies['@types/vscode']).toBe('1.100.0');
  });

  it('names only bundles that are built', () => {
    for (const file of [
      manifest.main,
      manifest.browser,
      manifest.exports['.'].default,
      ...Object.values(manifest.bin),
    ])
      expect(bundler).toContain(`out: '${file.replace(/^\.\//, '')}'`);
  });

  it('names only pictures that exist', () => {
    const pictures = JSON.stringify(manifest).match(/media\/[\w./-]+/g) ?? [];
    expect(pictures.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('runs only scripts that exist', () => {
    const files = Object.values(manifest.scripts).flatMap(
      (script) => script.match(/[\w./-]+\.(mjs|ts)\b/g) ?? [],
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('runs where the files are, before anywhere else', () => {
    expect(manifest.extensionKind?.[0]).toBe('workspace');
  });

  it('starts after start-up and for its panel, never for everything', () => {
    expect(manifest.activationEvents).toContain('onStartupFinished');
    expect(manifest.activationEvents).not.toContain('*');
  });

  it('declares what it can do in untrusted and in virtual workspaces', () => {
    expect(Object.keys(manifest.capabilities ?? {}).sort()).toEqual([
      'untrustedWorkspaces',
      'virtualWorkspaces',
    ]);
  });

  it('contributes exactly the commands the host names', () => {
    const named = [...commandNames.matchAll(/'(grpoDynamics\.[A-Za-z]+)'/g)].map((match) => match[1]);
    expect(commands.length).toBeGreaterThan(0);
    expect([...commands].sort()).toEqual(named.sort());
  });

  it('shows in menus only commands it contributes', () => {
    const shown = Object.values(manifest.contributes.menus ?? {}).flatMap((items) =>
      items.map((item) => item.command),
    );
    expect(shown.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('takes no list for a flag: an empty one counts as true', () => {
    const clauses = Object.values(manifest.contributes.menus ?? {}).flatMap((items) =>
      items.map(({ when }) => when ?? ''),
    );
    const lists = /(?<!\b(?:not )?in )grpoDynamics\.rewardLogPaths/;
    expect(clauses.some((clause) => clause.includes('in grpoDynamics.rewardLogPaths'))).toBe(true);
    expect(clauses.filter((clause) => lists.test(clause))).toEqual([]);
  });

  it('needs no package at run time: all are bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it('pins every package to one version', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('locks packages without the addresses they came from', () => {
    expect(lock).not.toContain('"resolved"');
    expect(readFileSync('test/harness/vscode/package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});
