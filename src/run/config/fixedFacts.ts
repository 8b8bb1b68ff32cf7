import { t } from '@vscode/l10n';
import type { Sourced } from '../run';

/** What a stack's code fixes, so that no file says it (log-formats.md §§8, 12, 16, 18). */
const FIXED: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['prime-rl', new Map([['refreshInterval', 1]])],
  ['tinker-cookbook', new Map([['beta1', 0.9]])],
  ['open-instruct', new Map([['beta1', 0.9]])],
]);

/** Hyperparameters that no user of this stack can set. */
export function fixedFacts(stack: string | null): ReadonlyMap<string, Sourced<number>> {
  const facts = FIXED.get(stack ?? '') ?? new Map<string, number>();
  return new Map(
    [...facts].map(([name, value]) => [name, { value, from: t('fixed by {0}', stack ?? ''), kind: 'fixed' }]),
  );
}
