import { t } from '@vscode/l10n';
import type { ComparedRunView } from '../../src/compareProtocol';
import type { Axis } from '../chart/axis';
import { ChartInput } from '../chart/chartInput';
import { ChartView } from '../chart/chartView';
import { amountText } from '../chart/describe';
import { heightScale, legalHeights } from '../chart/heightScale';
import type { Look } from '../chart/look';
import { onThemeChange, readPalette, type Palette } from '../chart/palette';
import type { Scene } from '../chart/scene';
import { Selection } from '../chart/selection';
import { ViewBar } from '../chart/viewBar';
import { WindowControl } from '../chart/windowControl';
import { el, setText } from '../dom';
import { Section } from '../section';
import type { ChartViewState } from '../chart/chartSection';
import { OverlayCursor } from './overlayCursor';
import { overlayLegend, type LegendRun } from './overlayLegend';
import { OverlayMemory, type OverlayDrawing } from './overlayMemory';
import { sharedKinds, type OverlayPicture } from './overlayPicture';
import { overlayScene } from './overlayScene';
import { readRunColours } from './readRunColours';

/** What the chart shows. */
export interface OverlayData {
  readonly runs: readonly ComparedRunView[];
  readonly names: readonly string[];
  /** What is read off them all, for whoever does not see it. */
  readonly answer: string;
}

/** The curves of all runs with what belongs to their axis: legend, choices, readout, keyboard and pointer. */
export class OverlaySection {
  readonly node: HTMLElement;
  private readonly plot = el('div', {
    class: 'plot',
    tabindex: '0',
    role: 'application',
    'aria-roledescription': t('chart'),
    'aria-describedby': 'overlay-how',
  });
  private readonly canvas = el('canvas', { class: 'plot-canvas', 'aria-hidden': 'true' });
  private readonly selection = new Selection();
  private readonly amount = el('p', { class: 'muted amount' });
  private readonly legend: Section<readonly LegendRun[]>;
  private readonly cursor = new OverlayCursor();
  private readonly bar: ViewBar;
  private readonly control: WindowControl;
  private readonly onView: (view: ChartViewState) => void;
  private palette: Palette = readPalette();
  private chart: ChartView | null = null;
  private data: OverlayData | null = null;
  private readonly memory = new OverlayMemory(t('step'), (picture) =>
    overlayScene(picture, t('reward'), readRunColours()),
  );
  private picture: OverlayPicture | null = null;
  private view: ChartViewState;

  constructor(view: ChartViewState, onView: (view: ChartViewState) => void) {
    this.view = view;
    this.onView = onView;
    const legend = el('ul', { class: 'legend', 'aria-label': t('Legend') });
    this.legend = new Section(legend, overlayLegend);
    this.control = this.makeControl();
    this.listen();
    this.bar = new ViewBar({
      // A window is kept in places of its axis, which say nothing on another.
      axis: (axis) => this.setView({ axis, window: null }),
      height: (height) => this.setView({ height }),
      smoothing: (smoothing) => this.setView({ smoothing }),
      zoom: (factor) => this.control.zoom(factor),
      showAll: () => this.setView({ window: null }),
    });
    this.plot.append(this.canvas, this.cursor.canvas, this.selection.node);
    this.node = el(
      'section',
      { class: 'chart', 'aria-labelledby': 'overlay-title' },
      el('h2', { id: 'overlay-title', class: 'visually-hidden' }, t('Reward curves')),
      legend,
      el('p', { id: 'overlay-how', class: 'visually-hidden' }, howText()),
      this.plot,
      el('div', { class: 'chart-foot' }, this.cursor.readout, this.amount),
      this.bar.node,
      this.cursor.live,
    );
    this.followTheme();
  }

  /** Shows runs; the cursor and all that a person has set stay as they are. */
  show(data: OverlayData): void {
    this.data = data;
    this.draw();
  }

  private makeControl(): WindowControl {
    return new WindowControl(
      {
        full: () => this.picture?.full ?? null,
        window: () => this.view.window,
        chart: () => this.chart,
        centre: () => this.cursor.step,
        set: (window) => this.setView({ window }),
      },
      this.selection,
    );
  }

  private listen(): void {
    new ChartInput({
      plot: this.plot,
      cursor: this.cursor,
      control: this.control,
      chart: () => this.chart,
      data: () => this.picture && { points: { steps: this.picture.places }, picture: { findings: [] } },
      isZoomed: () => this.view.window !== null,
      showAll: () => this.setView({ window: null }),
      moveTo: (index, speak) => this.moveTo(index, speak),
      reveal: () => this.cursor.speak(),
    });
  }

  private setView(change: Partial<ChartViewState>): void {
    this.view = { ...this.view, ...change };
    this.draw();
    this.onView(this.view);
  }

  private draw(): void {
    if (this.data === null) return;
    const { runs, names, answer } = this.data;
    const kinds = sharedKinds(runs);
    const kind = kinds.find((one) => one === this.view.axis) ?? 'step';
    const drawing = this.memory.of(this.data, kind);
    if (this.picture !== drawing.picture) this.cursor.show(drawing.picture);
    this.picture = drawing.picture;
    this.plot.setAttribute(
      'aria-label',
      `${t('Reward of {0} runs over each other', runs.length)}. ${answer}`,
    );
    this.showBar(kinds, kind, drawing.picture);
    this.legend.show(runs.map((run, place) => ({ place, name: names[place], hasFit: run.track !== null })));
    this.drawChart(drawing);
    const { drawn } = this.chart ?? { drawn: { count: 0, of: 0 } };
    setText(
      this.amount,
      amountText(
        drawn,
        runs.map(({ points }) => points),
      ),
    );
  }

  private showBar(
    kinds: readonly Axis['kind'][],
    kind: Axis['kind'],
    { logged, places }: OverlayPicture,
  ): void {
    const { smoothing } = this.view;
    const heights = legalHeights(logged);
    const height = this.heightKind(logged);
    this.bar.show({ axes: kinds, axis: kind, heights, height, smoothing, rows: places.length });
  }

  private heightKind(logged: OverlayPicture['logged']): ChartViewState['height'] {
    return heightScale(this.view.height, logged).kind;
  }

  private drawChart({ picture: { axis, logged }, scene }: OverlayDrawing<Scene>): void {
    const { smoothing, window } = this.view;
    const look: Look = { axis, height: heightScale(this.view.height, logged), smoothing, window };
    if (this.chart === null)
      this.chart = new ChartView(this.canvas, this.palette, scene, look, () => this.drawCursor());
    else this.chart.show(scene, look);
    this.drawCursor();
  }

  private drawCursor(): void {
    if (this.chart !== null) this.cursor.draw(this.chart, this.palette);
  }

  private followTheme(): void {
    onThemeChange(() => {
      this.palette = readPalette();
      this.memory.forget();
      this.chart?.recolour(this.palette);
      this.draw();
    });
  }

  /** Moves the cursor; what the keyboard did is spoken, what the pointer did is only shown. */
  private moveTo(index: number | null, speak: boolean): void {
    if (!this.cursor.put(index) && !speak) return;
    this.control.follow(this.cursor.step);
    this.drawCursor();
    if (speak) this.cursor.speak();
  }
}

function howText(): string {
  return t(
    'Left and right arrow keys step through the points of all runs, with Shift ten at a time; Home and End jump; plus, minus and zero zoom; Page Up and Page Down move what is in view; Enter says again what is there.',
  );
}
