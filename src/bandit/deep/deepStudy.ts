import { refreshThreshold } from '../../dynamics/thresholds/refreshThreshold';
import { axisOver } from '../validation/axis';
import { withinShare, type Claim } from '../validation/claim';
import type { ChartSeries } from '../validation/svgChart';
import { BETAS, INTERVALS, SAMPLED_INTERVALS, TREATMENTS, type DeepSeed } from './deepSeed';

/** 97.5 % point of Student's t with 9 degrees of freedom: ten seeds. */
const T9 = 2.262;
/** How many networks are trained; `T9` belongs to this number. */
export const DEEP_SEEDS = 10;
const TOLERANCE = 0.03;
/** Half the step of the bisection behind each onset: no interval is narrower. */
const RESOLUTION = 0.0003;

/** The linear part: where small perturbations grow, over ten networks, against k_thr(β, K). */
export function deepOnsetClaim(seeds: readonly DeepSeed[]): Claim {
  return {
    id: 'deep-onset',
    title: 'A neural policy: where small perturbations start to grow',
    method:
      `${seeds.length} random tasks and networks (6 inputs, 16 tanh units, softmax over 8 actions, 12 contexts, noisy rewards, KL ` +
      'weight 0.2). Stiffness: the share of a small perturbation that one step removes at K = 1, in the direction where that is ' +
      'largest. Measured: learning rate at which a perturbation grows under the exact gradient of the old policy, as k over the ' +
      'predicted k_thr(β, K); mean and 95 % interval over the networks (not below the ' +
      'bisection’s step). Close to the rest point the network is linear, so this tests one thing: that the stiffest direction ' +
      'alone sets the threshold of the whole network.',
    rows: BETAS.flatMap((beta, b) =>
      INTERVALS.map((K, i) => {
        const { mean, half } = interval(seeds.map((seed) => seed.onset[b][i]));
        return withinShare(
          `k/k_thr at β = ${beta}, K = ${K} (± ${Math.max(half, RESOLUTION).toFixed(4)})`,
          1,
          mean,
          TOLERANCE,
        );
      }),
    ),
    chart: deepChart(seeds),
  };
}

/** The nonlinear part, reported as it comes out: Markdown. */
export function deepFindings(seeds: readonly DeepSeed[]): string {
  const spread = interval(seeds.map((seed) => Math.log(seed.spread)));
  const rows = BETAS.flatMap((beta, b) =>
    TREATMENTS.map((treatment, i) => {
      const cells = SAMPLED_INTERVALS.map((_, j) => range(seeds.map((seed) => seed.collapse[b][i][j])));
      return `| ${beta} | ${treatment} | ${cells.join(' | ')} |`;
    }),
  );
  return [
    '## Where sampled runs collapse',
    '',
    'Sampled GRPO from the rest point (groups of 32, fresh samples of the old policy in every update); collapsed: the expected ' +
      'reward over the last quarter has lost a fifth of the rise. Lowest learning rate that does it, as a multiple of the ' +
      'predicted threshold k_thr(β, K) of the fastest direction: median [lowest, highest] over the networks, to a factor 2^(1/4); ' +
      `the range of ${seeds.length} holds the median of all such networks with ${(100 * (1 - 2 * 0.5 ** seeds.length)).toFixed(1)} % confidence. ` +
      '`held`: the gradient is that of the old policy, as in the model. `ratio`: probability ratio, unclipped. `clipped`: ratio ' +
      'clipped to 1 ± 0.2, as trainers do. A multiple that stays level over K says that the threshold’s fall with K is seen; one ' +
      'that grows with K says that the ratio undoes part of the lag, and that the threshold is then a cautious bound.',
    '',
    `| β | off-policy | ${SAMPLED_INTERVALS.map((K) => `K = ${K}`).join(' | ')} |`,
    `|---|---|${SAMPLED_INTERVALS.map(() => '---').join('|')}|`,
    ...rows,
    '',
    belowThreshold(seeds),
    '',
    `The fastest direction is ${Math.exp(spread.mean).toFixed(1)} times (95 % interval ` +
      `${Math.exp(spread.mean - spread.half).toFixed(1)} to ${Math.exp(spread.mean + spread.half).toFixed(1)}) as stiff as an ` +
      'exponential fitted to the reward curve says: a margin computed from the curve alone is too optimistic by that factor.',
    '',
  ].join('\n');
}

/** Where sampled runs collapse before the predicted threshold: there it is no safe bound. */
function belowThreshold(seeds: readonly DeepSeed[]): string {
  const early = BETAS.flatMap((beta, b) =>
    SAMPLED_INTERVALS.flatMap((K, j) => {
      const medians = TREATMENTS.map((_, i) => median(seeds.map((seed) => seed.collapse[b][i][j])));
      const least = Math.min(...medians);
      return least < 1 ? [`β = ${beta}, K = ${K} (${least.toPrecision(2)} of it)`] : [];
    }),
  );
  if (early.length === 0) return 'No median lies below the predicted threshold.';
  return (
    `The median lies below the predicted threshold at ${early.join(', ')}: the linear threshold is not a safe bound there. ` +
    'Where k_thr is far above 1, a step at that rate carries a sampled run out of the region in which the network is linear.'
  );
}

function interval(values: readonly number[]): { readonly mean: number; readonly half: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, half: T9 * Math.sqrt(variance / values.length) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : Math.sqrt(sorted[middle - 1] * sorted[middle]);
}

function range(values: readonly number[]): string {
  const shown = (x: number): string => (x === Infinity ? '> 64' : x.toPrecision(2));
  return `${shown(median(values))} [${shown(Math.min(...values))}, ${shown(Math.max(...values))}]`;
}

/** Everything at β = 0.9 over K, as stiffness k. */
function deepChart(seeds: readonly DeepSeed[]): Claim['chart'] {
  const b = BETAS.indexOf(0.9);
  const threshold = (refreshInterval: number): number =>
    refreshThreshold({ beta: BETAS[b], refreshInterval }).stiffness;
  const every = Float64Array.from({ length: 64 }, (_, i) => i + 1);
  const onset = INTERVALS.map((K, i) => threshold(K) * median(seeds.map((seed) => seed.onset[b][i])));
  const collapses = TREATMENTS.map((name, i): ChartSeries => {
    const y = SAMPLED_INTERVALS.map(
      (K, j) => threshold(K) * median(seeds.map((seed) => seed.collapse[b][i][j])),
    );
    return { name: `collapse, ${name}`, kind: 'points', hue: i + 1, x: SAMPLED_INTERVALS, y };
  });
  const line = every.map(threshold);
  const finite = collapses.map((series) => Array.from(series.y).filter(Number.isFinite));
  return {
    x: { label: 'refresh interval K, optimizer steps (β = 0.9)', from: 0.9, to: 72, log: true },
    y: axisOver('stiffness k of the fastest direction', [line, onset, ...finite], true),
    series: [
      { name: 'predicted k_thr', kind: 'line', hue: 0, x: every, y: line },
      { name: 'perturbations grow', kind: 'points', hue: 0, x: INTERVALS, y: onset },
      ...collapses,
    ],
  };
}
