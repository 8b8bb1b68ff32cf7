import { t } from '@vscode/l10n';
import { formatCount, formatStep } from '../../src/report/formatNumber';
import { plainText } from '../../src/report/plainText';
import type { PanelSeries } from '../../src/protocol';
import { nearestIndex } from '../chart/cursor';
import { extent } from '../chart/range';
import { el, setText } from '../dom';
import { freshContext } from '../freshContext';
import { formatLogged } from '../numbers';
import { metricLabel } from './metricWords';
import { drawStrip, type StripFrame } from './stripDrawing';

const HEIGHT = 46;

/** One evidence metric under the curve: its name, its value at the cursor, its line. */
export class Strip {
  readonly node: HTMLElement;
  private series: PanelSeries;
  private readonly value = el('span', { class: 'strip-value' });
  private readonly canvas = el('canvas', { class: 'strip-canvas', role: 'img' });

  constructor(series: PanelSeries) {
    this.series = series;
    const label = metricLabel(series.name);
    const key = plainText(series.key, 60);
    this.node = el(
      'div',
      { class: 'strip' },
      el(
        'div',
        { class: 'strip-head' },
        el('span', { class: 'strip-name' }, label),
        ...(key === label ? [] : [el('code', {}, key)]),
        this.value,
      ),
      this.canvas,
    );
    this.update(series);
  }

  /** New rows of the same metric. */
  update(series: PanelSeries): void {
    this.series = series;
    this.canvas.setAttribute('aria-label', summary(series));
    this.showValue(null);
  }

  draw(frame: StripFrame): void {
    const ctx = freshContext(this.canvas);
    if (ctx !== null) drawStrip(ctx, HEIGHT, this.series, frame);
  }

  /** The value logged nearest to the cursor; without a cursor the last one. */
  showValue(step: number | null): void {
    setText(this.value, this.valueAt(step) ?? '');
  }

  /** "entropy 0.41", to be spoken; null where the metric has no rows. */
  spokenAt(step: number): string | null {
    const text = this.valueAt(step);
    return text === null ? null : `${metricLabel(this.series.name)} ${text}`;
  }

  private valueAt(step: number | null): string | null {
    const { steps, values } = this.series;
    const index = step === null ? steps.length - 1 : nearestIndex(steps, step);
    const value = index === null ? undefined : values.at(index);
    if (index === null || value === undefined) return null;
    const logged = formatLogged(value);
    if (step === null) return t('{0} last', logged);
    return steps[index] === step ? logged : t('{0} at {1}', logged, formatStep(steps[index]));
  }
}

function summary({ name, key, values, total }: PanelSeries): string {
  const range = extent(values);
  const column = plainText(key, 60);
  if (range === null) return t('{0}, column {1}: no finite value', metricLabel(name), column);
  return t(
    '{0}, column {1}, {2} rows: from {3} to {4}, lowest {5}, highest {6}',
    metricLabel(name),
    column,
    formatCount(total),
    ...[values[0], values[values.length - 1], ...range].map(formatLogged),
  );
}
