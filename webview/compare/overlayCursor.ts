import { t } from '@vscode/l10n';
import { formatNumber, formatStep } from '../../src/report/formatNumber';
import type { ChartView } from '../chart/chartView';
import { nearestIndex } from '../chart/cursor';
import type { Palette } from '../chart/palette';
import { el, setText } from '../dom';
import { freshContext } from '../freshContext';
import { heightAt, pointNear, type OverlayPicture } from './overlayPicture';

/** What one run says at a place. */
export interface OverlayReading {
  readonly letter: string;
  readonly reward: number | null;
  readonly fit: number | null;
}

/** What the runs say at a place: those that have anything there. */
export function readingsAt({ curves }: OverlayPicture, place: number): OverlayReading[] {
  return curves
    .map((curve) => ({
      letter: curve.letter,
      reward: pointNear(curve, place)?.y ?? null,
      fit: heightAt(curve, place),
    }))
    .filter(({ reward, fit }) => reward !== null || fit !== null);
}

/** The place a person looks at: a line through all curves, what each says there, what is spoken of it. */
export class OverlayCursor {
  readonly canvas = el('canvas', { class: 'plot-cursor', 'aria-hidden': 'true' });
  readonly live = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  readonly readout = el('p', { class: 'readout', 'aria-hidden': 'true' });
  private picture: OverlayPicture | null = null;
  private index: number | null = null;
  private isBlank = true;

  /** New rows or another axis: the cursor stays where it is while there is such a place. */
  show(picture: OverlayPicture): void {
    const here = this.step;
    const isSameAxis = this.picture?.axis.kind === picture.axis.kind;
    this.picture = picture;
    this.index = here === null || !isSameAxis ? null : nearestIndex(picture.places, here);
    setText(this.live, '');
  }

  /** Position among the places; null for none. */
  get at(): number | null {
    return this.index;
  }

  /** The place it stands on. */
  get step(): number | null {
    return this.index === null ? null : (this.picture?.places[this.index] ?? null);
  }

  /** Puts it on a place; false where it is there already. */
  put(index: number | null): boolean {
    if (index === this.index) return false;
    this.index = index;
    return true;
  }

  /** The place nearest to another. */
  nearest(place: number): number | null {
    return this.picture === null ? null : nearestIndex(this.picture.places, place);
  }

  /** Says what is under it. */
  speak(): void {
    const { step, picture } = this;
    if (step === null || picture === null) return;
    const words = readingsAt(picture, step).map(({ letter, reward, fit }) =>
      [
        letter,
        ...(reward === null ? [] : [formatNumber(reward, 4)]),
        ...(fit === null ? [] : [t('fit {0}', formatNumber(fit, 4))]),
      ].join(' '),
    );
    setText(this.live, [this.placeText(step, picture), ...words].join(', '));
  }

  /** Says something else. */
  say(text: string): void {
    setText(this.live, text);
  }

  /** Draws line, rings and words. */
  draw(chart: ChartView, palette: Palette): void {
    const { step, picture } = this;
    this.showWords();
    // A canvas costs its memory only once it is drawn on.
    if (step === null && this.isBlank) return;
    const ctx = freshContext(this.canvas);
    this.isBlank = step === null;
    if (ctx === null || step === null || picture === null) return;
    const { left, right, top, bottom } = chart.area;
    const x = chart.pixelOfStep(step);
    if (x < left - 1 || x > right + 1) return;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
    ctx.strokeStyle = palette.text;
    ctx.lineWidth = 2;
    for (const curve of picture.curves) {
      const point = pointNear(curve, step);
      if (point === null) continue;
      ctx.beginPath();
      ctx.arc(...chart.pixelOf(point), 5, 0, 2 * Math.PI);
      ctx.stroke();
    }
  }

  private placeText(place: number, { axis }: OverlayPicture): string {
    return axis.kind === 'step' ? t('step {0}', formatStep(place)) : axis.text(place);
  }

  private showWords(): void {
    const { step, picture } = this;
    if (step === null || picture === null) {
      setText(this.readout, t('drag to zoom, then to move · Ctrl + wheel zooms'));
      return;
    }
    const pairs = readingsAt(picture, step).map(({ letter, reward, fit }) =>
      el(
        'span',
        { class: 'pair' },
        `${letter} `,
        el('b', {}, reward === null ? '–' : formatNumber(reward, 4)),
        ...(fit === null ? [] : [el('span', { class: 'muted' }, ` ${t('fit {0}', formatNumber(fit, 4))}`)]),
      ),
    );
    this.readout.replaceChildren(el('span', { class: 'pair' }, this.placeText(step, picture)), ...pairs);
  }
}
