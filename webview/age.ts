const STEPS: readonly (readonly [limit: number, seconds: number, name: string])[] = [
  [90, 1, 's'],
  [90 * 60, 60, 'min'],
  [36 * 3600, 3600, 'h'],
  [Infinity, 86_400, 'days'],
];

/** How long ago, as a person says it: "40 s ago", "3 h ago"; "just now" below five seconds or for a clock that is ahead. */
export function formatAge(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  if (seconds < 5) return 'just now';
  const step = STEPS.find(([limit]) => seconds < limit);
  return step === undefined ? 'long ago' : `${Math.round(seconds / step[1])} ${step[2]} ago`;
}
