import type { ChartView } from './chartView';
import { nextFrame } from './nextFrame';
import { span, type Range } from './range';
import type { Selection } from './selection';
import { between, moved, panned, zoomed } from './zoom';

/** What the control needs of the chart it moves. */
export interface Windowed {
  /** Null before there is anything to see. */
  readonly full: () => Range | null;
  readonly window: () => Range | null;
  readonly chart: () => ChartView | null;
  /** Where zooming without a pointer goes; null for the middle. */
  readonly centre: () => number | null;
  /** Called only with another window than there is. */
  readonly set: (window: Range | null) => void;
}

/** Moves and scales the steps in view. Pointers are followed once per frame. */
export class WindowControl {
  private readonly of: Windowed;
  private readonly selection: Selection;
  private readonly inFrame = nextFrame();
  private pendingPixels = 0;
  private pendingFactor = 1;

  constructor(of: Windowed, selection: Selection) {
    this.of = of;
    this.selection = selection;
  }

  /** Scales about the cursor, or the middle. */
  zoom(factor: number): void {
    const full = this.of.full();
    if (full === null) return;
    const [low, high] = this.of.window() ?? full;
    this.put(zoomed(full, this.of.window(), factor, this.of.centre() ?? (low + high) / 2));
  }

  /** Scales about a pixel, in the next frame. */
  zoomAt(factor: number, pixel: number): void {
    this.pendingFactor *= factor;
    this.later(pixel);
  }

  /** Moves by pixels, in the next frame. */
  panBy(pixels: number): void {
    this.pendingPixels += pixels;
    this.later(null);
  }

  /** Moves by a share of what is in view. */
  panShare(share: number): void {
    const full = this.of.full();
    const window = this.of.window();
    if (full !== null && window !== null) this.put(moved(full, window, share * span(window)));
  }

  /** Shows the stretch between two pixels; when it is let go, only that stays in view. */
  select(from: number, to: number, isDone: boolean): void {
    this.selection.show(isDone ? null : [from, to]);
    const [full, chart] = [this.of.full(), this.of.chart()];
    if (!isDone || full === null || chart === null || Math.abs(to - from) < 4) return;
    this.put(between(full, chart.stepAt(from), chart.stepAt(to)));
  }

  /** Moves just far enough that a step is in view; null moves nothing. */
  follow(step: number | null): void {
    const full = this.of.full();
    if (step !== null && full !== null) this.put(panned(full, this.of.window(), step));
  }

  private put(window: Range | null): void {
    if (window !== this.of.window()) this.of.set(window);
  }

  private later(zoomedAt: number | null): void {
    const at = zoomedAt === null ? null : (this.of.chart()?.stepAt(zoomedAt) ?? null);
    this.inFrame(() => this.apply(at));
  }

  private apply(centre: number | null): void {
    const [full, chart] = [this.of.full(), this.of.chart()];
    const [pixels, factor] = [this.pendingPixels, this.pendingFactor];
    this.pendingPixels = 0;
    this.pendingFactor = 1;
    if (full === null || chart === null) return;
    const window = this.of.window();
    const { left, right } = chart.area;
    const by = (pixels * span(window ?? full)) / Math.max(1, right - left);
    const shifted = pixels === 0 ? window : moved(full, window, by);
    this.put(factor === 1 || centre === null ? shifted : zoomed(full, shifted, factor, centre));
  }
}
