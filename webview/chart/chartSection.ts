import { el, setText } from '../dom';
import { formatCount } from '../../src/report/formatNumber';
import { Section } from '../section';
import { button } from '../toolkit';
import { ChartView } from './chartView';
import { movedCursor, nearestIndex } from './cursor';
import { CursorLayer } from './cursorLayer';
import { legendItems } from './legend';
import { legendEntries, type LegendEntry } from './legendEntries';
import { onThemeChange, readPalette, type Palette } from './palette';
import type { Picture } from './picture';
import type { Range } from './range';
import { readoutOf, spoken, type Readout } from './readout';
import { panned, zoomed } from './zoom';
import type { PanelPoints } from '../../src/protocol';

/** What the chart tells the page. */
export interface ChartEvents {
  /** A person asked for the log line behind a point. */
  readonly reveal: (line: number) => void;
  /** The steps in view changed; null for all. */
  readonly windowChanged: (window: Range | null) => void;
}

const HOW =
  'Left and right arrow keys step through the points, with Shift ten at a time; Home and End jump; ' +
  'plus, minus and zero zoom; F goes to the next finding; Enter opens the line of the log.';

/** The chart with its legend, readout, zoom, keyboard and pointer. */
export class ChartSection {
  readonly node: HTMLElement;
  private readonly events: ChartEvents;
  private readonly plot = el('div', {
    class: 'plot',
    tabindex: '0',
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': 'Reward by step',
    'aria-describedby': 'chart-how',
  });
  private readonly canvas = el('canvas', { class: 'plot-canvas', 'aria-hidden': 'true' });
  private readonly cursorLayer: CursorLayer;
  private readonly live = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  private readonly readout = el('p', { class: 'readout', 'aria-hidden': 'true' });
  private readonly amount = el('p', { class: 'muted amount' });
  private readonly legend: Section<readonly LegendEntry[]>;
  private palette: Palette = readPalette();
  private view: ChartView | null = null;
  private picture: Picture | null = null;
  private points: PanelPoints | null = null;
  private findingSteps: readonly number[] = [];
  private window: Range | null;
  private cursor: number | null = null;
  private wantedStep: number | null = null;

  constructor(events: ChartEvents, window: Range | null) {
    this.events = events;
    this.window = window;
    const legend = el('ul', { class: 'legend', 'aria-label': 'Legend' });
    this.legend = new Section(legend, legendItems);
    const cursorCanvas = el('canvas', { class: 'plot-cursor', 'aria-hidden': 'true' });
    this.cursorLayer = new CursorLayer(cursorCanvas);
    this.plot.append(this.canvas, cursorCanvas);
    this.node = el(
      'section',
      { class: 'chart', 'aria-labelledby': 'chart-title' },
      el('h2', { id: 'chart-title', class: 'visually-hidden' }, 'Reward curve'),
      el('div', { class: 'chart-bar' }, legend, this.zoomButtons()),
      el('p', { id: 'chart-how', class: 'visually-hidden' }, HOW),
      this.plot,
      el('div', { class: 'chart-foot' }, this.readout, this.amount),
      this.live,
    );
    this.listen();
  }

  /** Shows points and picture; the cursor and the steps in view stay where they are. */
  show(points: PanelPoints, picture: Picture, findingSteps: readonly number[]): void {
    this.points = points;
    this.picture = picture;
    this.findingSteps = findingSteps;
    if (this.cursor !== null && this.cursor >= points.steps.length) this.cursor = null;
    this.legend.show(legendEntries(picture));
    setText(this.live, '');
    this.plot.setAttribute('aria-label', describe(points, picture));
    if (this.view === null)
      this.view = new ChartView(this.canvas, this.palette, picture, this.window, () => this.drawCursor());
    else this.view.show(picture, this.window);
    this.afterDrawing();
    this.goToWanted();
  }

  /** Puts the cursor on the point at this step and the keyboard on the chart, now or with the next points. */
  pointAt(step: number): void {
    this.wantedStep = step;
    this.goToWanted();
  }

  private goToWanted(): void {
    if (this.wantedStep === null || this.points === null) return;
    this.moveTo(nearestIndex(this.points.steps, this.wantedStep), true);
    this.wantedStep = null;
    this.plot.focus();
  }

  /** Steps in view, null for all. */
  setWindow(window: Range | null): void {
    this.window = window;
    if (this.picture !== null) this.view?.show(this.picture, window);
    this.afterDrawing();
    this.events.windowChanged(window);
  }

  private afterDrawing(): void {
    this.drawCursor();
    this.showReadout();
    const { count, of } = this.view?.drawn ?? { count: 0, of: 0 };
    const sent = this.points?.steps.length ?? 0;
    const total = this.points?.total ?? sent;
    const thinned = total > sent ? `, thinned from ${formatCount(total)}` : '';
    const note = `drawing ${formatCount(count)} of ${formatCount(of)} points${thinned}; all points were fitted`;
    setText(this.amount, count < of || thinned !== '' ? note : '');
  }

  private zoomButtons(): HTMLElement {
    const zoom = (factor: number) => () => this.zoom(factor);
    return el(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
      button('−', zoom(2), { appearance: 'icon', name: 'Zoom out (−)' }),
      button('+', zoom(0.5), { appearance: 'icon', name: 'Zoom in (+)' }),
      button('reset', () => this.setWindow(null), { appearance: 'icon', name: 'Show all steps (0)' }),
    );
  }

  private listen(): void {
    this.plot.addEventListener('keydown', (event) => this.onKey(event));
    this.plot.addEventListener('pointermove', (event) => this.point(event));
    this.plot.addEventListener('click', (event) => {
      if (this.isOverData(event)) this.reveal();
    });
    this.plot.addEventListener('pointerleave', () => {
      if (document.activeElement !== this.plot) this.moveTo(null, false);
    });
    onThemeChange(() => {
      this.palette = readPalette();
      this.view?.recolour(this.palette);
      this.drawCursor();
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.points === null) return;
    const moved = movedCursor(event.key, event.shiftKey, this.cursor, this.points.steps.length);
    if (moved !== null) this.moveTo(moved, true);
    else if (!this.onOtherKey(event.key)) return;
    event.preventDefault();
  }

  private onOtherKey(key: string): boolean {
    if (key === '+' || key === '=') this.zoom(0.5);
    else if (key === '-') this.zoom(2);
    else if (key === '0') this.setWindow(null);
    else if (key === 'f' || key === 'F') this.nextFinding();
    else if (key === 'Enter') this.reveal();
    else return false;
    return true;
  }

  private zoom(factor: number): void {
    if (this.picture === null) return;
    const { full } = this.picture;
    const [low, high] = this.window ?? full;
    const centre = this.currentStep() ?? (low + high) / 2;
    this.setWindow(zoomed(full, this.window, factor, centre));
  }

  private currentStep(): number | null {
    return this.cursor === null ? null : (this.points?.steps[this.cursor] ?? null);
  }

  private nextFinding(): void {
    const here = this.currentStep() ?? -Infinity;
    const next = this.findingSteps.find((step) => step > here) ?? this.findingSteps.at(0);
    if (next === undefined || this.points === null) setText(this.live, 'no finding to go to');
    else this.moveTo(nearestIndex(this.points.steps, next), true);
  }

  /** Beside the data, over the axes and labels, the pointer means no point. */
  private isOverData({ offsetX, offsetY }: MouseEvent): boolean {
    if (this.view === null) return false;
    const { left, right, top, bottom } = this.view.area;
    return offsetX >= left && offsetX <= right && offsetY >= top && offsetY <= bottom;
  }

  private point(event: MouseEvent): void {
    if (this.view === null || this.points === null || !this.isOverData(event)) return;
    this.moveTo(nearestIndex(this.points.steps, this.view.stepAt(event.offsetX)), false);
  }

  /** Moves the cursor; what the keyboard did is spoken, what the pointer did is only shown. */
  private moveTo(index: number | null, speak: boolean): void {
    if (index === this.cursor && !speak) return;
    this.cursor = index;
    const step = this.currentStep();
    const window =
      step === null || this.picture === null ? this.window : panned(this.picture.full, this.window, step);
    if (window !== this.window) this.setWindow(window);
    this.drawCursor();
    this.showReadout();
    const readout = speak ? this.currentReadout() : null;
    if (readout !== null) setText(this.live, spoken(readout));
  }

  private currentReadout(): Readout | null {
    if (this.cursor === null || this.points === null) return null;
    return readoutOf(this.points, this.cursor, this.picture?.fit ?? null);
  }

  private showReadout(): void {
    const readout = this.currentReadout();
    if (readout === null) {
      setText(
        this.readout,
        (this.points?.lines ?? null) === null ? '' : 'click a point to open its line in the log',
      );
      return;
    }
    const pair = (name: string, value: string | null) =>
      value === null ? [] : [el('span', { class: 'pair' }, `${name} `, el('b', {}, value))];
    this.readout.replaceChildren(
      ...pair('step', readout.step),
      ...pair('reward', readout.reward),
      ...pair('fit', readout.fit),
      ...(readout.offset === null ? [] : [el('span', { class: 'pair' }, readout.offset)]),
      ...(readout.line === null ? [] : [el('span', { class: 'pair muted' }, readout.line)]),
    );
  }

  private drawCursor(): void {
    if (this.view === null) return;
    const x = this.currentStep();
    const y = this.cursor === null ? undefined : this.points?.rewards[this.cursor];
    this.cursorLayer.draw(x === null || y === undefined ? null : { x, y }, this.view, this.palette);
  }

  private reveal(): void {
    const line = this.cursor === null ? undefined : this.points?.lines?.[this.cursor];
    if (line !== undefined) this.events.reveal(line);
  }
}

function describe(points: PanelPoints, picture: Picture): string {
  const count = `Reward by step, ${formatCount(points.steps.length)} points`;
  const fit = picture.fit === null ? '' : `, with the ${picture.fit.label} fit`;
  const plateau = picture.plateau === null ? '' : `, plateau ${picture.plateau.label}`;
  const bands = picture.bands === null ? '' : ', with 95 % bands of its mean and of single rows';
  const forecast = picture.markers.find(({ kind }) => kind === 'horizon');
  return `${count}${fit}${bands}${plateau}${forecast === undefined ? '' : `, ${forecast.label}`}`;
}
