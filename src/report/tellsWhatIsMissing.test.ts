import { describe, expect, it } from 'vitest';
import { tellsWhatIsMissing } from './tellsWhatIsMissing';

describe('tellsWhatIsMissing', () => {
  it.each([
    ['progress, remainingGain: the run has fallen off the curve.', true],
    ['fits.bound, stability: not known: give --beta1 and --refresh-interval.', true],
    ['noise.process, noise.sampling: the log is worth too few independent steps.', true],
    ['forecast: too early, fewer than 20 steps.', true],
    ['reward_std read as the std within groups: TRL before 0.26 logs that.', false],
    ['3 records could not be read', false],
    ['progress_bar: 3 lines were skipped', false],
    ['', false],
  ])('%s: %s', (note, expected) => expect(tellsWhatIsMissing(note)).toBe(expected));
});
