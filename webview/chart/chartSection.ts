import { t } from '@vscode/l10n';
import type { Replay } from '../../src/report/replayOf';
import { el, setText } from '../dom';
import { Section } from '../section';
import { Strips } from '../strips/strips';
import type { ViewState } from '../viewState';
import { ChartCursor } from './chartCursor';
import type { ChartData } from './chartData';
import { ChartInput } from './chartInput';
import { howToUse } from './chartKeys';
import { ChartView } from './chartView';
import { nearestIndex } from './cursor';
import { amountText, describe } from './describe';
import { legendItems } from './legend';
import { legendEntries, type LegendEntry } from './legendEntries';
import { withReplay } from './drawnReplay';
import { lookOf } from './look';
import { pictureScene } from './pictureScene';
import { onThemeChange, readPalette, type Palette } from './palette';
import type { Range } from './range';
import { Selection } from './selection';
import { ViewBar } from './viewBar';
import { WindowControl } from './windowControl';
import { between } from './zoom';

/** What of the page's view belongs to the chart. */
export type ChartViewState = Pick<ViewState, 'window' | 'axis' | 'height' | 'smoothing'>;

/** What the chart tells the page. */
export interface ChartEvents {
  /** A person asked for the log line behind a point. */
  readonly reveal: (line: number) => void;
  readonly viewChanged: (view: ChartViewState) => void;
  readonly moreToggled: (open: boolean) => void;
}

/** The curve with all that belongs to its axis: legend, choices, readout, small charts, keyboard and pointer. */
export class ChartSection {
  readonly node: HTMLElement;
  private readonly events: ChartEvents;
  private readonly plot = el('div', {
    class: 'plot',
    tabindex: '0',
    role: 'application',
    'aria-roledescription': t('chart'),
    'aria-label': t('Reward by step'),
    'aria-describedby': 'chart-how',
  });
  private readonly canvas = el('canvas', { class: 'plot-canvas', 'aria-hidden': 'true' });
  private readonly selection = new Selection();
  private readonly amount = el('p', { class: 'muted amount' });
  private readonly legend: Section<readonly LegendEntry[]>;
  private readonly bar: ViewBar;
  private readonly strips: Strips;
  private readonly cursor = new ChartCursor();
  private readonly control: WindowControl;
  private readonly input: ChartInput;
  private palette: Palette = readPalette();
  private chart: ChartView | null = null;
  private data: ChartData | null = null;
  private view: ChartViewState;
  private wantedStep: number | null = null;
  private replayed: { readonly step: number | null; readonly replay: Replay | null } = {
    step: null,
    replay: null,
  };

  /** `beneath` stands between the choices and the small charts. */
  constructor(events: ChartEvents, view: ChartViewState, isMoreOpen: boolean, beneath: HTMLElement) {
    this.events = events;
    const { window, axis, height, smoothing } = view;
    this.view = { window, axis, height, smoothing };
    const legend = el('ul', { class: 'legend', 'aria-label': t('Legend') });
    this.legend = new Section(legend, legendItems);
    this.control = this.makeControl();
    this.input = this.makeInput();
    this.bar = new ViewBar({
      axis: (axis) => this.setView({ axis }),
      height: (height) => this.setView({ height }),
      smoothing: (smoothing) => this.setView({ smoothing }),
      zoom: (factor) => this.control.zoom(factor),
      showAll: () => this.setView({ window: null }),
    });
    this.strips = new Strips(isMoreOpen, {
      hover: (event) => this.input.point(event),
      leave: () => this.input.leave(),
      tap: () => this.reveal(),
      moreToggled: events.moreToggled,
    });
    this.plot.append(this.canvas, this.cursor.canvas, this.selection.node);
    this.node = el(
      'section',
      { class: 'chart', 'aria-labelledby': 'chart-title' },
      el('h2', { id: 'chart-title', class: 'visually-hidden' }, t('Reward curve')),
      legend,
      el('p', { id: 'chart-how', class: 'visually-hidden' }, howToUse()),
      this.plot,
      el('div', { class: 'chart-foot' }, this.cursor.readout.node, this.amount),
      this.bar.node,
      beneath,
      this.strips.node,
      this.cursor.live,
    );
    this.followTheme();
  }

  /** Shows a run; the cursor and all that a person has set stay as they are. */
  show(data: ChartData): void {
    this.data = data;
    this.cursor.show(data);
    this.plot.setAttribute('aria-label', describe(data.points, data.picture));
    this.strips.show(data.series);
    this.draw();
    this.goToWanted();
  }

  /** Draws what would have been said at a step over the curve; null takes it away. */
  showReplay(step: number | null, replay: Replay | null): void {
    this.replayed = { step, replay };
    this.draw();
  }

  /** Puts the cursor on the point at this step and the keyboard on the chart, now or with the next points. */
  pointAt(step: number): void {
    this.wantedStep = step;
    this.goToWanted();
  }

  /** Marks the point behind a line of the log; what has the focus keeps it. */
  markLine(line: number): void {
    const lines = this.data?.points.lines ?? null;
    if (lines !== null) this.moveTo(nearestIndex(lines, line), false);
  }

  /** Shows this stretch of steps, with the cursor on `step`. */
  showStretch([from, to]: Range, step: number): void {
    if (this.data === null) return;
    this.setView({ window: between(this.data.picture.full, from, to) });
    this.pointAt(step);
    this.plot.scrollIntoView({ block: 'nearest' });
  }

  private makeControl(): WindowControl {
    return new WindowControl(
      {
        full: () => this.data?.picture.full ?? null,
        window: () => this.view.window,
        chart: () => this.chart,
        centre: () => this.cursor.step,
        set: (window) => this.setView({ window }),
      },
      this.selection,
    );
  }

  private makeInput(): ChartInput {
    return new ChartInput({
      plot: this.plot,
      cursor: this.cursor,
      control: this.control,
      chart: () => this.chart,
      data: () => this.data,
      isZoomed: () => this.view.window !== null,
      showAll: () => this.setView({ window: null }),
      moveTo: (index, speak) => this.moveTo(index, speak),
      reveal: () => this.reveal(),
    });
  }

  private goToWanted(): void {
    if (this.wantedStep === null || this.data === null) return;
    this.moveTo(this.cursor.nearest(this.wantedStep), true);
    this.wantedStep = null;
    this.plot.focus();
  }

  private setView(change: Partial<ChartViewState>): void {
    this.view = { ...this.view, ...change };
    this.draw();
    this.events.viewChanged(this.view);
  }

  private draw(): void {
    if (this.data === null) return;
    const { points, axes, heights } = this.data;
    const picture = withReplay(this.data.picture, this.replayed.step, this.replayed.replay);
    const look = lookOf(this.data, this.view);
    const rows = points.steps.length;
    const { smoothing } = look;
    this.bar.show({
      axes: axes.map(({ kind }) => kind),
      axis: look.axis.kind,
      heights,
      height: look.height.kind,
      smoothing,
      rows,
    });
    this.legend.show(legendEntries(picture, smoothing, rows));
    const scene = pictureScene(picture);
    if (this.chart === null) {
      this.chart = new ChartView(this.canvas, this.palette, scene, look, () => this.afterDrawing());
      // It has drawn before there was a chart to ask for its scales.
      this.afterDrawing();
    } else this.chart.show(scene, look);
    setText(this.amount, amountText(this.chart.drawn, [points]));
  }

  /** What lies on the chart's scales follows them. */
  private afterDrawing(): void {
    const { chart, data, palette } = this;
    if (chart === null || data === null) return;
    const { left, right } = chart.area;
    this.strips.draw({
      left,
      right,
      window: this.view.window ?? data.picture.full,
      pixelOf: (step) => chart.pixelOfStep(step),
      smoothing: this.view.smoothing,
      findings: data.picture.findings,
      palette,
    });
    this.drawCursor();
  }

  private drawCursor(): void {
    if (this.chart === null || this.data === null) return;
    this.cursor.draw(this.chart, lookOf(this.data, this.view), this.palette);
    this.strips.point(this.cursor.step);
  }

  private followTheme(): void {
    onThemeChange(() => {
      this.palette = readPalette();
      this.chart?.recolour(this.palette);
      this.afterDrawing();
    });
  }

  /** Moves the cursor; what the keyboard did is spoken, what the pointer did is only shown. */
  private moveTo(index: number | null, speak: boolean): void {
    if (!this.cursor.put(index) && !speak) return;
    const { step } = this.cursor;
    this.control.follow(step);
    this.drawCursor();
    if (speak && step !== null) this.cursor.speak(this.strips.spokenAt(step));
  }

  private reveal(): void {
    const { line } = this.cursor;
    if (line !== null) this.events.reveal(line);
  }
}
