import { DIAGNOSIS } from './constants';
import { between, isInformative, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, whole } from './figures';
import { errorOfMean, meanOf, median, smoothed } from './signal';

/** A lasting loss of reward from its peak. */
export interface Fall {
  readonly peak: number;
  readonly peakStep: number;
  readonly end: number;
  /** Row where the fall begins. */
  readonly from: number;
  /** Rows that the middle four fifths of the fall take. */
  readonly rows: number;
  /** fall / what is needed, minus 1; above 0 for a real one. */
  readonly margin: number;
}

/** Rows of a stretch whose mean counts, as a share of all. */
const SHARE = 1 / 10;

/** Loss from the highest stretch to the last one, in autocorrelated errors and as a share of the gain. */
export function findFall({ reward }: Evidences): Fall | null {
  const { values, steps, noise } = reward;
  const n = values.length;
  const width = Math.max(3, Math.round(SHARE * n));
  const level = smoothed(values, width);
  const half = Math.floor(width / 2);
  let top = half;
  for (let i = half; i < n - half; i++) if (level[i] > level[top]) top = i;
  const peak = level[top];
  const end = meanOf(values, n - width);
  let low = Infinity;
  for (let i = half; i <= top; i++) low = Math.min(low, level[i]);
  const gained = Math.max(peak - low, Math.abs(peak) * 0.5);
  const fall = peak - end;
  const needed = Math.max(
    DIAGNOSIS.lostErrors * Math.SQRT2 * errorOfMean(noise, width),
    DIAGNOSIS.lostShare * gained,
  );
  if (!(fall > 0)) return null;
  const fine = smoothed(values, Math.max(3, Math.round(n / 60)));
  const from = fine.findLastIndex((value, i) => i < n - 1 && value >= peak - 0.15 * fall);
  const to = fine.findIndex((value, i) => i > from && value <= peak - 0.85 * fall);
  return {
    peak,
    peakStep: steps[top],
    end,
    from: Math.max(0, from),
    rows: (to < 0 ? n : to) - from,
    margin: fall / needed - 1,
  };
}

/** What speaks for a collapse and what for a change of the data, with the weight of each; positive for a collapse. */
export interface Cause {
  readonly weight: number;
  readonly evidence: Evidence;
}

/**
 * Tells a collapse from a stage change (theory.md §6): with a collapse the held-out score goes too, KL and gradient norm
 * burst, or the logged learning rate jumped; with other data the reward makes one step and the held-out score stays.
 */
export function causesOf(evidences: Evidences, fall: Fall): Cause[] {
  const at = evidences.reward.steps[fall.from];
  const heldOut = evidences.column('evalReward');
  return [
    ...heldOutCause(heldOut, at),
    ...rateCause(evidences.column('learningRate'), at),
    ...(['gradNorm', 'klOldPolicy', 'kl', 'mismatch'] as const).flatMap((name) =>
      burstCause(evidences.column(name), at, name === 'gradNorm' ? 0.5 : 1),
    ),
    ...deadCause(evidences.column('zeroStdFraction'), at),
  ];
}

function heldOutCause(heldOut: Column | null, at: number): Cause[] {
  if (!isInformative(heldOut) || heldOut.values.length < DIAGNOSIS.fewestEvaluations) return [];
  const first = heldOut.steps.findLastIndex((step) => step <= at);
  const before = meanOf(heldOut.values, Math.max(0, first - 2), first + 1);
  const count = Math.min(3, heldOut.values.length - first - 1);
  if (first < 0 || count < 1) return [];
  const after = meanOf(heldOut.values, heldOut.values.length - count);
  const fell =
    before - after > Math.max(3 * heldOut.noise.sigma * Math.sqrt(1 / 3 + 1 / count), 0.1 * Math.abs(before));
  return [
    {
      weight: fell ? 2 : -2,
      evidence: {
        metric: heldOut.key,
        step: heldOut.steps[heldOut.steps.length - 1],
        value: after,
        expected: `${figure(before)}, its level before step ${whole(at)}; it ${fell ? 'fell with the reward' : 'did not fall: other data, not another policy'}`,
      },
    },
  ];
}

function rateCause(rate: Column | null, at: number): Cause[] {
  if (!isInformative(rate)) return [];
  const i = rate.steps.findLastIndex((step) => step <= at);
  const near = rate.values.subarray(Math.max(0, i - 4), i + 4);
  for (let j = 1; j < near.length; j++)
    if (near[j] > DIAGNOSIS.rateJump * near[j - 1] && i > 8)
      return [
        {
          weight: 2,
          evidence: {
            metric: rate.key,
            step: at,
            value: near[j],
            expected: `about ${near[j - 1].toPrecision(2)}, what it was before`,
          },
        },
      ];
  return [];
}

/** Largest value around and after the fall against the median before it. */
function burstCause(column: Column | null, at: number, weight: number): Cause[] {
  if (!isInformative(column)) return [];
  const i = column.steps.findLastIndex((step) => step <= at);
  if (i < 8) return [];
  const before = median(column.values.subarray(Math.max(0, i - 60), i - 2));
  const after = column.values.subarray(Math.max(0, i - 2));
  const top = after.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(before > 0) || top < DIAGNOSIS.burst * before) return [];
  const where = column.steps[Math.max(0, i - 2) + after.indexOf(top)];
  return [
    {
      weight,
      evidence: {
        metric: column.key,
        step: where,
        value: top,
        expected: `about ${figure(before)}, the median before`,
      },
    },
  ];
}

/** Groups that died where the reward fell: the new prompts are out of reach. */
function deadCause(zero: Column | null, at: number): Cause[] {
  if (!isInformative(zero)) return [];
  const before = between(zero, -Infinity, at);
  const after = zero.values[zero.values.length - 1];
  return after > 0.8 && after > before + 0.1
    ? [
        {
          weight: -1,
          evidence: {
            metric: zero.key,
            step: zero.steps[zero.steps.length - 1],
            value: after,
            expected: `${figure(before)}, its mean before`,
          },
        },
      ]
    : [];
}
