import { t } from '@vscode/l10n';
import type { ChartCursor } from './chartCursor';
import { keyAction, type KeyAction } from './chartKeys';
import type { ChartView } from './chartView';
import { movedCursor } from './cursor';
import { Gestures } from './gestures';
import type { WindowControl } from './windowControl';

/** What of the data the keyboard needs to know. */
export interface InputData {
  readonly points: { readonly steps: { readonly length: number } };
  readonly picture: { readonly findings: readonly { readonly from: number }[] };
}

/** What the keyboard and the pointer work on. */
export interface InputTarget {
  readonly plot: HTMLElement;
  readonly cursor: Pick<ChartCursor, 'at' | 'step' | 'nearest' | 'say'>;
  readonly control: WindowControl;
  readonly chart: () => ChartView | null;
  readonly data: () => InputData | null;
  readonly isZoomed: () => boolean;
  readonly showAll: () => void;
  /** Moves the cursor; what the keyboard did is spoken, what the pointer did is only shown. */
  readonly moveTo: (index: number | null, speak: boolean) => void;
  readonly reveal: () => void;
}

/** Keyboard and pointer on the curve, and the pointer on what shares its axis. */
export class ChartInput {
  private readonly target: InputTarget;
  private readonly does: Readonly<Record<KeyAction, () => void>>;

  constructor(target: InputTarget) {
    this.target = target;
    const { control, showAll, reveal } = target;
    this.does = {
      zoomIn: () => control.zoom(0.5),
      zoomOut: () => control.zoom(2),
      showAll,
      finding: () => this.nextFinding(),
      reveal,
      earlier: () => control.panShare(-0.5),
      later: () => control.panShare(0.5),
    };
    this.listen();
  }

  /** Puts the cursor on the point nearest to the pointer. */
  point(event: MouseEvent): void {
    const { plot, cursor, moveTo } = this.target;
    const chart = this.target.chart();
    if (chart === null || this.target.data() === null) return;
    const x = event.clientX - plot.getBoundingClientRect().left;
    const { left, right } = chart.area;
    const isOverPlot = event.currentTarget === plot;
    if (x < left || x > right || (isOverPlot && !this.isOverData(event))) return;
    moveTo(cursor.nearest(chart.stepAt(x)), false);
  }

  /** The pointer has left; the keyboard's cursor stays. */
  leave(): void {
    if (document.activeElement !== this.target.plot) this.target.moveTo(null, false);
  }

  private listen(): void {
    const { plot, control, isZoomed, reveal } = this.target;
    plot.addEventListener('keydown', (event) => this.onKey(event));
    new Gestures(plot, {
      hover: (event) => this.point(event),
      leave: () => this.leave(),
      tap: (event) => {
        if (this.isOverData(event)) reveal();
      },
      canPan: isZoomed,
      pan: (pixels) => control.panBy(pixels),
      zoom: (factor, at) => control.zoomAt(factor, at),
      select: (from, to, isDone) => control.select(from, to, isDone),
    });
  }

  private onKey(event: KeyboardEvent): void {
    const { cursor, moveTo } = this.target;
    const data = this.target.data();
    if (event.ctrlKey || event.metaKey || event.altKey || data === null) return;
    const to = movedCursor(event.key, event.shiftKey, cursor.at, data.points.steps.length);
    const action = keyAction(event.key);
    if (to !== null) moveTo(to, true);
    else if (action !== null) this.does[action]();
    else return;
    event.preventDefault();
  }

  private nextFinding(): void {
    const { cursor, moveTo } = this.target;
    const here = cursor.step ?? -Infinity;
    const steps = this.target.data()?.picture.findings.map(({ from }) => from) ?? [];
    const next = steps.find((step) => step > here) ?? steps.at(0);
    if (next === undefined) cursor.say(t('no finding to go to'));
    else moveTo(cursor.nearest(next), true);
  }

  /** Beside the data, over the axes and labels, the pointer means no point. */
  private isOverData({ offsetX, offsetY }: MouseEvent): boolean {
    const chart = this.target.chart();
    if (chart === null) return false;
    const { left, right, top, bottom } = chart.area;
    return offsetX >= left && offsetX <= right && offsetY >= top && offsetY <= bottom;
  }
}
