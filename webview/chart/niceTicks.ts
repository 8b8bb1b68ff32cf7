/** Round values inside a range, 1, 2 or 5 times a power of ten apart, no more than `most`. */
export function niceTicks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return Number.isFinite(low) ? [low] : [];
  const least = Math.max((high - low) / Math.max(1, most), Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(least));
  const spacing = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= least) ?? 10 * power;
  const first = Math.ceil(low / spacing);
  const count = Math.floor(high / spacing) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) =>
    Number(((first + i) * spacing).toPrecision(12)),
  );
}
