import { formatNumber } from '../../src/report/formatNumber';
import { withOpacity, type Palette } from './palette';

/** How an axis looks: title, grid and labels in the theme's colours. */
export function axisStyle(palette: Palette, text: string) {
  return {
    title: { display: true, text, color: palette.text, font: { family: palette.fontFamily, size: 12 } },
    border: { color: palette.muted },
    grid: {
      color: withOpacity(palette.grid, palette.highContrast ? 0.35 : 0.18),
      tickColor: palette.muted,
    },
    ticks: {
      color: palette.muted,
      maxTicksLimit: 9,
      maxRotation: 0,
      includeBounds: false,
      font: { family: palette.fontFamily, size: 11 },
    },
  };
}

/** The reward behind a place on a scale that is not linear. */
export function rewardText(ticks: readonly number[], of: (value: number) => number, place: number): string {
  const nearest = ticks.reduce((best, tick) =>
    Math.abs(of(tick) - place) < Math.abs(of(best) - place) ? tick : best,
  );
  return formatNumber(nearest, 1);
}

/** An axis' style with the words of its ticks. */
export function labelled(
  style: ReturnType<typeof axisStyle>,
  text: (value: number, spacing: number) => string,
) {
  const callback = (
    value: number | string,
    _: number,
    ticks: readonly { readonly value: number }[],
  ): string => text(Number(value), ticks.length > 1 ? ticks[1].value - ticks[0].value : 0);
  return { ...style, ticks: { ...style.ticks, callback } };
}
