import { t } from '@vscode/l10n';

/**
 * What was seen of a metric, beside what was expected: `0.61 at step 310 (expected 0.22)`.
 *
 * @param seen the value in words
 * @param step the step in words; null where the value belongs to none
 * @param expected what would have been expected, in words; null where nothing was
 */
export function evidenceText(seen: string, step: string | null, expected: string | null): string {
  if (step === null) return expected === null ? seen : t('{0} (expected {1})', seen, expected);
  return expected === null
    ? t('{0} at step {1}', seen, step)
    : t('{0} at step {1} (expected {2})', seen, step, expected);
}
