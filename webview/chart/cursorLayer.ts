import { freshContext } from '../freshContext';
import type { PlotArea } from './chartView';
import type { Palette } from './palette';

/** What the cursor layer needs to know of the chart below it. */
interface Below {
  readonly area: PlotArea;
  pixelOf(point: { readonly x: number; readonly y: number }): readonly [number, number];
}

/** The crosshair on a canvas of its own, so that moving it never redraws thousands of points. */
export class CursorLayer {
  private readonly canvas: HTMLCanvasElement;
  private isBlank = true;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Draws the cursor at a point, or wipes it away. */
  draw(point: { readonly x: number; readonly y: number } | null, below: Below, palette: Palette): void {
    // A canvas costs its memory only once it is drawn on: most panels are looked at, not pointed at.
    if (point === null && this.isBlank) return;
    const ctx = freshContext(this.canvas);
    this.isBlank = point === null;
    if (ctx === null || point === null) return;
    const [x, y] = below.pixelOf(point);
    const { left, right, top, bottom } = below.area;
    if (x < left - 1 || x > right + 1) return;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, bottom);
    ctx.lineTo(x, Math.min(bottom, y + 8));
    ctx.moveTo(x, top);
    ctx.lineTo(x, Math.max(top, y - 8));
    ctx.stroke();
    ctx.strokeStyle = palette.text;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, 6, 0, 2 * Math.PI);
    ctx.stroke();
  }
}
