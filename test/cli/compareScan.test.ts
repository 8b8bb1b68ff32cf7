import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/comparison';
import type { Report } from '../../src/report/report';
import { jsonl } from '../reading';
import { seededNormal } from '../syntheticLog';
import { buildCli, runCli, type CliRun } from './builtCli';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-compare-'));
  await buildCli({ withWorker: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A log of 150 rows in a folder of its own, with what a person says of it beside it. */
function log(name: string, plateau: number, seed: number, facts: Record<string, unknown> = {}): string {
  const draw = seededNormal(seed);
  const file = path.join(folder, name, 'log.jsonl');
  const row = (step: number): object => ({
    step,
    reward: plateau - 0.5 * Math.exp(-step / 20) + 0.02 * draw(),
  });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, jsonl(Array.from({ length: 150 }, (_, step) => row(step))));
  writeFileSync(path.join(folder, name, 'grpo-dynamics.json'), JSON.stringify(facts));
  return file;
}

const comparisonOf = ({ stdout }: CliRun): Comparison => JSON.parse(stdout) as Comparison;

describe('compare', () => {
  it('says in words what differs, the answer under the runs', async () => {
    const run = await runCli(['compare', log('low', 0.6, 1), log('high', 0.8, 2)]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/^A {2}.*low.log\.jsonl \(150 rows/m);
    expect(run.stdout.replace(/\s+/g, ' ')).toMatch(/B's plateau is 0\.2.* above A's .* they differ/);
  });

  it('prints one comparison as JSON, with the laws of the group size', async () => {
    const facts = { optimizer: 'sgd', learningRate: 1e-3 };
    const a = log('g4', 0.7, 3, { ...facts, groupSize: 4 });
    const b = log('g16', 0.7, 4, { ...facts, groupSize: 16 });
    const run = await runCli(['compare', a, b, '--json']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    const { schema, groupSize } = comparisonOf(run);
    expect(schema).toBe('grpo-dynamics/comparison@1');
    expect(groupSize).toHaveLength(1);
    expect(groupSize[0]).toMatchObject({
      groupSizes: [4, 16],
      optimizer: { value: 'sgd', assumed: false },
      meanPath: { verdict: 'no-detectable-difference' },
      // White noise: nothing carries over, so there is no process noise to hold against the law.
      noise: { verdict: 'not-assessable', because: expect.stringMatching(/nothing over/) as string },
    });
  });

  it.each([
    [[], /compare needs two runs; /],
    [['--jsn'], /unknown flag --jsn/],
  ])('%j is told how to mend it and exits 2', async (args, message) => {
    const { code, stdout, stderr } = await runCli(['compare', ...args]);
    expect(stderr).toMatch(message);
    expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
  });

  it('takes no single run', async () => {
    const { code, stderr } = await runCli(['compare', log('one', 0.7, 5)]);
    expect([code, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toMatch(/this is one; name another log/);
  });

  it('takes no more runs than a person can read the pairs of, and says what to do', async () => {
    const logs = Array.from({ length: 13 }, (_, i) => log(`many/${i}`, 0.7, i));
    const byFolder = await runCli(['compare', path.join(folder, 'many')]);
    const byName = await runCli(['compare', ...logs, '--json']);
    for (const { code, stdout, stderr } of [byFolder, byName]) {
      expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
      expect(stderr).toMatch(
        /at most 12 runs \(66 pairs\), and .* hold more; .* in one table: grpo-dynamics scan FOLDER$/m,
      );
    }
  });

  it('compares a log once, however often and by whatever path it is given', async () => {
    const files = ['twice/a', 'twice/b'].map((name, i) => log(name, 0.7, i));
    const link = path.join(folder, 'link.jsonl');
    symlinkSync(files[1], link);
    const all = [...files, ...files, link, path.dirname(files[0]), path.join(folder, 'twice')];
    const { code, stdout, stderr } = await runCli(['compare', ...all, ...all, '--json']);
    expect([code, stderr]).toEqual([0, '2 logs were given more than once and count once\n']);
    expect(comparisonOf({ code, stdout, stderr }).runs.map((run) => run.path)).toEqual(files);
  });

  it('takes no log beside itself', async () => {
    const file = log('itself', 0.7, 1);
    const { code, stderr } = await runCli(['compare', file, path.dirname(file)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^1 log was given more than once and counts once\n.*this is one; name another log/,
    );
  });

  it('says the answer first and what holds for several pairs once', async () => {
    const logs = [1e-6, 2e-6, 4e-6].map((learningRate, i) => log(`rate${i}`, 0.7, i, { learningRate }));
    const { code, stdout } = await runCli(['compare', ...logs]);
    const text = stdout.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(text.match(/Stiffness carried over/g)).toHaveLength(1);
    expect(text).toMatch(/Stiffness carried over \(A–B, A–C, B–C\): not assessable, κ may only/);
    expect(text).toMatch(/(?:of 3 pairs|any of 3 pairs).* A and B /);
  });

  it('compares what could be read, and exits 2 for what could not', async () => {
    const run = await runCli(['compare', log('a', 0.7, 6), 'nowhere.jsonl', log('b', 0.7, 7), '--json']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^nowhere\.jsonl: no such file; /);
    expect(comparisonOf(run).runs).toHaveLength(2);
  });
});

describe('scan', () => {
  const scan = (...args: string[]): Promise<CliRun> =>
    runCli(['scan', '--jobs', '1', '--cache', path.join(folder, 'cache'), ...args]);

  it('prints a row a run, and takes unchanged logs from its cache the next time', async () => {
    const runs = path.join(folder, 'runs');
    log('runs/one', 0.6, 8);
    log('runs/two', 0.8, 9);
    const first = await scan(runs);
    expect([first.code, first.stderr]).toEqual([0, '2 logs, 2 Reports\n']);
    expect(first.stdout.trimEnd().split('\n')).toHaveLength(3);
    const again = await scan(runs);
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toMatch(/^2 logs, 2 Reports, 2 of the logs unchanged/);
  });

  it('prints a Report a line as JSON, and a line on stderr for what it cannot read', async () => {
    const mixed = path.join(folder, 'mixed');
    log('mixed/good', 0.6, 10);
    writeFileSync(path.join(mixed, 'bad.jsonl'), '{"step":1,"reward":NaN}\n{"step":2,"reward":NaN}\n');
    const { code, stdout, stderr } = await scan(mixed, '--json');
    expect(code).toBe(0);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
    expect(reports.map(({ schema }) => schema)).toEqual(['grpo-dynamics/report@1']);
    expect(stderr).toMatch(/2 logs, 1 Reports, 1 not readable\n$|^1 logs, 1 Reports\n$/);
  });

  it('exits 2 for a path that gave none, and for flags that contradict each other', async () => {
    expect((await scan(path.join(folder, 'nowhere'))).code).toBe(2);
    const { code, stderr } = await scan(folder, '--no-cache');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/--cache and --no-cache contradict each other/),
    ]);
  });
});
