import { t } from '@vscode/l10n';
import { commaList } from '../run/listInWords';
import { DIAGNOSIS } from './constants';
import { aboveEarlierFixedPoint } from './earlierFixedPoint';
import { between, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, whole } from './figures';
import { hackAdvice, hackCompanions } from './hackAdvice';
import { above, absent, type Judgement } from './judgement';
import { rewardSince } from './rewardSince';
import { turnOf, type Turn } from './turn';

/** Components that measure the task itself, by the names people give them; the others are style. */
const TASK = /acc|correct|answer|solve|pass|truth|exact|verif|math|task|test/i;

/** One component loses what another gains, and the total does not fall. */
export function judgeComponents(evidences: Evidences, parts: readonly Column[]): Judgement {
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
      ...hackCompanions(evidences, worst.turn),
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
      ...hackAdvice(evidences, worst.turn),
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
