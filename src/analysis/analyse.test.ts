import { describe, expect, it } from 'vitest';
import { jsonl } from '../../test/reading';
import type { ByteSource } from '../logs/byteSource';
import { LogError } from '../logs/logError';
import { MemorySource } from '../logs/memorySource';
import type { Report } from '../report/report';
import type { Run } from '../run/run';
import { analyse, analyseRuns } from './analyse';

const source = (text: string): MemorySource => new MemorySource('log.jsonl', text);
const rows = (count: number, reward: (i: number) => unknown): string =>
  jsonl(Array.from({ length: count }, (_, i) => ({ step: i, reward: reward(i) })));
const RISE = rows(120, (i) => 0.8 - 0.6 * Math.exp(-i / 30));

const signal = (aborted: boolean): AbortSignal =>
  aborted ? AbortSignal.abort() : new AbortController().signal;

describe('analyse', () => {
  it('gives one Report per run, from the bytes', async () => {
    const [report] = await analyse(source(RISE), {});
    expect(report.schema).toBe('grpo-dynamics/report@1');
    expect(report.source).toMatchObject({ path: 'log.jsonl', format: 'jsonl', rows: 120 });
    expect(report.fits.exponential?.constants['plateau']).toBeCloseTo(0.8, 6);
  });

  it.each<[string, string, string]>([
    ['one row', rows(1, () => 0.5), 'too-early'],
    ['19 rows', rows(19, (i) => i), 'too-early'],
    ['a constant reward', rows(60, () => 1), 'no-trend'],
    [
      'rows of NaN between',
      rows(60, () => 1).replaceAll('"step":3,"reward":1', '"step":3,"reward":NaN'),
      'no-trend',
    ],
    ['an unfinished last record', `${rows(5, (i) => i)}{"step": 5, "rewa`, 'too-early'],
  ])('gives a Report for %s', async (_, text, regime) => {
    const [report] = await analyse(source(text), {});
    expect(report.interpretation.regime).toBe(regime);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  it('counts rows of NaN', async () => {
    const [report] = await analyse(source(rows(30, (i) => (i === 7 ? null : 1)).replace('null', 'NaN')), {});
    expect(report.source.dropped.nonFinite).toBe(1);
  });

  it.each<[string, string, object, string]>([
    ['no reward column', jsonl([{ step: 1, loss: 2 }]), {}, 'no-reward'],
    ['only NaN', '{"step":1,"reward":NaN}\n', {}, 'no-reward'],
    ['an unknown metric', RISE, { metric: 'nope' }, 'unknown-metric'],
    ['an unknown run', RISE, { run: 'nope' }, 'unknown-run'],
    ['an empty file', '', {}, 'empty'],
  ])('throws a LogError for %s', async (_, text, options, kind) => {
    await expect(analyse(source(text), options)).rejects.toMatchObject({ name: 'LogError', kind });
  });
});

it('names the columns there are where none is a reward, in every run and beside evaluations too', async () => {
  const log = jsonl(
    Array.from({ length: 30 }, (_, i) => ({
      step: i,
      fitness: i,
      arm: i % 2 ? 'a' : 'b',
      split: i % 3 ? 'train' : 'eval',
    })),
  );
  const reading = analyse(source(log), {});
  await expect(reading).rejects.toMatchObject({ reason: expect.stringMatching(/fitness/) as string });
  const [report] = await analyse(source(log), { metric: 'fitness' });
  expect(report.metrics['reward']).toBe('fitness');
});

describe('a file that vanishes while it is read', () => {
  it('is told as such', async () => {
    const bytes = new TextEncoder().encode(RISE);
    const vanishing: ByteSource = {
      path: 'log.jsonl',
      stat: () => Promise.resolve({ size: 3 * bytes.length, identity: '1' }),
      read: (offset) => Promise.resolve(offset === 0 ? bytes : new Uint8Array(0)),
    };
    await expect(analyse(vanishing, {})).rejects.toMatchObject({ kind: 'vanished' });
  });
});

describe('analyseRuns', () => {
  it('hands out the runs before it fits them, and pauses between stages', async () => {
    const seen: string[] = [];
    await analyseRuns(
      source(RISE),
      {},
      {
        onProgress: () => seen.push('progress'),
        onRuns: (runs: readonly Run[]) => seen.push(`runs ${runs.length}`),
        breathe: () => Promise.resolve(void seen.push('breathe')),
      },
    );
    expect(seen[0]).toBe('progress');
    expect(seen.filter((what) => what === 'breathe').length).toBeGreaterThanOrEqual(3);
    expect(seen.indexOf('runs 1')).toBeGreaterThan(0);
    expect(seen.at(-1)).toBe('breathe');
  });

  it('hears a cancel between two curves of one fit', async () => {
    const controller = new AbortController();
    let pauses = 0;
    const breathe = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await analyseRuns(source(RISE), {}, { breathe });
    const whole = pauses;
    pauses = 0;
    const stopping = async (): Promise<void> => {
      await breathe();
      if (pauses === whole - 2) controller.abort();
    };
    await expect(
      analyseRuns(source(RISE), {}, { breathe: stopping }, controller.signal),
    ).rejects.toMatchObject({ kind: 'aborted' });
    expect(whole).toBeGreaterThan(6);
    expect(pauses).toBe(whole - 2);
  });

  it('stops at a pause once it is cancelled', async () => {
    await expect(analyseRuns(source(RISE), {}, {}, signal(true))).rejects.toMatchObject({ kind: 'aborted' });
    const controller = new AbortController();
    const hooks = {
      onRuns: () => {
        controller.abort();
      },
    };
    await expect(analyseRuns(source(RISE), {}, hooks, controller.signal)).rejects.toBeInstanceOf(LogError);
    await expect(analyseRuns(source(RISE), {}, {}, signal(false))).resolves.toHaveLength(1);
  });

  it('crosses to another thread as it is', async () => {
    const analyses = await analyseRuns(source(RISE), {}, {});
    expect(structuredClone(analyses)).toEqual(analyses);
  });
});

describe('a log that repeats its reward until the next evaluation', () => {
  const value = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 25) + 0.03 * Math.sin(17 * i * i);
  const read = async (count: number, stride: number): Promise<Report> => {
    const text = jsonl(
      Array.from({ length: count }, (_, i) => ({
        step: i * stride,
        reward: value(Math.floor(i * (stride / 5))),
      })),
    );
    const [report] = await analyse(source(text), {});
    return report;
  };

  it('gives the selection, the state and the likelihood of its evaluations', async () => {
    const [many, few] = [await read(500, 1), await read(100, 5)];
    expect(many.source.dropped.forwardFilled).toBe(400);
    expect(many.selected).toBe(few.selected);
    expect(many.interpretation.state).toBe(few.interpretation.state);
    expect(many.interpretation.regime).toBe(few.interpretation.regime);
    for (const curve of ['exponential', 'inertial', 'logistic', 'hill'] as const)
      expect(many.fits[curve]?.bicAr).toBeCloseTo(few.fits[curve]?.bicAr ?? NaN, 9);
    expect(many.fits.exponential?.n).toBe(500);
    expect(many.interpretation.noise?.rowToRow).toBeCloseTo(few.interpretation.noise?.rowToRow ?? NaN, 12);
  });
});
