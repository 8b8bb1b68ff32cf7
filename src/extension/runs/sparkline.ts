const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * A curve as a word of block characters: means of equal stretches of rows between the lowest and the highest mean.
 * A level curve is drawn in the middle; nothing comes of fewer rows than `width`.
 */
export function sparkline(values: Float64Array, width: number): string {
  if (values.length < width) return '';
  const means = Array.from({ length: width }, (_, i) =>
    mean(
      values.subarray(Math.floor((i * values.length) / width), Math.floor(((i + 1) * values.length) / width)),
    ),
  );
  const low = Math.min(...means);
  const span = Math.max(...means) - low;
  if (!Number.isFinite(span)) return '';
  return means
    .map((value) => BLOCKS[span === 0 ? 3 : Math.round(((value - low) / span) * (BLOCKS.length - 1))])
    .join('');
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
