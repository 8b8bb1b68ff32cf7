import type { FailureMode, Scenario, TrainedScenario, Truth } from './scenario';
import { trainPhases, type PhasedRecord } from './trainPhases';

const ABSENT: Truth = { verdict: 'absent' };
const AMBIGUOUS: Truth = { verdict: 'ambiguous' };

/** Loss of held-out score or reward from which a failure is one, and below which nothing has happened. */
const CLEAR_LOSS = 0.12;
const NO_LOSS = 0.04;

/** Trains a scenario and says what is true of it, from the exact expectations that no log has. */
export function trainScenario(scenario: Scenario): TrainedScenario {
  const records = trainPhases(scenario.run);
  const own = ownTruth(scenario, records);
  const others: Truth = scenario.family !== 'healthy' && own.verdict === 'ambiguous' ? AMBIGUOUS : ABSENT;
  const truthOf = (mode: FailureMode): Truth => (mode === scenario.family ? own : others);
  return {
    scenario,
    records,
    truth: {
      'reward-hacking': truthOf('reward-hacking'),
      'advantage-degeneracy': truthOf('advantage-degeneracy'),
      'policy-concentration': truthOf('policy-concentration'),
      'dynamical-instability': truthOf('dynamical-instability'),
    },
    collapseAt: own.verdict === 'present' ? collapseStep(scenario, records) : null,
  };
}

function ownTruth(scenario: Scenario, records: readonly PhasedRecord[]): Truth {
  switch (scenario.family) {
    case 'healthy':
      return ABSENT;
    case 'reward-hacking':
      return hacked(records, scenario.injectedAt ?? 0);
    case 'advantage-degeneracy':
      return starved(scenario, records);
    case 'policy-concentration':
      return concentrated(scenario, records);
    case 'dynamical-instability':
      return unstable(scenario, records);
  }
}

/** Held-out score lost while the reward did not fall; onset where it turned. */
function hacked(records: readonly PhasedRecord[], from: number): Truth {
  const truth = smooth(records.map(({ exactTruth }) => exactTruth));
  const reward = smooth(records.map(({ exactReward }) => exactReward));
  const peak = highest(truth.slice(from)) + from;
  const lost = truth[peak] - truth[truth.length - 1];
  const gained = reward[reward.length - 1] - reward[peak];
  if (lost < CLEAR_LOSS || gained < -NO_LOSS) return AMBIGUOUS;
  const turn = lastAbove(truth, truth[peak] - 0.1 * lost);
  return { verdict: 'present', onset: records[turn].step };
}

/** Hardly any group left with a spread, and the reward stands well below 1. */
function starved({ injectedAt, shape, dose }: Scenario, records: readonly PhasedRecord[]): Truth {
  const last = records.slice(-Math.round(records.length / 5));
  const dead = mean(last.map(({ zeroStdFraction }) => zeroStdFraction));
  const reward = mean(last.map(({ exactReward }) => exactReward));
  if (dead < (shape === 'starved-data' ? 0.6 : 0.8) || reward > 0.75 || dose < 0.05) return AMBIGUOUS;
  if (injectedAt !== null) return { verdict: 'present', onset: records[injectedAt].step };
  const start = records[0].exactReward;
  const stalled = records.findIndex(({ exactReward }) => exactReward >= start + 0.9 * (reward - start));
  return { verdict: 'present', onset: records[Math.max(0, stalled)].step };
}

/** Entropy spent, and the better answer not found. */
function concentrated({ injectedAt }: Scenario, records: readonly PhasedRecord[]): Truth {
  const entropy = smooth(records.map((record) => record.entropy));
  const last = records[records.length - 1];
  const spent = entropy[0] - entropy[entropy.length - 1];
  if (entropy[entropy.length - 1] > 0.15 * entropy[0] || last.exactReward > 0.8) return AMBIGUOUS;
  const floor = entropy.findIndex((h, i) => i >= (injectedAt ?? 0) && h <= entropy[0] - 0.9 * spent);
  return { verdict: 'present', onset: records[floor].step };
}

/** Swings of the exact reward, a lasting loss, or numbers that are none; onset at the change, or at the first swing. */
function unstable({ injectedAt, shape }: Scenario, records: readonly PhasedRecord[]): Truth {
  const reward = records.map(({ exactReward }) => exactReward);
  const broken = reward.findIndex((r) => !Number.isFinite(r));
  if (broken >= 0) return { verdict: 'present', onset: records[injectedAt ?? broken].step };
  const smoothed = smooth(reward);
  const from = injectedAt ?? 0;
  const peak = highest(smoothed);
  const lost = smoothed[peak] - mean(smoothed.slice(-Math.round(smoothed.length / 10)));
  const swings = swingsOf(smoothed.slice(from), 0.06);
  // A run that is thrown off and comes back has dipped; swings count where they are what was injected.
  if (shape.startsWith('ringing') && swings.length >= 3)
    return { verdict: 'present', onset: records[from + swings[0]].step };
  if (lost >= 0.15) return { verdict: 'present', onset: records[injectedAt ?? peak].step };
  return AMBIGUOUS;
}

/** Where the series turns by more than `least`: peaks and troughs after the first rise. */
function swingsOf(values: readonly number[], least: number): number[] {
  const turns: number[] = [];
  let extreme = 0;
  let direction = 1;
  values.forEach((value, i) => {
    if (direction * (value - values[extreme]) > 0) extreme = i;
    else if (direction * (values[extreme] - value) > least) {
      turns.push(extreme);
      direction = -direction;
      extreme = i;
    }
  });
  return turns;
}

/** Step at which half of the loss has happened: of the held-out score for a hack, of the reward else. */
function collapseStep({ family }: Scenario, records: readonly PhasedRecord[]): number | null {
  if (family !== 'reward-hacking' && family !== 'dynamical-instability') return null;
  const score = smooth(
    records.map(({ exactTruth, exactReward }) => (family === 'reward-hacking' ? exactTruth : exactReward)),
  );
  const finite = score.findLastIndex((value) => Number.isFinite(value));
  const peak = highest(score.slice(0, finite + 1));
  const end = score[finite];
  if (finite < score.length - 1) return records[finite].step;
  if (score[peak] - end < 0.15) return null;
  return records[lastAbove(score, (score[peak] + end) / 2)].step;
}

function lastAbove(values: readonly number[], level: number): number {
  return Math.max(
    0,
    values.findLastIndex((value) => value >= level),
  );
}

function highest(values: readonly number[]): number {
  return values.reduce((top, value, i) => (value > values[top] ? i : top), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

/** Means over five updates: an exact expectation still jumps with each step of the optimizer. */
function smooth(values: readonly number[]): number[] {
  return values.map((_, i) => mean(values.slice(Math.max(0, i - 2), i + 3)));
}
