import { expect, it } from 'vitest';
import { causesFirst } from './causesFirst';
import { FAILURE_MODES, type FailureMode } from './finding';
import { absent, type Judgement } from './judgement';

const seen = (summary: string): Judgement => ({ ...absent(0.5, summary), verdict: 'present', step: 40 });

function judge(present: readonly FailureMode[]): ReadonlyMap<FailureMode, Judgement> {
  return causesFirst(
    new Map(
      FAILURE_MODES.map((mode) => [mode, present.includes(mode) ? seen(`${mode}.`) : absent(0.5, 'None.')]),
    ),
  );
}

it.each<[FailureMode[], Partial<Record<FailureMode, FailureMode>>]>([
  [['dynamical-instability'], {}],
  [['dynamical-instability', 'policy-concentration'], { 'policy-concentration': 'dynamical-instability' }],
  [
    ['reward-hacking', 'dynamical-instability', 'advantage-degeneracy'],
    { 'dynamical-instability': 'reward-hacking', 'advantage-degeneracy': 'reward-hacking' },
  ],
])('of %j, what is brought names what brought it', (present, consequences) => {
  for (const [mode, judgement] of judge(present)) {
    const cause = consequences[mode];
    expect(judgement.consequenceOf).toBe(cause);
    expect(judgement.verdict).toBe(present.includes(mode) && cause === undefined ? 'present' : 'absent');
    if (cause !== undefined) expect(judgement.summary).toMatch(/^A consequence of .*not a cause of its own/);
  }
});

it('keeps what is certain as a finding of its own', () => {
  const judgements = new Map<FailureMode, Judgement>([
    ['reward-hacking', seen('Hacked.')],
    ['dynamical-instability', { ...seen('NaN.'), isCertain: true }],
  ]);
  expect(causesFirst(judgements).get('dynamical-instability')?.verdict).toBe('present');
});

it('is no surer of a consequence than of its cause', () => {
  const judgements = new Map<FailureMode, Judgement>([
    ['dynamical-instability', { ...seen('Noise.'), mostSure: 0.6 }],
    ['advantage-degeneracy', seen('Dead groups.')],
  ]);
  const brought = causesFirst(judgements).get('advantage-degeneracy');
  expect(brought?.summary).toMatch(/^A consequence of dynamical instability/);
  expect(brought?.mostSure).toBe(0.6);
});

it('does not call what began earlier a consequence', () => {
  const judgements = new Map<FailureMode, Judgement>([
    ['dynamical-instability', seen('Collapse.')],
    ['policy-concentration', { ...seen('The entropy is spent.'), step: 12 }],
  ]);
  const earlier = causesFirst(judgements).get('policy-concentration');
  expect(earlier?.consequenceOf).toBe('dynamical-instability');
  expect(earlier?.summary).toMatch(/^It began before dynamical instability, but what the reward lacks/);
});
