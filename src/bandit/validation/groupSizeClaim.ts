import { expectedForce, groupMoments, type BanditWorld } from '../banditForce';
import { Random } from '../random';
import { groupForce } from '../advantage';
import { simulateBandit, type BanditRun } from '../simulateBandit';
import { sigmoid } from '../softmax';
import { axisOver } from './axis';
import { withinDistance, withinShare, type Claim } from './claim';
import { expectedRun, LEAVE_ONE_OUT } from './restPoint';
import { largestDistance, meanPath } from './statistics';

const GROUP_SIZES = [2, 4, 8, 16, 64] as const;
const STD_SIZES = [4, 8, 16, 32, 64] as const;
const SEEDS = 60;
const STEPS = 400;
/** From p = 0.27 to its rest point; well inside the range where the std form has one (λ > λ_c). */
const REF = { thetaRef: -1, klWeight: 1.2 } as const;
/** Share of the rise by which a mean over seeds may miss the predicted path. */
const PATH_TOLERANCE = 0.02;

/** Group-size invariance of the mean path, without a std. */
export function invarianceClaim(): Claim {
  const world: BanditWorld = { ...REF, rule: LEAVE_ONE_OUT };
  const limit = rewardPath(run(world, Infinity, 1));
  const means = GROUP_SIZES.map((size) => meanPath(SEEDS, (seed) => rewardPath(run(world, size, seed))));
  const rise = limit[STEPS] - limit[0];
  return {
    id: 'group-size-invariance',
    title: 'The mean path does not depend on the group size (no std)',
    method:
      `Mean over ${SEEDS} sampled runs (leave-one-out baseline, no std, 64 prompts per step, momentum 0.9) against the path ` +
      'of the expected update: largest distance as a share of the rise. Predicted: 0 at every G.',
    rows: GROUP_SIZES.map((size, i) =>
      withinDistance(
        `largest distance, G = ${size}`,
        0,
        largestDistance(means[i], limit) / rise,
        PATH_TOLERANCE,
      ),
    ),
    chart: pathChart(GROUP_SIZES, means, [limit], ['expected update, any G']),
  };
}

/** With the group's own std the drift does depend on G, by a factor known exactly. */
export function stdDriftClaim(): Claim {
  const world: BanditWorld = { ...REF, rule: { baseline: 'group-mean', normalisation: 'std-ddof0' } };
  const limits = STD_SIZES.map((size) => expectedPath(world, size));
  const means = STD_SIZES.map((size) => meanPath(SEEDS, (seed) => rewardPath(run(world, size, seed))));
  return {
    id: 'std-drift-over-group-size',
    title: 'With the group’s own std the mean path depends on the group size',
    method:
      'Predicted drift: Σ_j Binom(G, p; j) √(j/G·(1−j/G)), here as a share of its limit √(p(1−p)) at p = 0.85, against the ' +
      `mean of 400,000 sampled groups; and the path of that drift against the mean over ${SEEDS} sampled runs (largest ` +
      'distance as a share of the rise).',
    rows: [
      ...STD_SIZES.map((size) =>
        withinShare(`drift share, G = ${size}`, driftShare(size), sampledShare(size), 0.01),
      ),
      ...STD_SIZES.map((size, i) => {
        const rise = limits[i][STEPS] - limits[i][0];
        const distance = largestDistance(means[i], limits[i]) / rise;
        return withinDistance(`largest distance, G = ${size}`, 0, distance, PATH_TOLERANCE);
      }),
    ],
    chart: pathChart(
      STD_SIZES,
      means,
      limits,
      STD_SIZES.map((size) => `predicted, G = ${size}`),
    ),
  };
}

function run(world: BanditWorld, groupSize: number, seed: number): BanditRun {
  return {
    ...expectedRun(0, STEPS),
    world,
    theta0: world.thetaRef,
    learningRate: 0.1,
    optimizer: { kind: 'momentum', beta: 0.9 },
    groupSize,
    promptsPerStep: 64,
    seed,
  };
}

function rewardPath(settings: BanditRun): Float64Array {
  return simulateBandit(settings).theta.map(sigmoid);
}

/** Path of the exact expected update at a finite G, by the momentum recursion itself. */
function expectedPath(world: BanditWorld, groupSize: number): Float64Array {
  const settings = run(world, groupSize, 1);
  const reward = new Float64Array(STEPS + 1);
  let [theta, buffer] = [settings.theta0, 0];
  for (let t = 0; t <= STEPS; t++) {
    reward[t] = sigmoid(theta);
    buffer = 0.9 * buffer + 0.1 * expectedForce(world, theta, groupSize);
    theta += settings.learningRate * buffer;
  }
  return reward;
}

const STD_RULE = { baseline: 'group-mean', normalisation: 'std-ddof0' } as const;

function driftShare(groupSize: number): number {
  return groupMoments(0.85, groupSize, STD_RULE).mean / Math.sqrt(0.85 * 0.15);
}

function sampledShare(groupSize: number): number {
  const random = new Random(groupSize);
  const groups = 400_000;
  let sum = 0;
  for (let i = 0; i < groups; i++) sum += groupForce(random.binomial(groupSize, 0.85), groupSize, STD_RULE);
  return sum / groups / Math.sqrt(0.85 * 0.15);
}

function pathChart(
  sizes: readonly number[],
  means: readonly Float64Array[],
  lines: readonly Float64Array[],
  names: readonly string[],
): Claim['chart'] {
  const steps = Float64Array.from({ length: STEPS + 1 }, (_, t) => t);
  // Every 20th point: the marks must not hide the lines.
  const shown = steps.filter((t) => t % 20 === 0);
  return {
    x: { label: 'optimizer step', from: 0, to: STEPS },
    y: axisOver('mean expected reward', [...means, ...lines]),
    series: [
      ...lines.map((y, i) => ({ name: names[i], kind: 'line' as const, hue: i, x: steps, y })),
      ...means.map((y, i) => ({
        name: `sampled, G = ${sizes[i]}`,
        kind: 'points' as const,
        hue: i,
        x: shown,
        y: shown.map((t) => y[t]),
      })),
    ],
  };
}
