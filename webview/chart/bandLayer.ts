import { DASHES, type Surface } from './annotations';
import type { DrawnBand, DrawnBands } from './drawnBands';
import type { DrawnReplay } from './drawnPicture';

/** The band of the mean as a tint, that of single rows as two dotted edges; with high contrast both as edges. */
export function drawBands(surface: Surface, { mean, row }: DrawnBands): void {
  const { ctx, palette } = surface;
  clipToArea(surface);
  ctx.strokeStyle = palette.fit;
  ctx.fillStyle = palette.fit;
  ctx.lineWidth = 1;
  for (const band of mean) {
    if (palette.highContrast) edges(surface, band, DASHES.edge);
    else tint(surface, band);
  }
  ctx.globalAlpha = palette.highContrast ? 1 : 0.85;
  for (const band of row) edges(surface, band, DASHES.row);
  ctx.restore();
}

/** The band of what was forecast at an earlier step: two edges in its own colour. */
export function drawReplayBand(surface: Surface, { band }: DrawnReplay): void {
  if (band === null) return;
  const { ctx, palette } = surface;
  clipToArea(surface);
  ctx.strokeStyle = palette.marker;
  ctx.lineWidth = 1.25;
  edges(surface, band, DASHES.edge);
  ctx.restore();
}

/** Nothing is drawn outside the axes until the context is restored. */
function clipToArea({ ctx, area }: Surface): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
}

function tint(surface: Surface, { steps, low, high }: DrawnBand): void {
  const { ctx } = surface;
  ctx.globalAlpha = 0.2;
  ctx.beginPath();
  steps.forEach((step, i) => ctx.lineTo(surface.x(step), surface.y(high[i])));
  for (let i = steps.length - 1; i >= 0; i--) ctx.lineTo(surface.x(steps[i]), surface.y(low[i]));
  ctx.closePath();
  ctx.fill();
}

function edges(surface: Surface, { steps, low, high }: DrawnBand, dash: readonly number[]): void {
  const { ctx } = surface;
  ctx.setLineDash([...dash]);
  for (const ends of [low, high]) {
    ctx.beginPath();
    steps.forEach((step, i) => ctx.lineTo(surface.x(step), surface.y(ends[i])));
    ctx.stroke();
  }
  ctx.setLineDash([]);
}
