import { t } from '@vscode/l10n';
import { commaList, inARow } from '../run/listInWords';
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
  return notAssessable(inARow(missing.summary, whyUseless(heldOut)), missing.advice);
}

/** A held-out score that is there and says nothing. */
function whyUseless(heldOut: Column | null): string {
  if (heldOut === null) return '';
  return heldOut.values.length < DIAGNOSIS.fewestEvaluations
    ? t(
        '{0} has {1} values, {2} would be needed.',
        ...[heldOut.key, heldOut.values.length, DIAGNOSIS.fewestEvaluations],
      )
    : t('{0} is constant throughout: it says nothing.', heldOut.key);
}

function byHeldOut(evidences: Evidences, heldOut: Column): Judgement {
  const { reward } = evidences;
  const turn = turnOf(heldOut);
  const range = turn.high - turn.low;
  const needed = heldOutNeeded(turn);
  const margin = turn.fall <= 0 ? -1 : above(turn.fall, needed);
  const seen = heldOutEvidence(heldOut, turn);
  if (margin <= 0) return absent(-margin, notFallen(heldOut, turn), [seen]);
  const paid = rewardSince(evidences, turn);
  if (!paid.isPaid)
    return {
      ...absent(0.5, unpaidFall(turn, paid), [seen]),
      ...(paid.isOpen ? { mostSure: MOST_UNCALIBRATED } : {}),
    };
  return {
    verdict: 'present',
    severity: turn.fall > 0.5 * range || paid.change > 0.1 * paid.range ? 'error' : 'warning',
    margin,
    step: turn.onset,
    summary: hackSaid(heldOut, turn, paid),
    evidence: [
      seen,
      paidEvidence(reward, heldOut, paid),
      ...aboveEarlierFixedPoint(evidences, turn.onset),
      ...companions(evidences, turn),
    ],
    outlook: t(
      'The reward settles at the fixed point of the proxy, near {0} or above; {1} goes on falling towards what an answer made for the proxy is worth.',
      ...[figure(paid.after), heldOut.key],
    ),
    advice: adviceOf(evidences, turn),
  };
}

/** A fall that does not count, as what it is. */
function notFallen({ key }: Column, { fall, error, peak, end }: Turn): string {
  const levels = [key, figure(peak), figure(end)];
  if (fall <= 0) return t('The held-out score {0} did not fall from its own peak ({1}, now {2}).', ...levels);
  const noise = DIAGNOSIS.heldOutErrors * error;
  return fall <= noise
    ? t(
        'The held-out score {0} fell by {3} from its own peak, within its noise of ± {4} ({1}, now {2}).',
        ...[...levels, figure(fall), figure(noise)],
      )
    : t(
        'The held-out score {0} fell by {3} from its own peak, more than its noise, too little to matter ({1}, now {2}).',
        ...[...levels, figure(fall)],
      );
}

/** A fall that was not paid for. */
function unpaidFall({ peak, end }: Turn, paid: RewardSince): string {
  const args = [figure(peak), figure(end), unpaidSaid(paid)];
  return paid.isOpen
    ? t('The held-out score fell from {0} to {1}, but {2}: no hack is seen.', ...args)
    : t('The held-out score fell from {0} to {1}, but {2}: no hack.', ...args);
}

function hackSaid({ key }: Column, { peak, end, fall, high, low }: Turn, paid: RewardSince): string {
  const args = [figure(paid.before), figure(paid.after), key, figure(peak), figure(end)];
  return fall < 0.25 * (high - low)
    ? t(
        'The reward went from {0} to {1} while the held-out score {2} fell from {3} to {4}: what is paid is no longer what is wanted (a fall this small may also be overfitting to few prompts).',
        ...args,
      )
    : t(
        'The reward went from {0} to {1} while the held-out score {2} fell from {3} to {4}: what is paid is no longer what is wanted.',
        ...args,
      );
}

/** Where the reward stands, against where it stood when the held-out score peaked. */
function paidEvidence(reward: Column, heldOut: Column, { before, after }: RewardSince): Evidence {
  return {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: after,
    expected: t(
      'about {0}, where it stood when {1} peaked, had it gone on measuring the task',
      ...[figure(before), heldOut.key],
    ),
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
      t(
        'No component of the reward falls while another carries it ({0}); a held-out score would decide it better.',
        commaList(parts.map(({ key }) => key).slice(0, 4)),
      ),
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
  const before = figure(between(winner.part, -Infinity, worst.turn.peakStep));
  return {
    verdict: 'present',
    severity: 'warning',
    margin: worst.margin * 0.8,
    step: worst.turn.onset,
    summary: t(
      '{0} carries the reward while {1} falls from {2} to {3}: the components trade places.',
      ...[winner.part.key, worst.part.key, figure(worst.turn.peak), figure(worst.turn.end)],
    ),
    evidence: [
      partEvidence(worst),
      {
        metric: winner.part.key,
        step: winner.part.steps[winner.part.steps.length - 1],
        value: winner.turn.end,
        expected: t('{0}, its mean before', before),
      },
      ...aboveEarlierFixedPoint(evidences, worst.turn.onset),
      ...companions(evidences, worst.turn),
    ],
    outlook: t(
      'The reward goes on to the fixed point of {0}; {1} pays too little to hold it.',
      ...[winner.part.key, worst.part.key],
    ),
    advice: [
      t(
        'Cap {0} at {1}, its level before step {2}, or pay it only where {3} is earned.',
        ...[winner.part.key, before, whole(worst.turn.onset), worst.part.key],
      ),
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
    expected: t(
      '{0}, its own peak around step {1}, ± {2}',
      ...[figure(peak), whole(peakStep), figure(2 * error)],
    ),
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
        expected: t('{0}, its mean before step {1}', figure(before), whole(peakStep)),
      },
    ];
  });
}

function adviceOf({ setting, run }: Evidences, { peakStep, fall, peak }: Turn): string[] {
  const klWeight = setting('klCoefficient');
  const pull =
    klWeight !== null && klWeight > 0
      ? t(
          'KL weight {0} → {1}: it moves the fixed point halfway back to the reference (θ* − θ_ref ∝ 1/λ).',
          ...[figure(klWeight), figure(2 * klWeight)],
        )
      : t(
          'A KL term to the reference (weight 0 → about 0.02) gives the reward a fixed point near it; without one it runs to the proxy’s.',
        );
  const lost = percent(Math.min(1, fall / Math.max(peak, 1e-12)));
  return [
    t(
      'Go back to a checkpoint near step {0}; {1} of the held-out score is lost since.',
      ...[whole(peakStep), lost],
    ),
    run.series.size === 0
      ? t(
          'Read answers that are paid most after step {0} and close what the reward function falls for.',
          whole(peakStep),
        )
      : t(
          'Read answers that are paid most after step {0} and close what the reward function or judge falls for.',
          whole(peakStep),
        ),
    pull,
  ];
}
