import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runOf } from '../../../test/reading';
import { hasShared, shared } from '../../../test/shared';
import { autoregressiveNoise, curveWithNoise, seededNormal } from '../../../test/syntheticLog';
import type { CurveName } from '../fit';
import { findCuts } from './findCuts';

type Noise = readonly [coefficients: readonly number[], sampling: number];
const NOISES: Readonly<Record<string, Noise>> = {
  white: [[], 0],
  'AR(1) ρ = 0.6': [[0.6], 0],
  'AR(1) ρ = 0.9': [[0.9], 0],
  'AR(1) ρ = 0.9 under as much sampling noise': [[0.9], 0.5],
  'AR(2) with momentum': [[1.6, -0.7], 0.3],
};

const smooth = (n: number): [CurveName, Record<string, number>][] => [
  ['exponential', { R0: 0.2, plateau: 0.8, tau: n / 5 }],
  ['logistic', { R0: 0.2, plateau: 0.8, rate: 20 / n, midpoint: n / 2 }],
  ['hill', { R0: 0.1, plateau: 0.8, cMid: n / 6, exponent: 4 }],
];

/** A reward made of pieces in noise of unit autocorrelation ρ. */
function pieces(of: (i: number) => number, n: number, sigma: number, rho: number, seed: number) {
  const noise = autoregressiveNoise(n, [rho], seededNormal(seed));
  return {
    steps: Float64Array.from({ length: n }, (_, i) => i + 1),
    values: noise.map((x, i) => of(i) + sigma * x),
  };
}
const rise = (i: number, from: number, to: number, tau: number): number =>
  to - (to - from) * Math.exp(-i / tau);

describe('findCuts', () => {
  it.each(Object.entries(NOISES))(
    'hardly ever cuts a smooth rise in %s',
    (_name, [coefficients, sampling]) => {
      let runs = 0;
      let cut = 0;
      for (const n of [120, 400])
        for (const [curve, constants] of smooth(n))
          for (let seed = 1; seed <= 9; seed++) {
            const { t, y } = curveWithNoise(curve, constants, n, 0.06, seed + n, coefficients, sampling);
            runs++;
            if (findCuts({ steps: t, values: y }).cuts.length > 0) cut++;
          }
      // At 2 % false alarms, 4 or more of 54 have probability 2 %.
      expect([runs, cut <= 3]).toEqual([54, true]);
    },
  );

  it.each([0.15, 0.25, 0.4])('never cuts a ringing with ζ = %s', (zeta) => {
    for (let seed = 1; seed <= 6; seed++) {
      const constants = { R0: 0.2, plateau: 0.7, omega0: 0.06, zeta };
      const { t, y } = curveWithNoise('oscillator', constants, 400, 0.03, seed, [0.5]);
      expect(findCuts({ steps: t, values: y })).toMatchObject({ cuts: [], collapse: null });
    }
  });

  it.each([
    ['up', 0, (i: number) => rise(i, 0.2, 0.5, 40) + (i >= 180 ? 0.25 : 0)],
    [
      'down, and learnt again',
      0.5,
      (i: number) => (i < 180 ? rise(i, 0.2, 0.7, 40) : rise(i - 180, 0.3, 0.6, 40)),
    ],
    ['up in persistent noise', 0.8, (i: number) => rise(i, 0.1, 0.4, 60) + (i >= 180 ? 0.4 : 0)],
  ])('finds a lasting step of the level: %s', (_name, rho, of) => {
    for (let seed = 1; seed <= 4; seed++) {
      const { cuts } = findCuts(pieces(of, 360, 0.03, rho, seed));
      expect(cuts.map(({ kind }) => kind)).toEqual(['stage']);
      expect(Math.abs(cuts[0].row - 180)).toBeLessThanOrEqual(3);
    }
  });

  it('finds the row also where blocks of rows are judged', () => {
    const { cuts } = findCuts(pieces((i) => (i < 1733 ? 0.3 : 0.6), 4000, 0.08, 0.4, 2));
    expect(cuts).toHaveLength(1);
    expect(Math.abs(cuts[0].row - 1733)).toBeLessThanOrEqual(8);
  });

  it('cuts where a collapse begins', () => {
    const { cuts, collapse } = findCuts(
      pieces((i) => (i < 200 ? rise(i, 0.2, 0.8, 40) : 0.1), 300, 0.04, 0.6, 3),
    );
    expect(cuts).toMatchObject([{ kind: 'collapse', row: 200 }]);
    expect(collapse?.fallsFrom).toBe(200);
  });

  it('takes a drop below all that was before for a collapse, also without a rise before it', () => {
    const { cuts, collapse } = findCuts(pieces((i) => (i < 150 ? 0.7 : 0.05), 300, 0.04, 0.5, 6));
    expect(cuts).toMatchObject([{ kind: 'collapse', row: 150 }]);
    expect(collapse).toMatchObject({ fallsFrom: 150, isSudden: true, stillFalling: false });
  });

  it('takes the same drop for a stage where other data explain it', () => {
    const points = pieces((i) => (i < 150 ? 0.7 : 0.05), 300, 0.04, 0.5, 6);
    const { cuts, collapse, otherData } = findCuts(points, [], () => true);
    expect(cuts).toMatchObject([{ kind: 'stage', row: 150 }]);
    expect([collapse, otherData?.fallsFrom]).toEqual([null, 150]);
  });

  it('takes an end on the floor for a collapse on any number of rows', () => {
    const values = Float64Array.from([
      ...Array.from({ length: 11 }, (_, i) => 0.5 + 0.1 * Math.sin(i)),
      0,
      0,
      0,
      0,
      0,
    ]);
    const { cuts, collapse } = findCuts({ steps: Float64Array.from(values.keys()), values });
    expect(cuts).toMatchObject([{ kind: 'collapse', row: 11 }]);
    expect(collapse).toMatchObject({ fallsFrom: 11, floorFrom: 11, now: 0 });
  });

  it('sees no collapse in a reward that is paid now and then', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) =>
      i === 150 || i === 181 || i === 20 ? 0.03 : 0,
    );
    expect(findCuts({ steps: Float64Array.from(values.keys()), values }).collapse).toBeNull();
  });

  it('cuts at a resume only where the level breaks', () => {
    const whole = pieces((i) => rise(i, 0.2, 0.8, 60), 300, 0.03, 0.5, 4);
    expect(findCuts(whole, [150])).toMatchObject({ cuts: [], joined: [150] });
    const broken = pieces((i) => rise(i, 0.2, 0.8, 60) - (i >= 150 ? 0.15 : 0), 300, 0.03, 0.5, 4);
    expect(findCuts(broken, [150])).toMatchObject({ cuts: [{ kind: 'resume', row: 150 }], joined: [] });
  });

  it('leaves short, constant and empty logs whole', () => {
    for (const n of [0, 1, 10, 39, 200])
      expect(findCuts(pieces(() => 0.5, n, 0, 0, 1))).toEqual({
        cuts: [],
        collapse: null,
        otherData: null,
        joined: [],
      });
  });

  // Small transformers trained for real, with something changed at a known step (labels.json).
  it.runIf(hasShared).each([
    ['F5-structure_full_s2', 'stage', 101],
    ['F5-structure_full_s8', 'stage', 148],
    ['X6-structure_p95_s2', 'stage', 101],
    ['X2-lr4e-3_s2', 'collapse', 101],
    ['X2-lr4e-3_s0', 'collapse', 168],
    ['X2-lr4e-3_s4', 'collapse', 126],
    ['X2-lr4e-3_s8', 'collapse', 148],
    ['F0-none_s0', null, null],
    ['F0-none_s8', null, null],
    ['H4-slow_s0', null, null],
  ])('cuts the trained run %s where it was changed', async (name, kind, step) => {
    const { reward } = await runOf(readFileSync(shared('logs', 'labelled', name, 'log.jsonl')));
    const { cuts } = findCuts(reward);
    expect(cuts.map((cut) => cut.kind)).toEqual(kind === null ? [] : [kind]);
    if (step !== null) expect(Math.abs(reward.steps[cuts[0].row] - step)).toBeLessThanOrEqual(4);
  });
});
