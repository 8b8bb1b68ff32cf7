import { expect, it } from 'vitest';
import { noiseModel } from '../dynamics/noise/noiseModel';
import { correlationsOf } from './noiseCorrelations';

it('is a power of ρ for a first-order autoregression', () => {
  [...correlationsOf(noiseModel(0.8, 0), 6)].forEach((r, lag) => expect(r).toBeCloseTo(0.8 ** lag, 12));
});

it('is that of white noise where the moving average undoes the autoregression', () => {
  [...correlationsOf(noiseModel(0.7, 0, 0.7), 4)].forEach((r, lag) =>
    expect(r).toBeCloseTo(lag === 0 ? 1 : 0, 12),
  );
});

it('sums to the inflation of a long mean', () => {
  const model = noiseModel(0.8, -0.3, 0.4);
  const sum = correlationsOf(model, 400).reduce((total, r, lag) => total + (lag === 0 ? r : 2 * r), 0);
  expect(sum).toBeCloseTo(model.inflation, 8);
});
