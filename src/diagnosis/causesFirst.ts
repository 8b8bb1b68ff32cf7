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
    result.set(consequence, explained(second, { cause, first }));
    const brought = t('It brought {0} with it.', WORDS[consequence]());
    result.set(cause, { ...first, summary: inARow(first.summary, brought) });
  }
  return result;
}

/** Seen, but not a finding of its own; no surer than its cause is. */
function explained(
  { summary, evidence, step }: Judgement,
  { cause, first }: { readonly cause: FailureMode; readonly first: Judgement },
): Judgement {
  // What it is judged by, a reward that falls short, came with the cause, even where its own column moved earlier.
  const isEarlier = step !== null && first.step !== null && step < first.step;
  const args = [WORDS[cause](), lowered(summary)];
  const why = isEarlier
    ? t('It began before {0}, but what the reward lacks now came with that: {1}', ...args)
    : t('A consequence of {0}, not a cause of its own: {1}', ...args);
  const mostSure = confidenceOf(cause, first) ?? 1;
  return { ...absent(CLEARNESS, why, evidence), consequenceOf: cause, mostSure };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
