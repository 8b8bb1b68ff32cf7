import { dampedResponse, fillDampedResponse } from '../dampedResponse';
import type { ShapeQuantity } from '../derived';
import type { CurveName } from '../fit';
import { inflectionTime } from '../inflectionTime';
import { overshoot } from '../overshoot';
import { range } from '../range';
import { riseTime95 } from '../riseTime95';
import { tabulate, type Profile, type StartRow } from '../startGrid';
import type { Curve, ShapeBox, Window } from './curve';

/** Largest damping ratio searched: there the curve is an exponential to 1 part in 10⁴. */
const ZETA_MAX = 100;
/** Damping ratios where searches begin: denser where the curve changes with ζ. */
const ZETAS = [0.05, 0.08, 0.13, 0.2, 0.3, 0.45, 0.65, 1, 1.7, 4, 15, 100];

/** φ_ζ on the clock x = ln(ω₀t); the same for every log, so made once, when first wanted. */
const profiles = new Map<number, Profile>();

function profile(zeta: number): Profile {
  const known = profiles.get(zeta);
  if (known !== undefined) return known;
  const step = Math.min(0.05, Math.max(0.01, zeta / 10));
  const made = tabulate(
    (x) => dampedResponse(Math.exp(x), 1, zeta),
    -6,
    Math.log(8 / zeta + 40 * zeta),
    step,
  );
  profiles.set(zeta, made);
  return made;
}

/**
 * The damped oscillator of theory.md §2 with its damping ratio limited from below: `inertial` has ζ ≥ 1 (a slow
 * start, no ringing), `oscillator` leaves ζ free. Search coordinates: ln ω₀, ln ζ.
 *
 * @param name the curve's name in the Report
 * @param zetaMin smallest damping ratio searched
 * @param inside curves of which this one is a generalisation, simplest first
 * @returns the curve
 */
export function dampedOscillator(name: CurveName, zetaMin: number, inside: readonly CurveName[]): Curve {
  const box = ({ span, stride }: Window): ShapeBox => ({
    lower: [Math.log(0.05 / span), Math.log(zetaMin)],
    // Above half a turn per row a frequency cannot be told from a lower one.
    upper: [Math.log(Math.min(Math.max(1000 / span, 3), Math.PI / stride)), Math.log(ZETA_MAX)],
  });
  return {
    name,
    shapes: 2,
    box,
    fill({ t }, shape, phi, slopes) {
      const omega0 = Math.exp(shape[0]);
      if (slopes === null) fillDampedResponse(t, omega0, Math.exp(shape[1]), phi);
      else fillDampedResponse(t, omega0, Math.exp(shape[1]), phi, slopes[0], slopes[1]);
      return 0;
    },
    // Without ringing means ζ ≥ 1; any other limit of ζ is only where the search ends.
    ownLimit: zetaMin === 1 ? 1 : null,
    constants: ({ R0, plateau }, shape) => ({
      R0,
      plateau,
      omega0: Math.exp(shape[0]),
      zeta: Math.exp(shape[1]),
    }),
    shape: ({ omega0, zeta }) => [Math.log(omega0), Math.log(zeta)],
    derived: ([logOmega, logZeta]) => mechanics(Math.exp(logOmega), Math.exp(logZeta)),
    starts: (window) => oscillatorStarts(box(window)),
    nested: (fitted, limits) =>
      inside.flatMap((inner) => {
        const shape = fitted.get(inner);
        return shape === undefined
          ? []
          : [inner === 'exponential' ? heavilyDamped(shape[0], limits) : [...shape]];
      }),
  };
}

/** Everything a damped oscillator's two shape constants say (theory.md §1, §2). */
function mechanics(omega0: number, zeta: number): Partial<Record<ShapeQuantity, number>> {
  const q = Math.sqrt(Math.abs((1 - zeta) * (1 + zeta)));
  return {
    timescale: (zeta < 1 ? 1 / zeta : zeta + q) / omega0,
    riseTime95: riseTime95(omega0, zeta),
    slowStart: inflectionTime(omega0, zeta),
    overshoot: overshoot(zeta),
    stiffness: omega0 / (2 * zeta),
    inertia: 1 / (2 * zeta * omega0),
    damping: zeta,
    ...(zeta < 1 ? { period: (2 * Math.PI) / (omega0 * q) } : {}),
  };
}

/** One row for each starting ζ inside the box, along ω₀. */
function oscillatorStarts({ lower, upper }: ShapeBox): StartRow[] {
  return ZETAS.filter((zeta) => Math.log(zeta) >= lower[1]).map((zeta) => ({
    profile: profile(zeta),
    clock: 'log',
    speed: 1,
    // The peaks of a weakly damped curve are sharp in ω₀: their relative width is about ζ.
    shifts: range(lower[0], upper[0], Math.min(0.3, 0.02 + 0.5 * zeta)),
    shape: (shift) => [shift, Math.log(zeta)],
  }));
}

/** The member of the box that comes closest to an exponential of this rate: largest ζ with ω₀ = rate · 2ζ inside. */
function heavilyDamped(logRate: number, { lower, upper }: ShapeBox): number[] {
  const logOmega = Math.min(upper[0], Math.max(lower[0], logRate + Math.log(2) + upper[1]));
  const logZeta = Math.min(upper[1], Math.max(lower[1], logOmega - logRate - Math.log(2)));
  return [logOmega, logZeta];
}
