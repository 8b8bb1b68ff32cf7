import { expectedForce, type BanditWorld } from './banditForce';
import { sigmoid } from './softmax';

/** A rest point of the expected update. */
export interface FixedPoint {
  /** Log-odds. */
  readonly theta: number;
  readonly p: number;
  /** κ = −g′(θ*) per unit learning rate; negative where the point repels. */
  readonly curvature: number;
}

/** Without a std: θ* = θ_ref + 1/λ, κ = λp*(1−p*) (theory.md §5). λ > 0. */
export function fixedPointUnnormalised(thetaRef: number, klWeight: number): FixedPoint {
  const theta = thetaRef + 1 / klWeight;
  const p = sigmoid(theta);
  return { theta, p, curvature: klWeight * p * sigmoid(-theta) };
}

/** With the group's std, in the limit of large groups: the KL weight below which no rest point is left. */
export interface CriticalKl {
  readonly theta: number;
  readonly p: number;
  readonly klWeight: number;
}

/** λ_c: there (θ−θ_ref)√(p(1−p)) has its maximum 1/λ_c, so (θ−θ_ref)(2p−1) = 2 (theory.md §5). */
export function criticalKlWeight(thetaRef: number): CriticalKl {
  const slope = (theta: number): number => (theta - thetaRef) * (2 * sigmoid(theta) - 1) - 2;
  const theta = bisect(slope, Math.max(thetaRef, 0), Math.max(thetaRef, 0) + 2 + Math.abs(thetaRef) + 2);
  return { theta, p: sigmoid(theta), klWeight: 1 / reach(thetaRef, theta) };
}

/**
 * The two rest points with the group's std (large groups): `stable` below, `unstable` above; null for λ < λ_c, where
 * p runs to 1.
 */
export function fixedPointsNormalised(
  thetaRef: number,
  klWeight: number,
): { readonly stable: FixedPoint; readonly unstable: FixedPoint } | null {
  const critical = criticalKlWeight(thetaRef);
  if (klWeight < critical.klWeight) return null;
  const gap = (theta: number): number => klWeight * reach(thetaRef, theta) - 1;
  let far = critical.theta + 1;
  while (gap(far) > 0) far += far - thetaRef;
  return {
    stable: normalisedPoint(klWeight, bisect(gap, thetaRef, critical.theta)),
    unstable: normalisedPoint(klWeight, bisect(gap, critical.theta, far)),
  };
}

function normalisedPoint(klWeight: number, theta: number): FixedPoint {
  const p = sigmoid(theta);
  const v = p * sigmoid(-theta);
  return { theta, p, curvature: klWeight * v - (p - 0.5) * Math.sqrt(v) };
}

/** (θ−θ_ref)√(p(1−p)): the KL term over the pull, per unit of λ. */
function reach(thetaRef: number, theta: number): number {
  return (theta - thetaRef) * Math.sqrt(sigmoid(theta) * sigmoid(-theta));
}

/**
 * Rest point of the expected update at a finite group size, searched from `from` to `to` (log-odds), where the
 * update must change sign; its curvature by central difference, independent of any fit.
 */
export function fixedPointAt(world: BanditWorld, groupSize: number, from: number, to: number): FixedPoint {
  const theta = bisect((x) => expectedForce(world, x, groupSize), from, to);
  const h = 1e-5;
  const rise = expectedForce(world, theta + h, groupSize) - expectedForce(world, theta - h, groupSize);
  return { theta, p: sigmoid(theta), curvature: -rise / (2 * h) };
}

/** Root of f between two points of opposite sign, to the last bit. Throws a RangeError where the signs agree. */
export function bisect(f: (x: number) => number, from: number, to: number): number {
  let lo = from;
  let hi = to;
  const sign = Math.sign(f(lo));
  if (sign * Math.sign(f(hi)) > 0) throw new RangeError(`no change of sign between ${lo} and ${hi}`);
  for (;;) {
    const middle = lo + (hi - lo) / 2;
    if (middle === lo || middle === hi) return middle;
    if (Math.sign(f(middle)) === sign) lo = middle;
    else hi = middle;
  }
}
