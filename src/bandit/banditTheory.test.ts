import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../test/shared';
import { advantages, groupForce, type AdvantageRule } from './advantage';
import { expectedForce, groupMoments } from './banditForce';
import {
  bisect,
  criticalKlWeight,
  fixedPointAt,
  fixedPointUnnormalised,
  fixedPointsNormalised,
} from './fixedPoint';
import { sigmoid } from './softmax';

const RULES: readonly AdvantageRule[] = (['group-mean', 'leave-one-out'] as const).flatMap((baseline) =>
  (['none', 'std-ddof0', 'std-ddof1'] as const).map((normalisation) => ({ baseline, normalisation })),
);
const NONE: AdvantageRule = { baseline: 'group-mean', normalisation: 'none' };
const STD: AdvantageRule = { baseline: 'group-mean', normalisation: 'std-ddof0' };

/** Relative to the larger of the expected value and `floor`. */
function near(actual: number, expected: number, relative: number, floor = 0): void {
  expect(Math.abs(actual - expected) / Math.max(Math.abs(expected), floor)).toBeLessThan(relative);
}

describe.skipIf(!hasShared)('bandit golden values', () => {
  interface Golden {
    readonly bandit: {
      readonly unnormalised: readonly (readonly number[])[];
      readonly normalised: readonly (readonly number[])[];
      readonly lambdaCritical: readonly (readonly number[])[];
      readonly finiteGroup: readonly (readonly number[])[];
    };
  }
  const { bandit } = hasShared
    ? (JSON.parse(readFileSync(shared('golden', 'theory.json'), 'utf8')) as Golden)
    : { bandit: { unnormalised: [], normalised: [], lambdaCritical: [], finiteGroup: [] } };

  it('has the rest point and curvature without a std', () => {
    for (const [thetaRef, klWeight, theta, p, curvature] of bandit.unnormalised) {
      const point = fixedPointUnnormalised(thetaRef, klWeight);
      near(point.theta, theta, 1e-14);
      near(point.p, p, 1e-14);
      near(point.curvature, curvature, 1e-14);
      const measured = fixedPointAt(
        { thetaRef: thetaRef, klWeight: klWeight, rule: NONE },
        Infinity,
        thetaRef,
        30,
      );
      near(measured.theta, theta, 1e-12);
      near(measured.curvature, curvature, 1e-7);
    }
  });

  it('has both rest points with the std', () => {
    for (const [thetaRef, klWeight, ...rest] of bandit.normalised) {
      const points = fixedPointsNormalised(thetaRef, klWeight)!;
      const values = [points.stable, points.unstable].flatMap((x) => [x.theta, x.p, x.curvature]);
      values.forEach((value, i) => near(value, rest[i], 1e-12, 1e-2));
    }
  });

  it('has the critical KL weight', () => {
    for (const [thetaRef, theta, p, klWeight] of bandit.lambdaCritical) {
      const critical = criticalKlWeight(thetaRef);
      near(critical.theta, theta, 1e-13);
      near(critical.p, p, 1e-13);
      near(critical.klWeight, klWeight, 1e-13);
      expect(fixedPointsNormalised(thetaRef, klWeight * 0.999)).toBeNull();
    }
  });

  it('has the moments of finite groups', () => {
    for (const [p, size, meanV, varV, meanRoot, varRoot, zeroStd] of bandit.finiteGroup) {
      const plain = groupMoments(p, size, NONE);
      near(plain.mean, meanV, 1e-12);
      near(plain.variance, varV, 1e-9);
      near(plain.zeroStd, zeroStd, 1e-12);
      const root = groupMoments(p, size, STD);
      near(root.mean, meanRoot, 1e-12);
      near(root.variance, varRoot, 1e-9);
    }
  });
});

describe('group updates', () => {
  it('are what the advantages give, for every rule and every group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 2, maxLength: 40 }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (right, theta) => {
          const p = sigmoid(theta);
          const rewards = Float64Array.from(right, Number);
          const out = new Float64Array(rewards.length);
          for (const rule of RULES) {
            advantages(rewards, rule, out);
            // ∇log π is 1 − p for the rewarded arm and −p for the other.
            const sum = out.reduce((total, a, i) => total + a * (rewards[i] - p), 0) / rewards.length;
            const successes = right.filter(Boolean).length;
            expect(Math.abs(sum - groupForce(successes, right.length, rule))).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });

  it('give no force where all rewards are equal', () => {
    const out = new Float64Array(8).fill(7);
    advantages(new Float64Array(8).fill(0.1), STD, out);
    expect([...out]).toEqual(new Array(8).fill(0));
  });

  it('have the leave-one-out drift p(1−p) at every group size', () => {
    const world = {
      thetaRef: 0,
      klWeight: 0,
      rule: { baseline: 'leave-one-out', normalisation: 'none' },
    } as const;
    for (const size of [2, 4, 8, 64])
      near(expectedForce(world, 1.3, size), sigmoid(1.3) * sigmoid(-1.3), 1e-13);
  });

  it('have the force variance [(1−2p)²pq + 2p²q²/(G−1)]/G', () => {
    const rule = { baseline: 'leave-one-out', normalisation: 'none' } as const;
    for (const p of [0.1, 0.5, 0.85])
      for (const size of [2, 8, 64]) {
        const v = p * (1 - p);
        const exact = ((1 - 2 * p) ** 2 * v + (2 * v * v) / (size - 1)) / size;
        near(groupMoments(p, size, rule).variance, exact, 1e-10);
      }
  });
});

describe('bisect', () => {
  it('refuses an interval without a change of sign', () => {
    expect(() => bisect((x) => x * x + 1, -1, 1)).toThrow(RangeError);
  });
});
