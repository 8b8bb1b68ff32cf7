import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LOG = path.resolve('examples/ringing/metrics.jsonl');

const CONSUMER = `import { analyseFile, analyseText, LogError } from 'grpo-dynamics';
import type { Report } from 'grpo-dynamics';

const [report]: Report[] = await analyseFile(process.argv[2] ?? '', { beta1: 0.9 });
const state: string = report.interpretation.state;
const plateau: number | undefined = report.interpretation.plateau?.value;
const seen = report.findings.filter(({ verdict }) => verdict === 'present').map(({ mode }) => mode);
const error = await analyseText('no log').catch((reason: unknown) => reason);
console.log(JSON.stringify({ state, plateau, seen, isLogError: error instanceof LogError }));
`;

const OPTIONS = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    types: ['node'],
  },
  files: ['consumer.mts'],
};

describe('the npm package', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'consumer-'));
  const run = (program: string, args: readonly string[], cwd = folder) =>
    spawnSync(program, args, { cwd, encoding: 'utf8' });

  beforeAll(() => {
    const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], process.cwd());
    expect(packed.stderr).toBe('');
    const archive = packed.stdout.trim().split('\n').at(-1) ?? '';
    const installed = path.join(folder, 'node_modules', 'grpo-dynamics');
    mkdirSync(path.join(folder, 'node_modules', '@types'), { recursive: true });
    mkdirSync(installed);
    run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']);
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
    writeFileSync(path.join(folder, 'consumer.mts'), CONSUMER);
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(OPTIONS));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('type-checks where it is imported, its own declarations included', () => {
    const { stdout, status } = run(process.execPath, [
      path.resolve('node_modules/typescript/bin/tsc'),
      '-p',
      '.',
    ]);
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  it('gives an ES module what the command line says', () => {
    const { stdout, stderr } = run(process.execPath, ['consumer.mjs', LOG]);
    expect(stderr).toBe('');
    const cli = run(process.execPath, [
      'node_modules/grpo-dynamics/dist/cli.js',
      'fit',
      LOG,
      '--beta1',
      '0.9',
      '--json',
    ]);
    const report = JSON.parse(cli.stdout) as { interpretation: { plateau: { value: number } } };
    expect(JSON.parse(stdout)).toEqual({
      state: 'ringing',
      plateau: report.interpretation.plateau.value,
      seen: ['dynamical-instability'],
      isLogError: true,
    });
  }, 60_000);

  it('can be required too, and lets nothing else be reached into', () => {
    const script = `
      const { analyseFile } = require('grpo-dynamics');
      let reached = true;
      try { require('grpo-dynamics/dist/extension.js'); } catch { reached = false; }
      console.log(typeof analyseFile, reached);`;
    expect(run(process.execPath, ['-e', script]).stdout.trim()).toBe('function false');
  });
});
