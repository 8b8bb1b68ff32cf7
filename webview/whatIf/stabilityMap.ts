import { t } from '@vscode/l10n';
import { stabilityCurves, type StabilityCurves } from '../../src/dynamics/whatIf/stabilityCurves';
import { formatCount, formatNumber } from '../../src/report/formatNumber';
import type { WhatIf } from '../../src/report/whatIfOf';
import { svg } from '../dom';
import { axes, drawing, FRAME, label, line, polyline, scale, text } from './frame';
import { decades, doublings, mapHeight, mapWidth } from './mapScale';
import type { Outcome } from './outcome';

type Place = (value: number) => number;

/** The map's scales: both axes are logarithmic. */
interface Scales {
  readonly x: Place;
  readonly y: Place;
}

/** The thresholds over the refresh interval; kept, as they depend on momentum alone while other sliders move. */
export class MapCurves {
  private key = '';
  private kept: StabilityCurves | null = null;

  /** Of one momentum, up to a refresh interval. */
  at(beta: number, asyncLag: number, most: number): StabilityCurves {
    const key = [beta, asyncLag, most].join(' ');
    if (this.kept === null || key !== this.key) this.kept = stabilityCurves(beta, asyncLag, most);
    this.key = key;
    return this.kept;
  }
}

/** Refresh interval × stiffness with both thresholds, the run and the choice; null where no threshold is known. */
export class StabilityMap {
  private readonly own = new MapCurves();
  private readonly other = new MapCurves();

  draw({ run }: WhatIf, own: Outcome, now: Outcome, words: string): SVGElement | null {
    const { settings } = run;
    if (settings === null || own.margin === null || now.choice.beta === null) return null;
    const most = mapWidth(own, now);
    const curves = this.own.at(settings.beta, settings.asyncLag, most);
    const range = mapHeight(curves, own);
    const x = logScale(1, most, FRAME.left, FRAME.right);
    const y = logScale(range[0], range[1], FRAME.bottom, FRAME.top);
    const moved =
      now.choice.beta === settings.beta
        ? []
        : curvesOf(this.other.at(now.choice.beta, settings.asyncLag, most), { x, y }, ' wi-moved');
    const parts = [
      ...axes(
        FRAME,
        {
          ticks: doublings(most).map((K) => ({ at: x(K), text: formatCount(K) })),
          title: t('refresh every … optimizer steps'),
        },
        {
          ticks: decades(range).map((k) => ({ at: y(k), text: formatNumber(k, 1) })),
          title: t('stiffness k, per optimizer step'),
        },
      ),
      svg(
        'g',
        { 'clip-path': 'url(#wi-map-area)' },
        region(curves, { x, y }),
        ...curvesOf(curves, { x, y }, ''),
        ...moved,
      ),
      ...regionNames(curves, { x, y }),
      ...marks(own, now, { x, y }),
    ];
    return drawing('wi-map', t('Stability map'), words, parts);
  }
}

function logScale(low: number, high: number, from: number, to: number): Place {
  const place = scale(Math.log(low), Math.log(high), from, to);
  return (value) => Math.min(4000, Math.max(-4000, place(Math.log(value))));
}

function through(
  { intervals }: StabilityCurves,
  heights: readonly number[],
  { x, y }: Scales,
): (readonly [number, number])[] {
  return intervals.map((K, i) => [x(K), y(heights[i])] as const);
}

function curvesOf(curves: StabilityCurves, scales: Scales, more: string): SVGElement[] {
  return [
    polyline(`wi-threshold${more}`, through(curves, curves.threshold, scales)),
    polyline(`wi-onset${more}`, through(curves, curves.onset, scales)),
  ];
}

/** Where swings grow: all above the threshold. */
function region(curves: StabilityCurves, scales: Scales): SVGElement {
  const edge = through(curves, curves.threshold, scales);
  const ring = [...edge, [FRAME.right, FRAME.top] as const, [FRAME.left, FRAME.top] as const];
  return svg('polygon', {
    class: 'wi-unstable',
    points: ring.map(([a, b]) => `${text(a)},${text(b)}`).join(' '),
  });
}

/** The names stand where each region is widest: growing swings top right, settling bottom left, swings between. */
function regionNames({ intervals, threshold, onset }: StabilityCurves, { x, y }: Scales): SVGElement[] {
  const inside = (at: number): number => Math.min(FRAME.bottom - 6, Math.max(FRAME.top + 14, at));
  const i = intervals.findIndex((K) => K >= 2);
  const [upper, lower] = [inside(y(threshold[i])), inside(y(onset[i]))];
  return [
    label(FRAME.right - 6, FRAME.top + 14, t('swings grow'), 'end', 'wi-region'),
    label(x(1) + 6, (upper + lower) / 2 + 4, t('swings, then settles'), 'start', 'wi-region'),
    label(x(1) + 6, FRAME.bottom - 8, t('settles without a swing'), 'start', 'wi-region'),
  ];
}

/** Baseline of a point's name, below the point. */
const NAME_BELOW = 16;
const NAME_ABOVE = -8;

const MARK_WORDS = { run: () => t('run'), now: () => t('what if') } as const;

/** The run and, where anything was moved, the choice: the upper one has its name above it, the lower one below. */
function marks(own: Outcome, now: Outcome, scales: Scales): SVGElement[] {
  if (own.choice === now.choice) return mark(own, scales, 'run', NAME_BELOW);
  const isStiffer = (now.margin?.stiffness?.value ?? 0) >= (own.margin?.stiffness?.value ?? 0);
  const [ofRun, ofNow] = isStiffer ? [NAME_BELOW, NAME_ABOVE] : [NAME_ABOVE, NAME_BELOW];
  return [...mark(now, scales, 'now', ofNow), ...mark(own, scales, 'run', ofRun)];
}

/** A point with the interval of k as a bar; a dotted line over all stiffnesses where k is not known. */
function mark(
  { choice, margin }: Outcome,
  { x, y }: Scales,
  kind: 'run' | 'now',
  drop: number,
): SVGElement[] {
  if (choice.refreshInterval === null || margin === null) return [];
  const at = x(choice.refreshInterval);
  const inside = (place: number): number => Math.min(FRAME.bottom, Math.max(FRAME.top, place));
  const isLeft = at > FRAME.right - 70;
  const name = (place: number): SVGElement =>
    label(
      isLeft ? at - 9 : at + 9,
      place,
      MARK_WORDS[kind](),
      isLeft ? 'end' : 'start',
      `wi-name wi-name-${kind}`,
    );
  if (margin.stiffness === null)
    return [
      svg('line', line(`wi-bar wi-bar-${kind} wi-unknown`, [at, FRAME.top], [at, FRAME.bottom])),
      name(kind === 'run' ? FRAME.bottom - 26 : FRAME.bottom - 42),
    ];
  const { value, interval } = margin.stiffness;
  const [low, high] = interval ?? [null, null];
  const middle = inside(y(value));
  const ends = [low === null ? FRAME.bottom : inside(y(low)), high === null ? FRAME.top : inside(y(high))];
  return [
    svg('line', line(`wi-bar wi-bar-${kind}`, [at, ends[0]], [at, ends[1]])),
    ...ends.map((end) => svg('line', line(`wi-bar wi-bar-${kind}`, [at - 4, end], [at + 4, end]))),
    kind === 'run'
      ? svg('circle', { class: 'wi-mark-run', cx: text(at), cy: text(middle), r: '5' })
      : svg('path', { class: 'wi-mark-now', d: `M${text(at)} ${text(middle - 7)}l7 7l-7 7l-7 -7z` }),
    name(middle + drop),
  ];
}
