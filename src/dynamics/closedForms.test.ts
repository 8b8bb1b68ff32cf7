import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../test/shared';
import { dampedResponse } from './dampedResponse';
import { inflectionTime } from './inflectionTime';
import { overshoot } from './overshoot';
import { riseTime95 } from './riseTime95';

type Row = readonly number[];

describe.skipIf(!hasShared)('closed forms against 60-digit values', () => {
  const theory = JSON.parse(
    hasShared ? readFileSync(shared('golden', 'theory.json'), 'utf8') : '{}',
  ) as Readonly<Record<'phi' | 'phiNonPositiveDamping' | 'inflection' | 'overshoot' | 'time95', Row[]>>;
  const cases = hasShared ? [...theory.phi, ...theory.phiNonPositiveDamping] : [];

  it.each(cases)('φ(t = %d; ω₀ = %d, ζ = %d) = %d', (t, omega0, zeta, expected) => {
    const error = Math.abs(dampedResponse(t, omega0, zeta) - expected);
    const u = omega0 * t;
    const envelope = Math.exp(-zeta * u) * (1 + u);
    const allowed =
      zeta <= 1 ? 8e-16 * (4 + Math.max(1, Math.abs(zeta)) * u) * envelope : 1e-12 * Math.abs(expected);
    expect(error).toBeLessThanOrEqual(allowed);
  });

  it('inflection, overshoot and the time to 95 % of the rise', () => {
    for (const [omega0, zeta, time] of theory.inflection)
      expect(Math.abs(inflectionTime(omega0, zeta) / time - 1), `ζ = ${zeta}`).toBeLessThan(1e-14);
    for (const [zeta, share] of theory.overshoot)
      expect(Math.abs(overshoot(zeta) - share), `ζ = ${zeta}`).toBeLessThan(2e-15 + 1e-12 * share);
    for (const [omega0, zeta, time] of theory.time95)
      expect(Math.abs(riseTime95(omega0, zeta) / time - 1), `ζ = ${zeta}`).toBeLessThan(1e-13);
  });
});
