/** What a pointer, a wheel or fingers do to a chart; positions are pixels from its left edge. */
export interface GestureEvents {
  readonly hover: (event: MouseEvent) => void;
  readonly leave: () => void;
  readonly tap: (event: MouseEvent) => void;
  /** Whether there is anything to move: else a drag chooses what to zoom into. */
  readonly canPan: () => boolean;
  readonly pan: (pixels: number) => void;
  readonly zoom: (factor: number, at: number) => void;
  /** A stretch is being chosen; `isDone` when it is let go. */
  readonly select: (from: number, to: number, isDone: boolean) => void;
}

/** Closer than this to where it went down, a pointer has not moved. */
const STILL = 4;
/** Lines and pages of a wheel, in pixels. */
const WHEEL_UNITS = [1, 16, 200];

/**
 * Turns pointers and wheel into what they mean. The plain wheel scrolls the page, as everywhere; with Ctrl or Cmd, or as a pinch,
 * it zooms; sideways, or with Shift, it moves. A drag moves where something is zoomed, and with Shift or where all is in
 * view chooses a stretch.
 */
export class Gestures {
  private readonly node: HTMLElement;
  private readonly events: GestureEvents;
  private readonly down = new Map<number, number>();
  private start: number | null = null;
  private last = 0;
  private mode: 'none' | 'pan' | 'select' | 'pinch' = 'none';
  private hasMoved = false;
  private reach = 0;

  constructor(node: HTMLElement, events: GestureEvents) {
    this.node = node;
    this.events = events;
    node.addEventListener('pointerdown', (event) => this.onDown(event));
    node.addEventListener('pointermove', (event) => this.onMove(event));
    for (const name of ['pointerup', 'pointercancel'] as const)
      node.addEventListener(name, (event) => this.onUp(event));
    node.addEventListener('pointerleave', () => events.leave());
    node.addEventListener('click', (event) => {
      if (!this.hasMoved) events.tap(event);
    });
    node.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
  }

  private xOf({ clientX }: MouseEvent): number {
    return clientX - this.node.getBoundingClientRect().left;
  }

  private onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.down.set(event.pointerId, this.xOf(event));
    this.hasMoved = this.down.size > 1;
    this.mode = this.down.size > 1 ? 'pinch' : 'none';
    this.start = this.last = this.xOf(event);
    this.reach = this.spread();
  }

  private onMove(event: PointerEvent): void {
    if (!this.down.has(event.pointerId) || this.start === null) {
      this.events.hover(event);
      return;
    }
    const x = this.xOf(event);
    this.down.set(event.pointerId, x);
    if (this.mode === 'pinch') this.pinch();
    else if (this.mode === 'none' && Math.abs(x - this.start) < STILL) return;
    else this.drag(event, x);
  }

  private drag(event: PointerEvent, x: number): void {
    if (this.mode === 'none') {
      this.mode = event.shiftKey || !this.events.canPan() ? 'select' : 'pan';
      this.hasMoved = true;
      this.node.setPointerCapture(event.pointerId);
    }
    if (this.mode === 'pan') this.events.pan(this.last - x);
    else this.events.select(this.start ?? x, x, false);
    this.last = x;
  }

  private pinch(): void {
    const now = this.spread();
    if (now <= 0 || this.reach <= 0) return;
    const [a, b] = [...this.down.values()];
    this.events.zoom(this.reach / now, (a + b) / 2);
    this.reach = now;
  }

  private spread(): number {
    const [a, b] = [...this.down.values()];
    return Math.abs(a - b);
  }

  private onUp(event: PointerEvent): void {
    if (!this.down.delete(event.pointerId)) return;
    if (this.mode === 'select' && this.start !== null)
      this.events.select(this.start, event.type === 'pointercancel' ? this.start : this.xOf(event), true);
    this.mode = 'none';
    this.start = null;
  }

  private onWheel(event: WheelEvent): void {
    const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey || event.metaKey)
      this.events.zoom(Math.exp(event.deltaY * unit * 0.002), this.xOf(event));
    else if (isSideways && this.events.canPan()) this.events.pan((event.deltaX || event.deltaY) * unit);
    else return;
    event.preventDefault();
  }
}
