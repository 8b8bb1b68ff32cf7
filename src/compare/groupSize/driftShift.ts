import { t } from '@vscode/l10n';
import { groupDrift, type AdvantageRule } from './groupDrift';

/** What another group size does to the mean path through the drift alone. */
export interface DriftShift {
  /** Plateau of the second less that of the first, reward units. */
  readonly plateau: number;
  /** Timescale of the second over that of the first. */
  readonly timescale: number;
}

/** What is known of the first run's path, rewards being shares of right answers. */
export interface KnownPath {
  readonly start: number;
  readonly plateau: number;
  /** Whether a KL term holds the policy back to where it started; without one nothing moves the plateau. */
  readonly hasKl: boolean;
}

/** Points of the path over which its time is summed. */
const PARTS = 400;
/** Log-odds beyond which the policy counts as having run to certainty. */
const FARTHEST = 12;

/**
 * The shift of plateau and timescale that the drift's dependence on G makes, in the two-outcome model (theory.md §5): the KL
 * weight is the one that puts the first run's plateau where it is; the timescale is the time to 1 − 1/e of the rise along the path of
 * the expected update. Exact for 0/1 rewards and prompts that are alike, a guide otherwise.
 *
 * @param path the first run
 * @param groupSizes G of the first and of the second
 * @param rule how both make their advantages
 * @returns the shift, or why there is none to be had
 */
export function driftShift(
  path: KnownPath,
  groupSizes: readonly [number, number],
  rule: AdvantageRule,
): DriftShift | string {
  const { start, plateau, hasKl } = path;
  if (rule === 'leave-one-out') return { plateau: 0, timescale: 1 };
  if (!(start > 0 && plateau < 1 && plateau > start))
    return t('the drift is predicted for a reward that rises between 0 and 1');
  const from = logit(start);
  const forces = groupSizes.map(
    (size) =>
      (p: number): number =>
        groupDrift(p, size, rule),
  );
  const [first, second] = forces;
  const reach = logit(plateau) - from;
  const weight = hasKl ? first(plateau) / (plateau * (1 - plateau) * reach) : 0;
  const pull = (force: (p: number) => number): Pull => {
    return (theta) => force(sigmoid(theta)) - weight * slopeAt(theta) * (theta - from);
  };
  const moved = hasKl ? restAfter(pull(second), from) : logit(plateau);
  if (moved === null) return t('with the second group size the model has no plateau below 1');
  const before = timeTo(pull(first), from, start + (1 - 1 / Math.E) * (plateau - start));
  const after = timeTo(pull(second), from, start + (1 - 1 / Math.E) * (sigmoid(moved) - start));
  return { plateau: sigmoid(moved) - plateau, timescale: after / before };
}

type Pull = (theta: number) => number;

/** The first point above the start where the pull ends. */
function restAfter(pull: Pull, from: number): number | null {
  const step = FARTHEST / PARTS;
  let low = from + step / 2;
  while (low < FARTHEST && pull(low + step) > 0) low += step;
  if (low >= FARTHEST) return null;
  let high = low + step;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (pull(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** ∫ dθ / pull by midpoints, up to a reward. */
function timeTo(pull: Pull, from: number, reward: number): number {
  const step = (logit(reward) - from) / PARTS;
  let time = 0;
  for (let i = 0; i < PARTS; i++) time += step / pull(from + (i + 0.5) * step);
  return time;
}

function slopeAt(theta: number): number {
  const p = sigmoid(theta);
  return p * (1 - p);
}

function sigmoid(theta: number): number {
  return 1 / (1 + Math.exp(-theta));
}

function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}
