import { GUTTER, NARROW, type Surface } from '../chart/annotations';
import type { OverlayCurve } from './overlayPicture';

const FONT_SIZE = 11;
const ROW = 15;

interface EndLabel {
  readonly place: number;
  readonly text: string;
  y: number;
}

/** Each run's letter and name beside the end of its curve, so that nobody has to look it up. */
export function drawEndLabels(
  surface: Surface,
  curves: readonly OverlayCurve[],
  colourOf: (place: number) => string,
): void {
  const { ctx, area, palette } = surface;
  const isWide = area.right - area.left > NARROW - GUTTER.wide;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${palette.fontFamily}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const labels = curves.flatMap((curve, place) => {
    const y = endOf(surface, curve);
    return y === null ? [] : [{ place, text: isWide ? `${curve.letter} ${curve.name}` : curve.letter, y }];
  });
  for (const { place, text, y } of apart(labels, area.top + ROW / 2, area.bottom - ROW / 2)) {
    const left = area.right + (isWide ? 6 : 2);
    ctx.fillStyle = colourOf(place);
    if (isWide) ctx.fillRect(left, y - 5, 3, 10);
    ctx.fillStyle = palette.text;
    ctx.fillText(isWide ? shortened(ctx, text, GUTTER.wide - 16) : text, left + (isWide ? 7 : 0), y);
  }
  ctx.restore();
}

/** Height of the curve's end, or of the last point where there is no curve; in view at most. */
function endOf({ y, area }: Surface, { line, ys }: OverlayCurve): number | null {
  const height = line.at(-1)?.y ?? ys.at(-1);
  return height === undefined ? null : Math.min(area.bottom, Math.max(area.top, y(height)));
}

/** The labels moved apart until none covers another; the order of their heights stays. */
function apart(labels: EndLabel[], top: number, bottom: number): EndLabel[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  let free = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, free);
    free = label.y + ROW;
  }
  let end = bottom;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, end);
    end = label.y - ROW;
  }
  return sorted;
}

function shortened(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && ctx.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end)}…`;
}
