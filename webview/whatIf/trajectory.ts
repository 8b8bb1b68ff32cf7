import { t } from '@vscode/l10n';
import type { PanelPoints } from '../../src/protocol';
import type { WhatIf } from '../../src/report/whatIfOf';
import { formatStep } from '../../src/report/formatNumber';
import { niceTicks } from '../chart/niceTicks';
import { extent, type Range } from '../chart/range';
import { stepTicks } from '../chart/stepTicks';
import { svg } from '../dom';
import { formatLogged } from '../numbers';
import { axes, drawing, FRAME, polyline, scale, text } from './frame';
import type { Outcome } from './outcome';

/** Points that are drawn: the small chart is for the lines. */
const MOST_POINTS = 160;
/** Room over and under the data, as shares of its height: a swing goes past the plateau. */
const ROOM = { below: 0.1, above: 0.3 } as const;

/** The run's points thinned, its own curve, and the curve of the choice with its band. */
export function trajectoryDrawing(
  base: WhatIf,
  points: PanelPoints,
  own: Outcome,
  now: Outcome,
  words: string,
): SVGElement | null {
  const { path } = base.run;
  if (path === null || own.track === null) return null;
  const { steps } = own.track;
  const xs: Range = [steps[0], steps[steps.length - 1]];
  const ys = heights(points, own);
  const x = scale(xs[0], xs[1], FRAME.left, FRAME.right);
  const y = scale(ys[0], ys[1], FRAME.bottom, FRAME.top);
  const at = (values: readonly number[]) => values.map((value, i) => [x(steps[i]), y(value)] as const);
  const isMoved = now.track !== null && own.choice !== now.choice;
  const { reward, band } = isMoved ? now.track : own.track;
  const parts = [
    ...ticked(xs, ys, { x, y }),
    svg(
      'g',
      { 'clip-path': 'url(#wi-trajectory-area)' },
      ...dots(points, x, y),
      ...(band === null ? [] : [bandOf(at(band.low), at(band.high))]),
      ...(isMoved ? [polyline('wi-own', at(own.track.reward))] : []),
      polyline('wi-now', at(reward)),
    ),
  ];
  return drawing('wi-trajectory', t('Predicted trajectory'), words, parts);
}

type Place = (value: number) => number;

function ticked(xs: Range, ys: Range, { x, y }: { readonly x: Place; readonly y: Place }): SVGElement[] {
  const steps = stepTicks(xs, FRAME.right - FRAME.left);
  const rewards = niceTicks(ys[0], ys[1], 5);
  return axes(
    FRAME,
    { ticks: steps.map((step) => ({ at: x(step), text: formatStep(step) })), title: t('step') },
    { ticks: rewards.map((reward) => ({ at: y(reward), text: formatLogged(reward) })), title: t('reward') },
  );
}

/** Fixed while a slider moves, so that lines move and not the axis. */
function heights({ rewards }: PanelPoints, { track }: Outcome): Range {
  const [low, high] = extent([...rewards, ...(track?.reward ?? [])]) ?? [0, 1];
  const height = high - low || 1;
  return [low - ROOM.below * height, high + ROOM.above * height];
}

function dots({ steps, rewards }: PanelPoints, x: Place, y: Place): SVGElement[] {
  const every = Math.max(1, Math.ceil(steps.length / MOST_POINTS));
  return steps.flatMap((step, i) =>
    i % every !== 0 || !Number.isFinite(rewards[i])
      ? []
      : [svg('circle', { class: 'wi-point', cx: text(x(step)), cy: text(y(rewards[i])), r: '1.8' })],
  );
}

function bandOf(
  low: readonly (readonly [number, number])[],
  high: readonly (readonly [number, number])[],
): SVGElement {
  const ring = [...high, ...low.toReversed()].filter(([, at]) => Number.isFinite(at));
  const cut = (at: number): number => Math.min(4000, Math.max(-4000, at));
  return svg('polygon', {
    class: 'wi-band',
    points: ring.map(([x, at]) => `${text(x)},${text(cut(at))}`).join(' '),
  });
}
