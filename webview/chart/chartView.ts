import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
  type Scale,
} from 'chart.js';
import {
  DASHES,
  drawOverlay,
  drawUnderlay,
  GUTTER,
  LABEL_ROW,
  NARROW,
  VERY_NARROW,
  type Surface,
} from './annotations';
import { drawBands } from './bandLayer';
import { decimate, lowerBound, upperBound } from './decimate';
import type { Palette } from './palette';
import type { DrawnCurve, Picture, Point } from './picture';
import type { Range } from './range';
import { stepTicks } from './stepTicks';
import { tickText } from './tickText';

Chart.register(LineController, LineElement, PointElement, LinearScale);

type Line = ChartDataset<'line', Point[]>;

/** Pixels of the canvas, for whoever draws over it. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The one place that knows Chart.js: draws a `Picture`, maps between pixels and data. Nothing else imports it. */
export class ChartView {
  /** How many of the points in view are drawn, and how many there are. */
  drawn: { readonly count: number; readonly of: number } = { count: 0, of: 0 };
  private readonly canvas: HTMLCanvasElement;
  private palette: Palette;
  private picture: Picture;
  private window: Range | null;
  private chart: Chart<'line', Point[]>;
  private readonly onLayout: () => void;

  /** `onLayout` is called after every drawing, when scales or size may have changed. */
  constructor(
    canvas: HTMLCanvasElement,
    palette: Palette,
    picture: Picture,
    window: Range | null,
    onLayout: () => void,
  ) {
    this.canvas = canvas;
    this.palette = palette;
    this.picture = picture;
    this.window = window;
    this.onLayout = onLayout;
    this.chart = this.build();
  }

  /** Shows a picture; `window` are the steps in view, null for all. Moves only what changed, without animation. */
  show(picture: Picture, window: Range | null): void {
    this.picture = picture;
    this.window = window;
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
    return [this.scale('x').getPixelForValue(x), this.scale('y').getPixelForValue(y)];
  }

  /** Step under a pixel column of the canvas. */
  stepAt(pixel: number): number {
    return this.scale('x').getValueForPixel(pixel) ?? NaN;
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
    const surface = (chart: Chart): Surface => ({
      ctx: chart.ctx,
      area: chart.chartArea,
      x: (step) => chart.scales['x'].getPixelForValue(step),
      y: (reward) => chart.scales['y'].getPixelForValue(reward),
      palette: this.palette,
    });
    return {
      id: 'annotations',
      beforeDatasetsDraw: (chart) => {
        if (this.picture.bands !== null) drawBands(surface(chart), this.picture.bands);
        drawUnderlay(surface(chart), this.picture);
      },
      afterDatasetsDraw: (chart) => drawOverlay(surface(chart), this.picture),
      afterRender: () => this.onLayout(),
    };
  }

  private datasets(): Line[] {
    const { fit, rival, forecast } = this.picture;
    return [
      // Chart.js draws the first on top.
      ...this.line(forecast ?? [], this.palette.fit, DASHES.forecast, 2.5),
      ...this.curve(fit, this.palette.fit, DASHES.fit, 2.5),
      ...this.curve(rival, this.palette.rival, DASHES.rival, 2),
      ...this.pointSets(),
    ];
  }

  /** Points of the fitted segment, and fainter those before and after it. */
  private pointSets(): Line[] {
    const { steps, rewards, segment, full } = this.picture;
    const window = this.window ?? full;
    const shown = decimate(steps, rewards, window);
    this.drawn = { count: shown.length, of: countWithin(steps, window) };
    const points = shown.map((i) => ({ x: steps[i] ?? NaN, y: rewards[i] ?? NaN }));
    const inside = ({ x }: Point) => segment === null || (x >= segment[0] && x <= segment[1]);
    return [
      this.pointSet(points.filter(inside), 1),
      this.pointSet(
        points.filter((p) => !inside(p)),
        0.5,
      ),
    ];
  }

  private pointSet(data: Point[], strength: number): Line {
    const { palette } = this;
    const crowded = this.drawn.count > 400;
    const opacity = palette.highContrast ? 1 : (crowded ? 0.42 : 0.6) * strength;
    const colour = withOpacity(palette.points, opacity);
    return {
      data,
      showLine: false,
      pointStyle: 'circle',
      pointRadius: this.drawn.count > 1200 ? 1.4 : crowded ? 1.8 : 2.4,
      pointBackgroundColor: palette.highContrast ? 'transparent' : colour,
      pointBorderColor: colour,
      pointBorderWidth: palette.highContrast ? 1 : 0,
    };
  }

  private curve(curve: DrawnCurve | null, colour: string, dash: readonly number[], width: number): Line[] {
    if (curve === null) return [];
    return [
      ...this.line(curve.fitted, colour, dash, width),
      ...this.line(curve.ahead, colour, DASHES.ahead, width),
    ];
  }

  private line(points: readonly Point[], colour: string, dash: readonly number[], width: number): Line[] {
    if (points.length === 0) return [];
    const line = { borderColor: colour, borderWidth: width, borderDash: [...dash], pointRadius: 0 };
    return [{ data: [...points], ...line }];
  }

  private options(): ChartOptions<'line'> {
    const { full, height, xTitle, yTitle } = this.picture;
    const window = this.window ?? full;
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: {
        padding: ({ chart }: { chart: Chart }) => ({
          top: (chart.width < VERY_NARROW ? 3 : 2) * LABEL_ROW + 6,
          right: chart.width < NARROW ? GUTTER.narrow : GUTTER.wide,
        }),
      },
      scales: {
        x: { ...this.axis(window, xTitle, 9), afterBuildTicks: integerTicks },
        y: this.axis(height, yTitle, 8),
      },
    };
  }

  private axis([min, max]: Range, text: string, maxTicksLimit: number) {
    const { palette } = this;
    return {
      type: 'linear' as const,
      min,
      max,
      title: { display: true, text, color: palette.text, font: { family: palette.fontFamily, size: 12 } },
      border: { color: palette.muted },
      grid: {
        color: withOpacity(palette.grid, palette.highContrast ? 0.35 : 0.18),
        tickColor: palette.muted,
      },
      ticks: {
        color: palette.muted,
        maxTicksLimit,
        maxRotation: 0,
        includeBounds: false,
        callback: (value: number | string, _: number, ticks: readonly { readonly value: number }[]) =>
          tickText(Number(value), ticks.length > 1 ? ticks[1].value - ticks[0].value : 0),
        font: { family: palette.fontFamily, size: 11 },
      },
    };
  }
}

/** Chart.js gives a narrow axis a single tick, and steps with decimals: steps are counted, not measured. */
function integerTicks(axis: Scale): void {
  axis.ticks = stepTicks([axis.min, axis.max], axis.width).map((value) => ({ value }));
}

function countWithin(steps: readonly number[], [low, high]: Range): number {
  return upperBound(steps, high) - lowerBound(steps, low);
}

/** A colour of the theme made fainter; the browser does the mixing, so every notation a theme may use works. */
function withOpacity(colour: string, opacity: number): string {
  return opacity >= 1 ? colour : `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, transparent)`;
}
