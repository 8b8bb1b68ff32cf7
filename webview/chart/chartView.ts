import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartOptions,
  type Plugin,
  type Scale,
} from 'chart.js';
import { GUTTER, LABEL_ROW, NARROW, type Surface } from './annotations';
import { axisStyle, labelled, rewardText } from './axisStyle';
import type { Drawn, Line } from './datasets';
import { shownHeight, type Look } from './look';
import type { Palette } from './palette';
import type { Point } from './drawnPicture';
import type { Range } from './range';
import type { Scene } from './scene';
import { tickText } from './tickText';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** Pixels of the canvas, for whoever draws over it. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The one place that knows Chart.js: draws a `Scene`, maps between pixels and data. Elsewhere only its types are named. */
export class ChartView {
  /** How many of the points in view are drawn, and how many there are. */
  drawn: Drawn = { count: 0, of: 0 };
  private readonly canvas: HTMLCanvasElement;
  private palette: Palette;
  private scene: Scene;
  private look: Look;
  private chart: Chart<'line', Point[]>;
  private readonly onLayout: () => void;

  /** `onLayout` is called after every drawing, when scales or size may have changed. */
  constructor(canvas: HTMLCanvasElement, palette: Palette, scene: Scene, look: Look, onLayout: () => void) {
    this.canvas = canvas;
    this.palette = palette;
    this.scene = scene;
    this.look = look;
    this.onLayout = onLayout;
    this.chart = this.build();
  }

  /** Shows a scene in a look. Moves only what changed, without animation. */
  show(scene: Scene, look: Look): void {
    this.scene = scene;
    this.look = look;
    this.chart.data.datasets = this.datasets();
    this.chart.options = this.options();
    this.chart.update('none');
  }

  /** Chart.js takes no theme: colours are read once, so a new theme needs a new chart. */
  recolour(palette: Palette): void {
    this.palette = palette;
    this.chart.destroy();
    this.chart = this.build();
  }

  /** Frees the canvas. */
  destroy(): void {
    this.chart.destroy();
  }

  /** Pixel of a point, relative to the canvas. */
  pixelOf({ x, y }: Point): readonly [number, number] {
    return [this.pixelOfStep(x), this.scale('y').getPixelForValue(this.look.height.of(y))];
  }

  /** Pixel column of a step. */
  pixelOfStep(step: number): number {
    return this.scale('x').getPixelForValue(this.look.axis.of(step));
  }

  /** Step under a pixel column of the canvas. */
  stepAt(pixel: number): number {
    return this.look.axis.stepAt(this.scale('x').getValueForPixel(pixel) ?? NaN);
  }

  /** Where the data is drawn, relative to the canvas. */
  get area(): PlotArea {
    return this.chart.chartArea;
  }

  private scale(axis: 'x' | 'y') {
    return this.chart.scales[axis];
  }

  private build(): Chart<'line', Point[]> {
    return new Chart(this.canvas, {
      type: 'line',
      data: { datasets: this.datasets() },
      options: this.options(),
      plugins: [this.annotations()],
    });
  }

  private annotations(): Plugin<'line'> {
    return {
      id: 'annotations',
      beforeDatasetsDraw: (chart) => this.scene.under(this.surface(chart), this.heights()),
      afterDatasetsDraw: (chart) => this.scene.over(this.surface(chart), this.heights()),
      afterRender: () => this.onLayout(),
    };
  }

  /** Chart.js draws once before its constructor returns: the chart comes with the call. */
  private surface(chart: Chart): Surface {
    const { axis, height } = this.look;
    return {
      ctx: chart.ctx,
      area: chart.chartArea,
      x: (step) => chart.scales['x'].getPixelForValue(axis.of(step)),
      y: (reward) => chart.scales['y'].getPixelForValue(height.of(reward)),
      palette: this.palette,
    };
  }

  /** The heights that are in view. */
  private heights(): Range {
    return shownHeight(this.scene, this.look);
  }

  private datasets(): Line[] {
    const { lines, drawn } = this.scene.lines(this.look, this.palette);
    this.drawn = drawn;
    return lines;
  }

  private options(): ChartOptions<'line'> {
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: {
        padding: ({ chart }: { chart: Chart }) => ({
          top: this.scene.headRows(chart.width) * LABEL_ROW + 6,
          right: chart.width < NARROW ? GUTTER.narrow : GUTTER.wide,
        }),
      },
      scales: this.scales(),
    };
  }

  private scales(): NonNullable<ChartOptions<'line'>['scales']> {
    const { full, yTitle } = this.scene;
    const { axis, height, window } = this.look;
    const [low, high] = (window ?? full).map(axis.of);
    const heights = this.heights();
    const rewardTicks = height.ticks(heights);
    const style = (text: string) => axisStyle(this.palette, text);
    const [bottom, top] = heights.map(height.of);
    return {
      x: {
        ...labelled(style(axis.title), (value) => axis.text(value)),
        type: 'linear',
        min: low,
        max: high,
        afterBuildTicks: (scale) => setTicks(scale, axis.ticks(scale.min, scale.max, scale.width)),
      },
      y: {
        ...labelled(style(yTitle), (value, spacing) =>
          rewardTicks === null ? tickText(value, spacing) : rewardText(rewardTicks, height.of, value),
        ),
        type: 'linear',
        min: bottom,
        max: top,
        afterBuildTicks: (scale) => {
          if (rewardTicks !== null) setTicks(scale, rewardTicks.map(height.of));
        },
      },
    };
  }
}

/** Chart.js gives a narrow axis a single tick, and steps with decimals: ours are placed by the axis itself. */
function setTicks(scale: Scale, places: readonly number[]): void {
  scale.ticks = places.filter((at) => at >= scale.min && at <= scale.max).map((value) => ({ value }));
}
