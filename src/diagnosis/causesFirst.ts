import { t } from '@vscode/l10n';
import { inARow } from '../run/listInWords';
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

const WORDS: Readonly<Record<FailureMode, () => string>> = {
  'reward-hacking': () => t('reward hacking'),
  'advantage-degeneracy': () => t('advantage degeneracy'),
  'policy-concentration': () => t('policy concentration'),
  'dynamical-instability': () => t('dynamical instability'),
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
    const brought = t('It brought {0} with it.', WORDS[consequence]());
    result.set(cause, { ...first, summary: inARow(first.summary, brought) });
  }
  return result;
}

/** Seen, but not a finding of its own; no surer than its cause is. */
function explained(
  { summary, evidence }: Judgement,
  cause: FailureMode,
  sureOfCause: number | null,
): Judgement {
  const why = t('A consequence of {0}, not a cause of its own: {1}', WORDS[cause](), lowered(summary));
  return { ...absent(CLEARNESS, why, evidence), consequenceOf: cause, mostSure: sureOfCause ?? 1 };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
