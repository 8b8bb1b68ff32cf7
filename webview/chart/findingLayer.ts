import { DASHES, type Surface } from './annotations';
import type { DrawnFinding } from './drawnFindings';

const BAR = 7;
const GAP = 16;
const HATCH = 5;

/** Each failure as a dashed line where it starts and a hatched bar from there on, at the foot of the chart, named. */
export function drawFindings(surface: Surface, findings: readonly DrawnFinding[]): void {
  const { ctx, area, palette } = surface;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  ctx.font = `11px ${palette.fontFamily}`;
  findings.forEach((finding, row) => drawFinding(surface, finding, area.bottom - 4 - row * (BAR + GAP)));
  ctx.restore();
}

function drawFinding(surface: Surface, finding: DrawnFinding, bottom: number): void {
  const { ctx, area, palette } = surface;
  const from = Math.max(surface.x(finding.from), area.left);
  const to = Math.min(surface.x(finding.to), area.right);
  if (to <= area.left || from >= area.right) return;
  ctx.strokeStyle = palette[finding.severity];
  ctx.lineWidth = 1.5;
  ctx.setLineDash([...DASHES.finding]);
  ctx.beginPath();
  ctx.moveTo(surface.x(finding.from), area.top);
  ctx.lineTo(surface.x(finding.from), area.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  hatch(ctx, from, to, bottom);
  drawLabel(surface, finding.label, from, bottom - BAR - 3);
}

function hatch(ctx: CanvasRenderingContext2D, from: number, to: number, bottom: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(from, bottom - BAR, Math.max(to - from, 2), BAR);
  ctx.stroke();
  ctx.clip();
  ctx.beginPath();
  for (let x = from - BAR; x < to; x += HATCH) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + BAR, bottom - BAR);
  }
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

/** The name over the bar, on paper of its own, so that points behind it do not cross it out. */
function drawLabel({ ctx, area, palette }: Surface, text: string, from: number, baseline: number): void {
  const { width } = ctx.measureText(text);
  const left = Math.max(area.left + 2, Math.min(from + 3, area.right - width - 4));
  ctx.globalAlpha = palette.highContrast ? 1 : 0.85;
  ctx.fillStyle = palette.background;
  ctx.fillRect(left - 2, baseline - 10, width + 4, 13);
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.text;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, left, baseline);
}
