import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report';
import { isRoot, NOBODY } from '../asNobody';
import { jsonl } from '../reading';
import { buildCli, runCli, type CliRun } from './builtCli';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
  await buildCli();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const rows = (count: number, reward: (i: number) => unknown): string =>
  jsonl(Array.from({ length: count }, (_, i) => ({ step: i, reward: reward(i), loss: 0.1 })));
const RISE = rows(120, (i) => 0.8 - 0.6 * Math.exp(-i / 30));

/** Writes a file into the test folder and gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const fit = (...args: string[]): Promise<CliRun> => runCli(['fit', ...args]);
const oneReport = ({ stdout }: CliRun): Report => JSON.parse(stdout) as Report;
/** Exactly one line, no stack trace, nothing on stdout. */
function expectOneLine({ code, stdout, stderr }: CliRun, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr.split('\n')).toHaveLength(2);
  expect(stderr).not.toMatch(/\n\s+at |please report/);
  expect([code, stdout]).toEqual([2, '']);
}

describe('a log that can be read', () => {
  it('prints the answer first, for people, without colour into a pipe', async () => {
    const { code, stdout, stderr } = await fit(file('rise.jsonl', RISE));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toMatch(/rise\.jsonl$/);
    expect(stdout).toMatch(/^Plateaued at /m);
    expect(stdout).not.toContain('\u001b');
  });

  it('colours when told to', async () => {
    const run = await runCli(['fit', file('rise.jsonl', RISE)], { env: { FORCE_COLOR: '1' } });
    expect(run.stdout).toContain('\u001b[');
  });

  it('prints one object for one Report, an array for more, in argument order', async () => {
    const [a, b] = [file('a.jsonl', RISE), file('b.csv', 'step,reward\n1,0.1\n2,0.2\n')];
    expect(oneReport(await fit(a, '--json')).source.path).toBe(a);
    const { stdout } = await fit('--json', b, a);
    expect((JSON.parse(stdout) as Report[]).map(({ source }) => source.path)).toEqual([b, a]);
  });

  it('scans a folder in sorted order', async () => {
    file('runs/two.jsonl', RISE);
    file('runs/one/log.txt', RISE);
    file('runs/README.md', '# hello');
    const { code, stdout, stderr } = await fit(path.join(folder, 'runs'), '--json');
    expect([code, stderr]).toEqual([0, '']);
    const paths = (JSON.parse(stdout) as Report[]).map(({ source }) => path.relative(folder, source.path));
    expect(paths).toEqual(['runs/one/log.txt', 'runs/two.jsonl']);
  });

  it('lets --until cut the rows, and --metric and --step choose them', async () => {
    const log = file(
      'keys.jsonl',
      jsonl(Array.from({ length: 30 }, (_, i) => ({ t: i * 2, reward: i, acc: 1 }))),
    );
    const report = oneReport(await fit(log, '--json', '--metric=ACC', '--step', 't', '--until=20'));
    expect(report.metrics).toMatchObject({ reward: 'acc', step: 't' });
    expect(report.source.steps).toEqual({ first: 0, last: 20, count: 11 });
  });

  it('takes what the log does not say from the flags', async () => {
    const { config, source } = oneReport(
      await fit(
        file('rise.jsonl', RISE),
        '--json',
        '--optimizer',
        'sgd',
        '--beta1=0.95',
        '--step-unit',
        'rollout',
      ),
    );
    expect(config).toMatchObject({ optimizer: { value: 'sgd' }, beta1: { value: 0.95 } });
    expect(source.stepUnit.value).toBe('rollout');
  });

  it('keeps escape sequences of a log out of the terminal', async () => {
    const { stdout } = await fit(
      file('evil.jsonl', jsonl([{ step: 1, 'reward\u001b]0;pwned\u0007': 0.5 }])),
      '--metric',
      'reward\u001b]0;pwned\u0007',
    );
    expect(stdout).toContain('reward: reward');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('odd logs that still give a Report', () => {
  it.each<[string, string, string]>([
    [
      'half a trainer_state',
      '{"global_step": 3, "log_history": [{"step": 1, "reward": 0.1}, {"step": 2, "rewa',
      'too-early',
    ],
    ['half a JSONL record', `${rows(3, (i) => i)}{"step": 3, "rew`, 'too-early'],
    [
      'bare NaN and Infinity',
      rows(40, () => 1)
        .replace('"reward":1', '"reward":NaN')
        .replace('"loss":0.1', '"loss":-Infinity'),
      'no-trend',
    ],
    ['one row', '{"step": 7, "reward": 0.5}\n', 'too-early'],
    ['one row without its line break', '{"step": 7, "reward": 0.5}', 'too-early'],
    ['a constant reward', rows(200, () => 0.25), 'no-trend'],
    ['19 steps', rows(19, (i) => i), 'too-early'],
    ['a byte order mark, CRLF and blank lines', '\ufeffstep,reward\r\n\r\n1,0.1\r\n2,0.2\r\n', 'too-early'],
  ])('%s', async (name, content, regime) => {
    const run = await fit(file(`${name}.log`, content), '--json');
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(oneReport(run).interpretation.regime).toBe(regime);
  });

  it('counts what it could not use', async () => {
    const text = `${rows(25, () => 1)}{"step": oops}\n{"step": 26, "reward": NaN}\n{"step": 27, "rew`;
    const { source } = oneReport(await fit(file('counts.jsonl', text), '--json'));
    expect(source.dropped).toMatchObject({ malformed: 2, nonFinite: 1 });
  });
});

describe('what cannot be read: one line, exit 2', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /empty\.log: the file is empty; /],
    ['blanks only', ' \n\n\t', /: the file is empty; /],
    [
      'binary noise',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
      /: the file is binary and of no known kind; /,
    ],
    ['prose', 'The reward went up.\nThen it went down.\n', /:1: the content is none of /],
    [
      'no reward column',
      jsonl([
        { step: 1, loss: 2 },
        { step: 2, loss: 1 },
      ]),
      /: .*reward.*; .*--metric/,
    ],
    [
      'nothing finite',
      '{"step": 1, "reward": NaN}\n{"step": 2, "reward": NaN}\n',
      /nothing finite\.log: .*reward.*; .*--metric/,
    ],
    ['a first record that is not complete', '{"step": 1, "rew', /: .*; /],
  ])('%s', async (name, content, message) => {
    const log = file(name === 'an empty file' ? 'empty.log' : `${name}.log`, content);
    expectOneLine(await fit(log), message);
  });

  it('a missing file', async () => {
    expectOneLine(
      await fit(path.join(folder, 'nowhere.jsonl')),
      /nowhere\.jsonl: no such file; check the path/,
    );
  });

  it('a folder without logs', async () => {
    mkdirSync(path.join(folder, 'none'), { recursive: true });
    expectOneLine(
      await fit(path.join(folder, 'none')),
      /none: no reward log in this folder \(it holds no file\); /,
    );
  });

  it('an unknown metric, listing the keys there are', async () => {
    expectOneLine(
      await fit(file('rise.jsonl', RISE), '--metric', 'accuracy'),
      /no column "accuracy" among: step, reward, loss; /,
    );
  });

  it('an unknown run', async () => {
    expectOneLine(await fit(file('rise.jsonl', RISE), '--run=x'), /--run/);
  });

  it('a device, which would never end', async () => {
    expectOneLine(await fit('/dev/zero'), /\/dev\/zero: it is a pipe or a device/);
  });

  it('no permission', async () => {
    const log = file('secret.jsonl', RISE);
    chmodSync(folder, 0o755);
    chmodSync(log, 0);
    const run = await runCli(['fit', log], isRoot ? { cwd: '/', uid: NOBODY } : {});
    expectOneLine(run, /secret\.jsonl: no permission to read it; /);
  });

  it('a name with a line break stays one line', async () => {
    expectOneLine(await fit(path.join(folder, 'two\nlines')), /two lines: no such file/);
  });
});

describe('hostile sizes', () => {
  it('a line of 50 MB is left out and said', async () => {
    const long = `{"step": 99, "text": "${'x'.repeat(50 * 1024 * 1024)}"}\n`;
    const run = await fit(file('long.jsonl', RISE + long), '--json');
    expect(run.code).toBe(0);
    const report = oneReport(run);
    expect(report.source.steps.count).toBe(120);
    expect(report.source.dropped.malformed + report.source.dropped.noReward).toBe(1);
  }, 90_000);

  it('nothing but a line of 50 MB', async () => {
    const run = await fit(file('only-long.jsonl', `{"step": 1, "text": "${'x'.repeat(50 * 1024 * 1024)}"`));
    expect(run.code).toBe(2);
    expect(run.stderr.split('\n')).toHaveLength(2);
    expect(run.stderr.length).toBeLessThan(2100);
  }, 90_000);

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{"a":'.repeat(200_000)],
    ['brackets in a record', `{"step": 1, "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`],
  ])('200,000 nested %s', async (name, content) => {
    const run = await fit(file(`${name}.json`, content));
    expect(run.code).toBe(2);
    expect(run.stderr.split('\n')).toHaveLength(2);
    expect(run.stderr).not.toMatch(/please report|\n\s+at /);
  });

  it('nested brackets beside good rows', async () => {
    const deep = `{"step": 200, "reward": 1, "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`;
    const { code, stdout } = await fit(file('deep.jsonl', RISE + deep), '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Report).source.rows).toBeGreaterThanOrEqual(120);
  });
});

describe('several paths', () => {
  it('goes on after a failure; 2 beats everything', async () => {
    const good = file('good.jsonl', RISE);
    const { code, stdout, stderr } = await fit('nope.jsonl', good, '--json', '--fail-on', 'warning');
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as Report).source.path).toBe(good);
    expect(stderr).toMatch(/^nope\.jsonl: no such file; /);
  });

  it('a folder with one good and one bad log gave a Report', async () => {
    file('mixed/good.jsonl', RISE);
    file('mixed/bad.jsonl', '{"step":1,"reward":NaN,"loss":1}\n{"step":2,"reward":NaN,"loss":1}\n');
    const { code, stdout, stderr } = await fit(path.join(folder, 'mixed'), '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Report).source.path).toMatch(/good\.jsonl$/);
    expect(stderr.split('\n').length).toBeLessThanOrEqual(2);
  });

  it('prints an empty array where no path gave a Report', async () => {
    const { code, stdout } = await fit('nope.jsonl', 'nope2.jsonl', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([2, []]);
  });
});

describe('--fail-on', () => {
  it.each([
    ['ringing/metrics.jsonl', 'warning', 1],
    ['ringing/metrics.jsonl', 'error', 0],
    ['hacked-proxy/metrics.jsonl', 'error', 1],
    ['healthy-slow-start/trainer_state.json', 'warning', 0],
  ])('%s at %s', async (name, level, expected) => {
    const { code, stderr } = await fit(path.join('examples', name), '--fail-on', level);
    expect([code, stderr]).toEqual([expected, '']);
  });
});

describe('the command line itself', () => {
  it.each([
    [['--help'], /grpo-dynamics fit PATH\.\.\./],
    [['-h'], /grpo-dynamics fit/],
    [['fit', '--help'], /--refresh-interval N/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j prints and exits 0', async (args, expected) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(expected);
  });

  it.each([
    [[], /no command; /],
    [['fit'], /fit needs a PATH; /],
    [['fitt', 'x'], /unknown command fitt; did you mean fit\?/],
    [['runs/log.jsonl'], /to fit a log write grpo-dynamics fit runs\/log\.jsonl/],
    [['--jsn'], /unknown flag --jsn; /],
    [['fit', 'x', '--jsn'], /unknown flag --jsn; did you mean --json\?/],
    [['fit', 'x', '--until', 'soon'], /--until needs a number, got "soon"; /],
    [['fit', 'x', '--metric'], /--metric needs a value; write --metric KEY/],
    [['fit', 'x', '--beta1', '2'], /--beta1 2 is out of range; it must be/],
  ])('%j is told how to mend it and exits 2', async (args, message) => {
    expectOneLine(await runCli(args), message);
  });

  it('exits 0 and says nothing where the reader of its output went away', async () => {
    const log = file('rise.jsonl', RISE);
    const many = new Array<string>(5).fill(log);
    const run = await runCli(['fit', ...many, '--json'], {}, (stopReading) => {
      stopReading();
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
  });

  it('runs where the working directory is not the project', async () => {
    file('elsewhere/log.jsonl', RISE);
    const { code } = await runCli(['fit', 'log.jsonl'], { cwd: path.join(folder, 'elsewhere') });
    expect(code).toBe(0);
  });
});
