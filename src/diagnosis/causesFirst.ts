import { confidenceOf } from './confidence';
import type { FailureMode } from './finding';
import { absent, type Judgement } from './judgement';

/** Which failure explains which: a later one is then a consequence and no finding of its own (models.md). */
const CONSEQUENCES: readonly (readonly [cause: FailureMode, consequence: FailureMode])[] = [
  ['reward-hacking', 'dynamical-instability'],
  ['dynamical-instability', 'policy-concentration'],
  ['dynamical-instability', 'advantage-degeneracy'],
  ['reward-hacking', 'policy-concentration'],
  ['reward-hacking', 'advantage-degeneracy'],
  ['policy-concentration', 'advantage-degeneracy'],
];

const WORDS: Readonly<Record<FailureMode, string>> = {
  'reward-hacking': 'reward hacking',
  'advantage-degeneracy': 'advantage degeneracy',
  'policy-concentration': 'policy concentration',
  'dynamical-instability': 'dynamical instability',
};

/** How clear it is that a consequence is none of its own: a cause was seen, which may be chance. */
const CLEARNESS = 0.3;

/** Takes back what another finding explains, and says so in both. */
export function causesFirst(
  judgements: ReadonlyMap<FailureMode, Judgement>,
): ReadonlyMap<FailureMode, Judgement> {
  const result = new Map(judgements);
  for (const [cause, consequence] of CONSEQUENCES) {
    const [first, second] = [result.get(cause), result.get(consequence)];
    if (first?.verdict !== 'present' || second?.verdict !== 'present') continue;
    if (second.isCertain === true) continue;
    result.set(consequence, explained(second, cause, confidenceOf(cause, first)));
    result.set(cause, { ...first, summary: `${first.summary} It brought ${WORDS[consequence]} with it.` });
  }
  return result;
}

/** Seen, but not a finding of its own; no surer than its cause is. */
function explained(
  { summary, evidence }: Judgement,
  cause: FailureMode,
  sureOfCause: number | null,
): Judgement {
  const why = `A consequence of ${WORDS[cause]}, not a cause of its own: ${lowered(summary)}`;
  return { ...absent(CLEARNESS, why, evidence), consequenceOf: cause, mostSure: sureOfCause ?? 1 };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
