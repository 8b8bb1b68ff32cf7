import { expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { oneSegment } from '../dynamics/segments/segmentRun';
import { evidencesOf } from './evidenceOf';
import { findRinging } from './ringing';

/** First peak of the ringing: half a swing, π/(ω₀√(1 − ζ²)) = 40.1 steps after the segment begins. */
const RING = { R0: 0.1, plateau: 0.7, omega0: 0.08, zeta: 0.2 };

it.each([0, 150])('a ringing after %d level steps begins at the first peak of its own segment', (before) => {
  const { t, y } = curveWithNoise('oscillator', RING, 400, 0.03, 8);
  const steps = t.map((step) => step + before + 1);
  const fits = fitCurves(steps, y);
  const level = Array.from({ length: before }, (_, i) => 0.1 + 0.03 * Math.sin(12.9 * i));
  const run = handMadeRun([...level, ...y]);
  const segment = { from: before, to: run.reward.steps.length, cut: null };
  const segmentation = { ...oneSegment(run), segments: [segment] };
  const ringing = findRinging(evidencesOf(run, fits, assessRegime(fits, steps, y), segmentation));
  expect(ringing?.isDamped).toBe(true);
  expect(Math.abs((ringing?.from ?? NaN) - before - 40)).toBeLessThanOrEqual(3);
});
