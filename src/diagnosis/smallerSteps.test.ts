import { expect, it } from 'vitest';
import type { Evidences } from './evidenceOf';
import { smallerSteps } from './smallerSteps';

const known = (settings: Readonly<Record<string, number>>): Evidences =>
  ({
    setting: (name: string) => (Object.hasOwn(settings, name) ? settings[name] : null),
    column: () => null,
  }) as unknown as Evidences;

// Thresholds of theory.md §3: k_thr(β 0.9) is 0.73061 at K = 4 and 2.11111 at K = 2.
it.each<[Readonly<Record<string, number>>, readonly string[]]>([
  [{}, ['Learning rate ×1 → ×0.25: the stiffness k falls to 1/4.00, the margin k_thr/k grows 4.00 times.']],
  [
    { learningRate: 1e-6, refreshInterval: 4, beta1: 0.9 },
    [
      'Learning rate 0.0000010 → 2.5e-7: the stiffness k falls to 1/4.00, the margin k_thr/k grows 4.00 times.',
      'Refresh interval 4 → 2: k_thr 0.73 → 2.11, the margin k_thr/k grows 2.89 times.',
    ],
  ],
  [
    { refreshInterval: 5 },
    [
      'Learning rate ×1 → ×0.25: the stiffness k falls to 1/4.00, the margin k_thr/k grows 4.00 times.',
      'Refresh interval 5 → 2: about doubles k_thr, and the margin with it.',
    ],
  ],
])('with %j known, what smaller steps do to the margin', (settings, lines) => {
  expect(smallerSteps(known(settings), 10)).toEqual(lines);
});
