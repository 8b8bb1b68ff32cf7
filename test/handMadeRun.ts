import type { Run } from '../src/run/run';

const NOTHING_DROPPED: Run['dropped'] = {
  malformed: 0,
  nonFinite: 0,
  noReward: 0,
  noStep: 0,
  averaged: 0,
  replacedByResume: 0,
  forwardFilled: 0,
};

/** A run made by hand: rewards by step (1, 2, … without), all else as for a plain JSONL log. */
export function handMadeRun(
  rewards: ArrayLike<number>,
  changes: Partial<Run> = {},
  steps?: ArrayLike<number>,
): Run {
  const values = Float64Array.from(rewards);
  return {
    path: 'log.jsonl',
    format: 'jsonl',
    name: null,
    rows: values.length,
    stepUnit: { value: 'unknown', from: 'the log does not say' },
    dropped: NOTHING_DROPPED,
    metrics: new Map([
      ['reward', 'reward'],
      ['step', 'step'],
    ]),
    rewardColumns: ['reward'],
    reward: {
      steps: steps === undefined ? values.map((_, i) => i + 1) : Float64Array.from(steps),
      values,
      lines: Int32Array.from(values, (_, i) => i + 1),
      columns: null,
    },
    fresh: null,
    series: new Map(),
    evaluations: new Map(),
    unavailable: new Map(),
    marks: [],
    broken: [],
    config: new Map(),
    notes: [],
    ...changes,
  };
}

/** Counts of what was dropped, zero but for the given ones. */
export function dropped(counts: Partial<Run['dropped']>): Run['dropped'] {
  return { ...NOTHING_DROPPED, ...counts };
}
