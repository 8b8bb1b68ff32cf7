import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../src/report/report';
import { boundLog, type BoundTruth } from '../boundLog';
import { jsonl } from '../reading';
import { buildCli, runCli } from './builtCli';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-bound-'));
  await buildCli();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SGD: BoundTruth = {
  stiffness: 0.02,
  beta: 0.9,
  refreshInterval: 4,
  optimizer: 'sgd',
  stepUnit: 'update',
};

async function report(
  name: string,
  log: { y: Float64Array; rate?: Float64Array },
  flags: string[],
): Promise<Report> {
  const file = path.join(folder, name);
  const row = (i: number): object => ({
    step: i,
    reward: log.y[i],
    ...(log.rate === undefined ? {} : { learning_rate: log.rate[i] }),
  });
  writeFileSync(file, jsonl(Array.from(log.y.keys(), row)));
  const { stdout } = await runCli(['fit', file, '--json', ...flags]);
  return JSON.parse(stdout) as Report;
}

const FLAGS = ['--beta1', '0.9', '--refresh-interval', '4', '--step-unit', 'update'];

it('gives stiffness, curvature and margin of an SGD run from the flags', async () => {
  const { y } = boundLog(SGD, 400, 0.02, 7);
  const { fits, interpretation, stability } = await report('sgd.jsonl', { y }, [
    ...FLAGS,
    '--optimizer',
    'sgd',
    '--learning-rate',
    '1e-3',
  ]);
  expect(fits.bound).toMatchObject({ time: 'optimizer' });
  const [low, high] = fits.bound!.intervals['stiffness'];
  expect(low).toBeLessThan(0.02);
  expect(high).toBeGreaterThan(0.02);
  const kappa = interpretation.curvature!;
  expect(kappa.interval![0]).toBeLessThan(20);
  expect(kappa.interval![1]).toBeGreaterThan(20);
  expect(stability!.margin).toBeCloseTo(0.73061 / (fits.bound!['stiffness'] as number), 2);
  expect(stability!.largestSafeRefreshInterval).toBeGreaterThan(4);
  expect(interpretation.sentences.join(' ')).toMatch(/Halving the learning rate doubles the timescale/);
});

it('claims no curvature for Adam, and says why', async () => {
  const { y } = boundLog({ ...SGD, optimizer: 'adam' }, 400, 0.02, 7);
  const { interpretation, stability, notes } = await report('adam.jsonl', { y }, FLAGS);
  expect(interpretation.curvature).toBeNull();
  expect(stability!.margin).toBeGreaterThan(1);
  expect(notes.join(' ')).toMatch(/curvature: Adam has none/);
});

it('says that the learning rate ran out before the reward had arrived', async () => {
  const { y, rate } = boundLog(
    { ...SGD, stiffness: 0.012, beta: 0, refreshInterval: 1, schedule: (share) => 1 - share },
    300,
    0.002,
    5,
  );
  const { interpretation } = await report('decay.jsonl', { y, rate }, []);
  expect(interpretation.state).toBe('plateaued-learning-rate');
  expect(interpretation.sentences[0]).toMatch(/because the learning rate ran out .* heading for 0\.(79|80)/);
});

it('says so in optimizer time with the momentum of the run, too', async () => {
  const { y, rate } = boundLog(
    { ...SGD, stiffness: 0.012, refreshInterval: 2, schedule: (share) => 1 - share },
    300,
    0.002,
    5,
  );
  const { interpretation, fits } = await report('decay-bound.jsonl', { y, rate }, [
    ...['--beta1', '0.9', '--refresh-interval', '2', '--step-unit', 'update', '--optimizer', 'sgd'],
  ]);
  expect(fits.bound!.bicAr!).toBeLessThan(fits.scheduled!.bicAr!);
  expect(interpretation.state).toBe('plateaued-learning-rate');
});

it('draws the bound curve and lists k, margin and thresholds with their intervals', async () => {
  const { y } = boundLog(SGD, 400, 0.02, 7);
  const file = path.join(folder, 'drawn.jsonl');
  writeFileSync(file, jsonl(Array.from(y, (reward, step) => ({ step, reward }))));
  const flags = [...FLAGS, '--optimizer', 'sgd', '--learning-rate', '1e-3'];
  const { stdout } = await runCli(['fit', file, ...flags]);
  expect(stdout).toMatch(/stiffness k {2,}0\.0\d+ (± 0\.0\d+|\[.*\]) per optimizer step/);
  expect(stdout).toMatch(/margin {2,}\d+(\.\d+)? (± \d+(\.\d+)?|\[.*\]) times k/);
  expect(stdout).toMatch(/safe refresh {2,}up to every \d+ optimizer steps/);
  expect(stdout).toMatch(/unstable above {2,}k = 0\.731 per optimizer step/);
  expect(stdout).toMatch(/rings above {2,}k = /);
  expect(stdout).toMatch(/curvature κ {2,}\d/);
});

it.each<[string, string[], RegExp]>([
  ['--beta1', ['--refresh-interval', '4', '--step-unit', 'update'], /fits\.bound, stability: .*--beta1\./],
  [
    '--refresh-interval',
    ['--beta1', '0.9', '--step-unit', 'update'],
    /fits\.bound, stability: .*--refresh-interval\./,
  ],
  [
    '--step-unit',
    ['--beta1', '0.9', '--refresh-interval', '4'],
    /fits\.bound, stability\.margin, .*: .*--step-unit\./,
  ],
  ['--learning-rate', [...FLAGS, '--optimizer', 'sgd'], /curvature: .*--learning-rate/],
])('names %s where it is missing', async (_, flags, note) => {
  const { y } = boundLog(SGD, 400, 0.02, 7);
  const { notes } = await report('missing.jsonl', { y }, flags);
  expect(notes.filter((text) => note.test(text))).toHaveLength(1);
});
