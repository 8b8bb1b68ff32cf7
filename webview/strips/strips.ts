import { t } from '@vscode/l10n';
import { formatCount } from '../../src/report/formatNumber';
import type { PanelSeries } from '../../src/protocol';
import { el, setText } from '../dom';
import { fold, type Fold } from '../fold';
import { Strip } from './strip';
import type { StripFrame } from './stripDrawing';

/** As many small charts stand under the curve; the others open on demand. */
const SHOWN = 4;

/** What the small charts tell the chart they belong to. */
export interface StripEvents {
  readonly hover: (event: MouseEvent) => void;
  readonly leave: () => void;
  readonly tap: (event: MouseEvent) => void;
  readonly moreToggled: (open: boolean) => void;
}

/** The evidence metrics under the curve, on its axis and with its cursor. */
export class Strips {
  readonly node: HTMLElement;
  private readonly first = el('div', { class: 'strip-group' });
  private readonly others: Fold;
  private readonly cursor = el('div', { class: 'strip-cursor', hidden: true, 'aria-hidden': 'true' });
  private readonly amount = el('p', { class: 'muted amount' });
  private readonly moreTitle: HTMLElement;
  private strips = new Map<string, Strip>();
  private frame: StripFrame | null = null;

  constructor(isMoreOpen: boolean, events: StripEvents) {
    this.others = fold('', isMoreOpen, (open) => {
      events.moreToggled(open);
      this.redraw();
    });
    this.others.node.classList.add('more-strips');
    this.moreTitle = this.others.node.querySelector('h2') ?? this.others.body;
    this.node = el(
      'section',
      { class: 'strips', 'aria-label': t('Evidence on the same axis'), hidden: true },
      this.first,
      this.others.node,
      this.cursor,
      this.amount,
    );
    this.node.addEventListener('pointermove', events.hover);
    this.node.addEventListener('pointerleave', events.leave);
    this.node.addEventListener('click', (event) => {
      if (event.target instanceof HTMLCanvasElement) events.tap(event);
    });
  }

  /** Shows these metrics; a small chart that is there already keeps its place. */
  show(series: readonly PanelSeries[]): void {
    this.node.hidden = series.length === 0;
    const isSame = series.length === this.strips.size && series.every(({ name }) => this.strips.has(name));
    if (isSame) for (const one of series) this.strips.get(one.name)?.update(one);
    else this.build(series);
    setText(this.amount, amountText(series));
  }

  /** Draws all that is in view in a frame. */
  draw(frame: StripFrame): void {
    this.frame = frame;
    this.redraw();
  }

  /** The shared cursor at a step, or none. */
  point(step: number | null): void {
    for (const strip of this.strips.values()) strip.showValue(step);
    const { frame, cursor } = this;
    const x = step === null || frame === null ? null : frame.pixelOf(step);
    const isInView = x !== null && frame !== null && x >= frame.left - 1 && x <= frame.right + 1;
    cursor.hidden = !isInView;
    if (isInView) cursor.style.transform = `translateX(${Math.round(x)}px)`;
  }

  /** The values at a step, to be spoken: of the small charts that are open. */
  spokenAt(step: number): string[] {
    return this.visible()
      .map((strip) => strip.spokenAt(step))
      .filter((text) => text !== null);
  }

  private build(series: readonly PanelSeries[]): void {
    this.strips = new Map(series.map((one) => [one.name, new Strip(one)]));
    const nodes = [...this.strips.values()].map(({ node }) => node);
    this.first.replaceChildren(...nodes.slice(0, SHOWN));
    this.others.body.replaceChildren(...nodes.slice(SHOWN));
    this.others.node.hidden = nodes.length <= SHOWN;
    setText(this.moreTitle, moreText(nodes.length - SHOWN));
  }

  private redraw(): void {
    if (this.frame === null) return;
    for (const strip of this.visible()) strip.draw(this.frame);
  }

  private visible(): Strip[] {
    const all = [...this.strips.values()];
    return this.others.node.open ? all : all.slice(0, SHOWN);
  }
}

function moreText(count: number): string {
  return count === 1 ? t('1 more metric') : t('{0} more metrics', formatCount(Math.max(0, count)));
}

/** How much of the log the lines are drawn from, where it is not all of it. */
function amountText(series: readonly PanelSeries[]): string {
  const longest = series.reduce<PanelSeries | null>(
    (most, one) => (one.total > one.steps.length && one.total > (most?.total ?? 0) ? one : most),
    null,
  );
  if (longest === null) return '';
  const { steps, total } = longest;
  return t(
    'small charts: the lowest and highest of each stretch, {0} of {1} rows; verdicts come from all rows',
    formatCount(steps.length),
    formatCount(total),
  );
}
