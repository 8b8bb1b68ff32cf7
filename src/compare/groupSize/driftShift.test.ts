import { describe, expect, it } from 'vitest';
import type { AdvantageRule as BanditRule } from '../../bandit/advantage';
import { expectedForce, type BanditWorld } from '../../bandit/banditForce';
import { fixedPointAt } from '../../bandit/fixedPoint';
import { sigmoid } from '../../bandit/softmax';
import { driftShift, type DriftShift } from './driftShift';
import type { AdvantageRule } from './groupDrift';

const REFERENCE = -2;
const shiftOf = (found: DriftShift | string): DriftShift => {
  if (typeof found === 'string') throw new Error(found);
  return found;
};

/** Steps of a tiny rate until the path of the expected update has made 1 − 1/e of its rise. */
function timeOf(world: BanditWorld, groupSize: number, plateau: number): number {
  const start = sigmoid(REFERENCE);
  const goal = start + (1 - 1 / Math.E) * (plateau - start);
  let theta = REFERENCE;
  for (let t = 0; ; t++) {
    if (sigmoid(theta) >= goal) return t;
    theta += 0.005 * expectedForce(world, theta, groupSize);
  }
}

describe('with a KL term', () => {
  it.each<[AdvantageRule, BanditRule, number, number]>([
    ['group-std', { baseline: 'group-mean', normalisation: 'std-ddof0' }, 0.766, 0.75],
    ['group-mean', { baseline: 'group-mean', normalisation: 'none' }, 0.3, 0.99],
  ])(
    'predicts the rest point and the time of the bandit’s expected update, %s',
    (rule, bandit, klWeight, top) => {
      const world: BanditWorld = { thetaRef: REFERENCE, klWeight, rule: bandit };
      const highest = Math.log(top / (1 - top));
      const [a, b] = [4, 16].map((size) => fixedPointAt(world, size, REFERENCE, highest).p);
      const path = { start: sigmoid(REFERENCE), plateau: a, hasKl: true };
      const { plateau, timescale } = shiftOf(driftShift(path, [4, 16], rule));
      expect(b - a).toBeGreaterThan(0.03);
      expect(plateau).toBeCloseTo(b - a, 4);
      expect(timescale / (timeOf(world, 16, b) / timeOf(world, 4, a))).toBeCloseTo(1, 2);
    },
  );

  it('says so where the larger group’s drift has no rest point', () => {
    const path = { start: 0.12, plateau: 0.9, hasKl: true };
    expect(driftShift(path, [4, 64], 'group-std')).toMatch(/no plateau below 1/);
  });
});

it('moves no plateau without one, and scales the time of the group mean by its factor', () => {
  const path = { start: 0.1, plateau: 0.8, hasKl: false };
  const { plateau, timescale } = shiftOf(driftShift(path, [4, 16], 'group-mean'));
  expect(plateau).toBeCloseTo(0, 12);
  expect(timescale).toBeCloseTo(0.75 / (15 / 16), 9);
});

it.each([
  [-0.5, 0.8],
  [0.2, 1.2],
  [0.8, 0.2],
])('predicts nothing for a reward from %d to %d', (start, plateau) => {
  expect(driftShift({ start, plateau, hasKl: false }, [4, 8], 'group-std')).toMatch(/between 0 and 1/);
});

it('leaves the path alone with a leave-one-out baseline', () => {
  const path = { start: 0.1, plateau: 0.8, hasKl: true };
  expect(driftShift(path, [4, 16], 'leave-one-out')).toEqual({ plateau: 0, timescale: 1 });
});
