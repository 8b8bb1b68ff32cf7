import { describe, expect, it } from 'vitest';
import { MemorySource } from '../logs/memorySource';
import { memoryConfigPort } from '../platform/memoryConfigPort';
import { compareLogs, type ComparedLog } from './compareLogs';
import { LogError } from '../logs/logError';

const NO_CONFIG = memoryConfigPort(new Map());

function rising(plateau: number, arms: readonly string[] = []): string {
  const names = arms.length === 0 ? [null] : arms;
  const rows = names.flatMap((arm) =>
    Array.from({ length: 60 }, (_, i) => {
      const reward = plateau - 0.6 * Math.exp(-i / 12) + 0.01 * Math.sin(7.3 * i);
      return arm === null ? `${i + 1},${reward}` : `${arm},${i + 1},${reward}`;
    }),
  );
  return [arms.length === 0 ? 'step,reward' : 'arm,step,reward', ...rows, ''].join('\n');
}

function log(path: string, text: string): ComparedLog {
  const bytes = new TextEncoder().encode(text);
  return { path, options: {}, config: NO_CONFIG, open: () => Promise.resolve(new MemorySource(path, bytes)) };
}

const missing: ComparedLog = {
  ...log('gone.csv', ''),
  open: () =>
    Promise.reject(
      new LogError({
        kind: 'missing',
        path: 'gone.csv',
        reason: 'there is no such file',
        remedy: 'check the path',
      }),
    ),
};

const LOW = log('low.csv', rising(0.7));
const HIGH = log('high.csv', rising(0.9));
const ARMS = log('arms.csv', rising(0.8, ['one', 'two']));

describe('compareLogs', () => {
  it('compares the runs in the order they are wanted, each with its points and curve', async () => {
    const wanted = [
      { log: 1, run: null },
      { log: 0, run: null },
    ];
    const { comparison, overlay, failures } = await compareLogs([LOW, HIGH], wanted, {});
    expect(comparison.runs.map(({ path }) => path)).toEqual(['high.csv', 'low.csv']);
    expect(overlay.map(({ log: at }) => at)).toEqual([1, 0]);
    expect(overlay.map(({ reward }) => reward.values.length)).toEqual([60, 60]);
    expect(overlay.map(({ track }) => track?.curve)).toEqual([comparison.curve, comparison.curve]);
    expect(failures).toEqual([]);
  });

  it('takes all runs of a log, or one by its name, and none twice', async () => {
    const all = await compareLogs([ARMS], [{ log: 0, run: null }], {});
    expect(all.overlay.map(({ run }) => run)).toEqual(['one', 'two']);
    const wanted = [
      { log: 0, run: 'two' },
      { log: 1, run: null },
      { log: 0, run: 'two' },
    ];
    const some = await compareLogs([ARMS, LOW], wanted, {});
    expect(some.overlay.map(({ run, path }) => run ?? path)).toEqual(['two', 'low.csv']);
  });

  it('goes on without a log that cannot be read, and says so', async () => {
    const wanted = [0, 1, 2].map((at) => ({ log: at, run: null }));
    const { overlay, failures } = await compareLogs([LOW, missing, HIGH], wanted, {});
    expect(overlay.map(({ path }) => path)).toEqual(['low.csv', 'high.csv']);
    expect(failures.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'gone.csv: there is no such file',
    ]);
  });

  it('opens no log beyond the runs that can be compared, and says so', async () => {
    const arms = Array.from({ length: 12 }, (_, i) => `arm ${i}`);
    const opened: string[] = [];
    const watched = [log('dozen.csv', rising(0.8, arms)), LOW].map((one) => ({
      ...one,
      open: () => {
        opened.push(one.path);
        return one.open();
      },
    }));
    const wanted = [0, 1].map((at) => ({ log: at, run: null }));
    const { overlay, failures } = await compareLogs(watched, wanted, {});
    expect(overlay).toHaveLength(12);
    expect(opened).toEqual(['dozen.csv']);
    expect(failures.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'low.csv: only the first 12 runs are compared',
    ]);
  });

  it('tells for each pair which settings differ', async () => {
    const told = (path: string, plateau: number, rate: number): ComparedLog => {
      const [head, ...rows] = rising(plateau).trim().split('\n');
      return log(path, [`${head},learning_rate`, ...rows.map((row) => `${row},${rate}`), ''].join('\n'));
    };
    const logs = [told('low.csv', 0.7, 0.001), told('high.csv', 0.9, 0.001), told('fast.csv', 0.9, 0.002)];
    const wanted = [0, 1, 2].map((at) => ({ log: at, run: null }));
    const { overlay } = await compareLogs(logs, wanted, {});
    expect(overlay.map(({ differs }) => differs[0])).toEqual([[], [], ['learningRate']]);
  });

  it.each([
    ['one run', [LOW], [{ log: 0, run: null }], /needs two runs/],
    ['one of two', [LOW, missing], [0, 1].map((at) => ({ log: at, run: null })), /no such file/],
    ['a run that is gone', [ARMS], ['one', 'three'].map((run) => ({ log: 0, run })), /no run “three”/],
  ])('refuses %s', async (_, logs, wanted, why) => {
    await expect(compareLogs(logs, wanted, {})).rejects.toThrow(why);
  });

  it('tells bytes over all logs, and hears a cancel', async () => {
    const seen: number[] = [];
    const wanted = [0, 1].map((at) => ({ log: at, run: null }));
    await compareLogs([LOW, HIGH], wanted, { onProgress: ({ bytes }) => void seen.push(bytes) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const aborted = AbortSignal.abort();
    await expect(compareLogs([LOW, HIGH], wanted, {}, aborted)).rejects.toThrow(/cancelled/);
  });
});
