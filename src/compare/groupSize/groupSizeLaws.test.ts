import { expect, it } from 'vitest';
import { groupSizeLaws } from './groupSizeLaws';
import type { GroupSizePair } from './groupSizePair';

const BECAUSE = { verdict: 'not-assessable', because: 'the runs differ in their model' } as const;

function pairOf(first: number, second: number, changes: Partial<GroupSizePair> = {}): GroupSizePair {
  return {
    first,
    second,
    groupSizes: [4 * 2 ** first, 4 * 2 ** second],
    prompts: [8, 8],
    optimizer: { value: 'adam', assumed: true },
    advantages: 'unknown',
    invarianceMayBeClaimed: false,
    meanPath: BECAUSE,
    evaluations: {},
    timescale: BECAUSE,
    noise: BECAUSE,
    withinGroupStd: null,
    caveats: [],
    ...changes,
  };
}

it('says one reason once, with every group size, the optimizer and how far rewards spread', () => {
  const pairs = [pairOf(0, 1, { withinGroupStd: 0.85 }), pairOf(0, 2, { withinGroupStd: 1.4 }), pairOf(1, 2)];
  expect(groupSizeLaws(pairs)).toEqual([
    'Group size (A–B, A–C, B–C), A (G 4), B (G 8), C (G 16), Adam, assumed: not assessable, the runs differ in their model.',
    "Within groups B's rewards spread 0.85 times as far as A's.",
    "Within groups C's rewards spread 1.4 times as far as A's.",
  ]);
});

it('keeps pairs of another optimizer or of another reason apart', () => {
  const told = { optimizer: { value: 'adam', assumed: false } } as const;
  const other = { verdict: 'not-assessable', because: 'the first: too short' } as const;
  const pairs = [
    ...[pairOf(0, 1), pairOf(0, 2), pairOf(1, 2, told), pairOf(1, 3, told)],
    pairOf(2, 3, { meanPath: other, timescale: other, noise: other }),
  ];
  expect(groupSizeLaws(pairs)).toEqual([
    expect.stringMatching(/^Group size \(A–B, A–C\), .* Adam, assumed: not assessable/),
    expect.stringMatching(
      /^Group size \(B–C, B–D\), B \(G 8\), C \(G 16\), D \(G 32\), Adam: not assessable/,
    ),
    'Group size, C (G 16) and D (G 32), Adam, assumed. Mean path: not assessable, the first: too short.',
    'Process noise (variance, sampling noise taken out), D over C: not assessable, the first: too short.',
  ]);
});
