/**
 * Confidence = 1/(1 + e^−(a + b·margin)), capped, by verdict. Margin is the distance from the deciding threshold in units of
 * that threshold, at most 1. Written by `npm run bench:diagnosis -- --calibrate`, which fits it to the verdicts on 624 runs
 * of the tuning seeds; docs/diagnosis.md has claimed against observed on the other seeds.
 */
export const CALIBRATION: Readonly<Record<string, { readonly a: number; readonly b: number }>> = {
  'reward-hacking/present': { a: 2.3, b: 3.34 },
  'advantage-degeneracy/present': { a: 2.25, b: 3.37 },
  'policy-concentration/present': { a: 2.36, b: 3.29 },
  'dynamical-instability/present': { a: 1.55, b: 3.14 },
  'reward-hacking/absent': { a: 2.17, b: 4.09 },
  'advantage-degeneracy/absent': { a: 3.16, b: 4.15 },
  'policy-concentration/absent': { a: 3.39, b: 4.3 },
  'dynamical-instability/absent': { a: 2.16, b: 4.24 },
};
