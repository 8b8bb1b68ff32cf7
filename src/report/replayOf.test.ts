import { describe, expect, it } from 'vitest';
import type { PictureTrack } from './curvePicture';
import { replayOf, type Prefix } from './replayOf';
import type { Report, RunState } from './report';

const STEPS = Float64Array.from({ length: 100 }, (_, i) => i);
const came = (reward: (step: number) => number) => ({ steps: STEPS, values: STEPS.map(reward) });
/** Forecast from step 41 to `end`: 0.5 ± 0.1 throughout. */
const ahead = (end: number): PictureTrack => ({
  steps: [41, end],
  reward: [0.5, 0.5],
  band: null,
  row: { low: [0.4, 0.4], high: [0.6, 0.6] },
});

function prefix(outlook: PictureTrack | null, state: RunState = 'rising'): Prefix {
  const report = {
    source: { steps: { count: 41 } },
    interpretation: { state, sentences: ['Rising.', 'More.'] },
    notes: ['forecast: too early, fewer than 20 steps.'],
  } as unknown as Report;
  return { report, picture: null, outlook };
}

describe('replayOf', () => {
  it.each([
    // end of the forecast, what came, compared at, mean of the last tenth of rows, error, rows inside
    [80, () => 0.5, 80, 0.5, 0, 40],
    [80, () => 0.7, 80, 0.7, -0.2, 0],
    [80, () => 0.45, 80, 0.45, 0.05, 40],
    // The run has not come as far as the forecast goes.
    [500, () => 0.55, 99, 0.55, -0.05, 59],
    [80, (step: number) => (step < 61 ? 0.5 : 0.9), 80, 0.9, -0.4, 20],
  ] as const)(
    'to step %d: what came is held against the forecast at its end: %#',
    (end, reward, atStep, mean, error, inside) => {
      const { check, why } = replayOf(prefix(ahead(end)), came(reward), 40);
      expect(why).toBeNull();
      expect(check).toMatchObject({
        atStep,
        inside,
        predicted: { value: 0.5, interval: [0.4, 0.6], unit: 'reward' },
      });
      expect(check!.cameOut).toBeCloseTo(mean, 12);
      expect(check!.error).toBeCloseTo(error, 12);
    },
  );

  it('leaves out rows that are no number', () => {
    const { check } = replayOf(
      prefix(ahead(80)),
      came((step) => (step % 2 === 0 ? NaN : 0.5)),
      40,
    );
    expect(check).toMatchObject({ rows: 20, inside: 20, cameOut: 0.5 });
  });

  it('gives the first sentence of then, and says when it was too early', () => {
    const found = replayOf(
      prefix(null, 'too-early'),
      came(() => 0.5),
      40,
    );
    expect(found).toMatchObject({ sentence: 'Rising.', isTooEarly: true, rows: 41, check: null });
    expect(found.why).toBe('too early, fewer than 20 steps.');
  });

  it('has nothing to compare at the last row', () =>
    expect(
      replayOf(
        prefix(ahead(200)),
        came(() => 0.5),
        99,
      ),
    ).toMatchObject({ check: null, why: 'no row has come since.' }));
});
