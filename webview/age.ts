import { t } from '@vscode/l10n';

const STEPS: readonly (readonly [limit: number, seconds: number, words: (count: number) => string])[] = [
  [90, 1, (count) => t('{0} s ago', count)],
  [90 * 60, 60, (count) => t('{0} min ago', count)],
  [36 * 3600, 3600, (count) => t('{0} h ago', count)],
  [Infinity, 86_400, (count) => t('{0} days ago', count)],
];

/** How long ago, as a person says it: "40 s ago", "3 h ago"; "just now" below five seconds or for a clock that is ahead. */
export function formatAge(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  if (seconds < 5) return t('just now');
  const step = STEPS.find(([limit]) => seconds < limit);
  if (step === undefined) return t('long ago');
  const [, unit, words] = step;
  return words(Math.round(seconds / unit));
}
