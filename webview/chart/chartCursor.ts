import { t } from '@vscode/l10n';
import { commaList } from '../../src/run/listInWords';
import { el, setText } from '../dom';
import type { ChartData } from './chartData';
import type { ChartView } from './chartView';
import { nearestIndex } from './cursor';
import { CursorLayer } from './cursorLayer';
import type { Look } from './look';
import type { Palette } from './palette';
import { readoutOf, spoken, type Readout } from './readout';
import { ReadoutLine } from './readoutLine';

/** The point a person looks at: its crosshair, its words, what is spoken of it. */
export class ChartCursor {
  readonly canvas = el('canvas', { class: 'plot-cursor', 'aria-hidden': 'true' });
  readonly live = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  readonly readout = new ReadoutLine();
  private readonly layer = new CursorLayer(this.canvas);
  private data: ChartData | null = null;
  private index: number | null = null;

  /** New rows: the cursor stays where it is, what was spoken is done with. */
  show(data: ChartData): void {
    this.data = data;
    if (this.index !== null && this.index >= data.points.steps.length) this.index = null;
    setText(this.live, '');
  }

  /** Position among the points; null for none. */
  get at(): number | null {
    return this.index;
  }

  /** The step it stands on. */
  get step(): number | null {
    return this.index === null ? null : (this.data?.points.steps[this.index] ?? null);
  }

  /** The line of the log behind it. */
  get line(): number | null {
    return this.index === null ? null : (this.data?.points.lines?.[this.index] ?? null);
  }

  /** Puts it on a point; false where it is there already. */
  put(index: number | null): boolean {
    if (index === this.index) return false;
    this.index = index;
    return true;
  }

  /** The point nearest to a step. */
  nearest(step: number): number | null {
    return this.data === null ? null : nearestIndex(this.data.points.steps, step);
  }

  /** Draws crosshair and words. */
  draw(chart: ChartView, look: Look, palette: Palette): void {
    const { step } = this;
    const y = this.index === null ? undefined : this.data?.points.rewards[this.index];
    this.layer.draw(step === null || y === undefined ? null : { x: step, y }, chart, palette);
    const { axis } = look;
    const place = step === null || axis.kind === 'step' ? null : axis.text(axis.of(step));
    this.readout.show(this.words(), place, this.hint());
  }

  /** Says what is under it, with what else is known there. */
  speak(others: readonly string[]): void {
    const words = this.words();
    if (words !== null) setText(this.live, commaList([spoken(words), ...others]));
  }

  /** Says something else. */
  say(text: string): void {
    setText(this.live, text);
  }

  private words(): Readout | null {
    if (this.index === null || this.data === null) return null;
    return readoutOf(this.data.points, this.index, this.data.picture.fit);
  }

  private hint(): string {
    return (this.data?.points.lines ?? null) === null
      ? t('drag to zoom, then to move · Ctrl + wheel zooms')
      : t('drag to zoom, then to move · Ctrl + wheel zooms · click a point to open its line');
  }
}
