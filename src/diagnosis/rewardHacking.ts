import { DIAGNOSIS, MOST_UNCALIBRATED } from './constants';
import { aboveEarlierFixedPoint } from './earlierFixedPoint';
import { between, isInformative, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { heldOutEvidence } from './heldOutEvidence';
import { figure, percent, whole } from './figures';
import { above, absent, notAssessable, type Judgement } from './judgement';
import { missingColumn } from './missingColumn';
import { rewardSince, unpaidSaid, type RewardSince } from './rewardSince';
import { heldOutNeeded, turnOf, type Turn } from './turn';

/** Components that measure the task itself, by the names people give them; the others are style. */
const TASK = /acc|correct|answer|solve|pass|truth|exact|verif|math|task|test/i;

/**
 * Reward hacking: what is paid rises, what is wanted falls. The held-out score decides; without one, two components that
 * trade places do. Length, KL and a reward above the fixed point of its earlier rows support the verdict and never suffice
 * (theory.md §6).
 */
export function judgeRewardHacking(evidences: Evidences): Judgement {
  const heldOut = evidences.column('evalReward');
  if (isInformative(heldOut) && heldOut.values.length >= DIAGNOSIS.fewestEvaluations)
    return byHeldOut(evidences, heldOut);
  const parts = evidences.components.filter(({ key }) => key !== evidences.reward.key);
  if (parts.length >= 2) return byComponents(evidences, parts);
  const missing = missingColumn('reward-hacking', evidences.stack);
  return notAssessable(`${missing.summary}${whyUseless(heldOut)}`, missing.advice);
}

/** A held-out score that is there and says nothing. */
function whyUseless(heldOut: Column | null): string {
  if (heldOut === null) return '';
  return heldOut.values.length < DIAGNOSIS.fewestEvaluations
    ? ` ${heldOut.key} has ${heldOut.values.length} values, ${DIAGNOSIS.fewestEvaluations} would be needed.`
    : ` ${heldOut.key} is constant throughout: it says nothing.`;
}

function byHeldOut(evidences: Evidences, heldOut: Column): Judgement {
  const { reward } = evidences;
  const turn = turnOf(heldOut);
  const range = turn.high - turn.low;
  const needed = heldOutNeeded(turn);
  const margin = turn.fall <= 0 ? -1 : above(turn.fall, needed);
  const seen = heldOutEvidence(heldOut, turn);
  if (margin <= 0)
    return absent(
      -margin,
      `The held-out score ${heldOut.key} ${notFallen(turn)} (${figure(turn.peak)}, now ${figure(turn.end)}).`,
      [seen],
    );
  const paid = rewardSince(evidences, turn);
  if (!paid.isPaid)
    return {
      ...absent(
        0.5,
        `The held-out score fell from ${figure(turn.peak)} to ${figure(turn.end)}, but ${unpaidSaid(paid)}: ${paid.isOpen ? 'no hack is seen' : 'no hack'}.`,
        [seen],
      ),
      ...(paid.isOpen ? { mostSure: MOST_UNCALIBRATED } : {}),
    };
  return {
    verdict: 'present',
    severity: turn.fall > 0.5 * range || paid.change > 0.1 * paid.range ? 'error' : 'warning',
    margin,
    step: turn.onset,
    summary: `The reward went from ${figure(paid.before)} to ${figure(paid.after)} while the held-out score ${heldOut.key} fell from ${figure(turn.peak)} to ${figure(turn.end)}: what is paid is no longer what is wanted${turn.fall < 0.25 * range ? ' (a fall this small may also be overfitting to few prompts)' : ''}.`,
    evidence: [
      seen,
      paidEvidence(reward, heldOut, paid),
      ...aboveEarlierFixedPoint(evidences, turn.onset),
      ...companions(evidences, turn),
    ],
    outlook: `The reward settles at the fixed point of the proxy, near ${figure(paid.after)} or above; ${heldOut.key} goes on falling towards what an answer made for the proxy is worth.`,
    advice: adviceOf(evidences, turn),
  };
}

/** A fall that does not count, as what it is. */
function notFallen({ fall, error }: Turn): string {
  if (fall <= 0) return 'did not fall from its own peak';
  const noise = DIAGNOSIS.heldOutErrors * error;
  const why =
    fall <= noise ? `within its noise of ± ${figure(noise)}` : 'more than its noise, too little to matter';
  return `fell by ${figure(fall)} from its own peak, ${why}`;
}

/** Where the reward stands, against where it stood when the held-out score peaked. */
function paidEvidence(reward: Column, heldOut: Column, { before, after }: RewardSince): Evidence {
  return {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: after,
    expected: `about ${figure(before)}, where it stood when ${heldOut.key} peaked, had it gone on measuring the task`,
  };
}

/** One component loses what another gains, and the total does not fall. */
function byComponents(evidences: Evidences, parts: readonly Column[]): Judgement {
  const turns = parts.map((part) => ({ part, turn: turnOf(part) }));
  const falls = turns
    .map(({ part, turn }) => ({ part, turn, margin: fallOf(turn) }))
    .sort((a, b) => b.margin - a.margin);
  const [worst] = falls;
  const rises = turns.filter(
    ({ part, turn }) =>
      part !== worst.part && gainSince(part, worst.turn) > DIAGNOSIS.componentShare * (turn.high - turn.low),
  );
  const paid = rewardSince(evidences, worst.turn);
  const held = paid.change > -DIAGNOSIS.rewardSlip * paid.range;
  const isTask = TASK.test(worst.part.key) || !parts.some(({ key }) => TASK.test(key));
  if (worst.margin <= 0 || rises.length === 0 || !held || !isTask)
    return absent(
      Math.max(0.1, -worst.margin),
      `No component of the reward falls while another carries it (${parts
        .map(({ key }) => key)
        .slice(0, 4)
        .join(', ')}); a held-out score would decide it better.`,
      [partEvidence(worst)],
    );
  return trade(evidences, worst, rises[0]);
}

/** A component and how it turned. */
interface PartTurn {
  readonly part: Column;
  readonly turn: Turn;
}

/** The verdict on two components that trade places. */
function trade(
  evidences: Evidences,
  worst: PartTurn & { readonly margin: number },
  winner: PartTurn,
): Judgement {
  return {
    verdict: 'present',
    severity: 'warning',
    margin: worst.margin * 0.8,
    step: worst.turn.onset,
    summary: `${winner.part.key} carries the reward while ${worst.part.key} falls from ${figure(worst.turn.peak)} to ${figure(worst.turn.end)}: the components trade places.`,
    evidence: [
      partEvidence(worst),
      {
        metric: winner.part.key,
        step: winner.part.steps[winner.part.steps.length - 1],
        value: winner.turn.end,
        expected: `${figure(between(winner.part, -Infinity, worst.turn.peakStep))}, its mean before`,
      },
      ...aboveEarlierFixedPoint(evidences, worst.turn.onset),
      ...companions(evidences, worst.turn),
    ],
    outlook: `The reward goes on to the fixed point of ${winner.part.key}; ${worst.part.key} pays too little to hold it.`,
    advice: [
      `Cap ${winner.part.key} at ${figure(between(winner.part, -Infinity, worst.turn.peakStep))}, its level before step ${whole(worst.turn.onset)}, or pay it only where ${worst.part.key} is earned.`,
      ...adviceOf(evidences, worst.turn),
    ],
  };
}

/** Where a component stands at the end, against its own peak. */
function partEvidence({ part: { key, steps }, turn: { end, peak, peakStep, error } }: PartTurn): Evidence {
  return {
    metric: key,
    step: steps[steps.length - 1],
    value: end,
    expected: `${figure(peak)}, its own peak around step ${whole(peakStep)}, ± ${figure(2 * error)}`,
  };
}

function fallOf(turn: Turn): number {
  const range = turn.high - turn.low;
  const needed = Math.max(DIAGNOSIS.heldOutErrors * turn.error, DIAGNOSIS.componentShare * range);
  return turn.fall <= 0 || range === 0 ? -1 : above(turn.fall, needed);
}

function gainSince(part: Column, { peakStep }: Turn): number {
  return turnOf(part).end - between(part, peakStep - 1e-9, peakStep + 1e-9);
}

/** KL and length since the turn: they climb with a hack, and with much else. */
function companions({ column }: Evidences, { peakStep }: Turn): Evidence[] {
  return (['kl', 'completionLength'] as const).flatMap((name) => {
    const found = column(name);
    if (found === null) return [];
    const before = between(found, -Infinity, peakStep);
    const after = between(found, peakStep, Infinity);
    const end = turnOf(found).end;
    if (!(after > before) || !Number.isFinite(before)) return [];
    return [
      {
        metric: found.key,
        step: found.steps[found.steps.length - 1],
        value: end,
        expected: `${figure(before)}, its mean before step ${whole(peakStep)}`,
      },
    ];
  });
}

function adviceOf({ setting, run }: Evidences, { peakStep, fall, peak }: Turn): string[] {
  const klWeight = setting('klCoefficient');
  const pull =
    klWeight !== null && klWeight > 0
      ? `KL weight ${figure(klWeight)} → ${figure(2 * klWeight)}: it moves the fixed point halfway back to the reference (θ* − θ_ref ∝ 1/λ).`
      : 'A KL term to the reference (weight 0 → about 0.02) gives the reward a fixed point near it; without one it runs to the proxy’s.';
  return [
    `Go back to a checkpoint near step ${whole(peakStep)}; ${percent(Math.min(1, fall / Math.max(peak, 1e-12)))} of the held-out score is lost since.`,
    `Read answers that are paid most after step ${whole(peakStep)} and close what the reward function${run.series.size === 0 ? '' : ' or judge'} falls for.`,
    pull,
  ];
}
