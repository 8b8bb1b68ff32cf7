import { t } from '@vscode/l10n';
import { evaluateCurve } from '../../src/dynamics/evaluateCurve';
import type { CurveName } from '../../src/dynamics/fit';
import type { PanelPoints } from '../../src/protocol';
import { alongTrack } from '../../src/report/alongTrack';
import type { CurvePicture } from '../../src/report/curvePicture';
import { formatNumber, formatStep } from '../../src/report/formatNumber';
import { plainText } from '../../src/report/plainText';
import type { Quantity, Report } from '../../src/report/report';
import { quantityText } from '../quantityText';
import { CURVE_LABELS } from '../words';
import type { DrawnCurve, DrawnCut, DrawnPlateau, Marker, Picture, Point } from './drawnPicture';
import { drawnBands } from './drawnBands';
import { fittedCurve, type FittedCurve } from './fittedCurve';
import { drawnFindings } from './drawnFindings';
import { extent, padded, type Range } from './range';
import { pointsOf } from './trackPoints';

/** Room left and right of the points, so that none is cut in half. */
const EDGE_SHARE = 0.012;
/** Steps beyond the last row that are shown at most, as a share of the run: further on the data would be squeezed. */
const AHEAD_SHARE = 0.5;
/** A plateau further off than this share of the data's height is pointed at, not drawn to scale. */
const REACH_SHARE = 0.8;
/** Pieces a curve is drawn in: below a pixel each at 1400. */
const PIECES = 480;

const STEP_TITLES = {
  update: () => t('step (optimizer updates)'),
  rollout: () => t('step (rollout batches)'),
  unknown: () => t('step (as logged)'),
} as const;

function reaches95At(report: Report): number | null {
  const rise = report.interpretation.riseTime95;
  return rise === null ? null : report.segment.first + rise.value;
}

/**
 * The last step the picture shows: the last row, or further on while 95 % of the rise is still to come or a forecast
 * is made.
 */
function horizonOf(points: PanelPoints, report: Report | null, curve: CurvePicture | null): number {
  const [first, last] = extent(points.steps) ?? [0, 1];
  const forecast = curve?.ahead?.kind === 'forecast' ? (report?.forecast?.atStep ?? last) : last;
  const onward = Math.max(forecast, report === null ? last : (reaches95At(report) ?? last));
  return onward <= last ? last : Math.min(last + (onward - last) * 1.05, last + (last - first) * AHEAD_SHARE);
}

function viewedHeight(
  rewards: readonly number[],
  plateau: Quantity | null,
  forecast: readonly Point[],
): Range {
  const data = extent(rewards) ?? [0, 1];
  const reach = padded(data, REACH_SHARE);
  const ends = [
    plateau?.value,
    plateau?.interval?.[0],
    plateau?.interval?.[1],
    ...forecast.map(({ y }) => y),
  ];
  const near = ends.filter((y) => typeof y === 'number').filter((y) => y >= reach[0] && y <= reach[1]);
  return padded(extent([...data, ...near]) ?? data, 0.06);
}

function sample(from: number, to: number, at: (step: number) => number | null): Point[] {
  if (to <= from) return [];
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / PIECES;
    return { x, y: at(x) ?? NaN };
  }).filter(({ y }) => Number.isFinite(y));
}

function drawNamed(
  name: CurveName | null | undefined,
  report: Report | null,
  end: number,
  picture: CurvePicture | null,
): DrawnCurve | null {
  if (report === null || name === null || name === undefined) return null;
  const curve = fittedCurve(report, name);
  if (curve !== null) return drawCurve(curve, report, end, picture);
  return picture?.curve === name ? drawTrack(picture, end) : null;
}

function drawCurve(
  { name, fit }: FittedCurve,
  report: Report,
  end: number,
  picture: CurvePicture | null,
): DrawnCurve {
  const { first, last } = report.segment;
  // Beyond its segment a curve only goes on where the segment is the run's last; a forecast says more than it.
  const goesOn =
    last >= report.source.steps.last &&
    report.interpretation.plateau !== null &&
    picture?.ahead?.kind !== 'forecast';
  const height = (step: number) => evaluateCurve(name, fit.constants, step - first);
  const at = (step: number) => (step < first || (step > last && !goesOn) ? null : height(step));
  return {
    label: CURVE_LABELS[name],
    fitted: sample(first, last, at),
    ahead: goesOn ? sample(last, end, at) : [],
    at,
  };
}

/** A curve that only the host can evaluate, on the steps it sent. */
function drawTrack({ curve, fit, ahead }: CurvePicture, end: number): DrawnCurve {
  const onward = ahead?.kind === 'fit' ? pointsOf(ahead).filter(({ x }) => x <= end) : [];
  return {
    label: CURVE_LABELS[curve],
    fitted: pointsOf(fit),
    ahead: onward,
    at: (step) => alongTrack(fit, step) ?? (ahead?.kind === 'fit' ? alongTrack(ahead, step) : null),
  };
}

/** The reward logged at the last step the fit speaks of: on the point itself, also where the curve misses it. */
function lastLogged({ steps, rewards }: PanelPoints, last: number): Marker[] {
  const row = steps.findLastIndex((step, i) => step <= last && Number.isFinite(rewards[i]));
  if (row === -1) return [];
  const label = row === steps.length - 1 ? t('last row') : t('last fitted row');
  return [{ kind: 'last', x: steps[row], y: rewards[row], label }];
}

function markersOf(points: PanelPoints, report: Report, fit: DrawnCurve | null, full: Range): Marker[] {
  const { slowStart } = report.interpretation;
  const { first, last } = report.segment;
  const place = (kind: Marker['kind'], words: (step: string) => string, x: number | null): Marker[] => {
    const y = x === null ? null : (fit?.at(x) ?? null);
    if (x === null || y === null) return [];
    const label = words(formatStep(Math.round(x)));
    return [{ kind, x, y, label: x > full[1] ? `${label} →` : label }];
  };
  return [
    ...place(
      'fastest',
      (step) => t('fastest at {0}', step),
      slowStart === null || slowStart.value <= 0 ? null : first + slowStart.value,
    ),
    ...place('rise95', (step) => t('95 % at {0}', step), reaches95At(report)),
    ...(fit === null ? [] : lastLogged(points, last)),
  ];
}

function plateauOf({ interpretation }: Report): DrawnPlateau | null {
  const { plateau } = interpretation;
  if (plateau === null) return null;
  return {
    value: plateau.value,
    interval: plateau.interval,
    label: quantityText(plateau, interpretation, { terse: true }),
  };
}

/** The picture of a run: raw points alone until a Report says more; `curve` is what the host computed for drawing. */
export function pictureOf(
  points: PanelPoints,
  report: Report | null,
  curve: CurvePicture | null = null,
): Picture {
  const end = horizonOf(points, report, curve);
  const full = padded([extent(points.steps)?.[0] ?? 0, end], EDGE_SHARE);
  const drawn = (name: CurveName | null | undefined) => drawNamed(name, report, end, curve);
  const fit = drawn(report?.interpretation.curve);
  const forecast = curve?.ahead?.kind === 'forecast' ? pointsOf(curve.ahead) : null;
  const { steps, rewards } = points;
  return {
    steps,
    rewards,
    segment: report === null ? null : [report.segment.first, report.segment.last],
    full,
    logged: extent(rewards) ?? [0, 1],
    height: viewedHeight(rewards, report?.interpretation.plateau ?? null, forecast ?? []),
    fit,
    rival: drawn(report?.interpretation.rival?.curve),
    bands: curve === null ? null : drawnBands(curve),
    forecast,
    plateau: report === null ? null : plateauOf(report),
    markers: report === null ? [] : [...markersOf(points, report, fit, full), ...horizonMarker(report, full)],
    cuts: report === null ? [] : cutsOf(report),
    findings: report === null ? [] : drawnFindings(report.findings, report.source.steps.last),
    replay: null,
    xTitle: report === null ? t('step') : STEP_TITLES[report.source.stepUnit.value](),
    yTitle: yTitleOf(report),
  };
}

/** What is forecast, at the step it is forecast for; past the edge of the chart its label still says both. */
function horizonMarker({ forecast }: Report, full: Range): Marker[] {
  if (forecast === null) return [];
  const { atStep, reward } = forecast;
  const label = t('forecast {0} at {1}', formatNumber(reward), formatStep(Math.round(atStep)));
  return [{ kind: 'horizon', x: atStep, y: reward, label: atStep > full[1] ? `${label} →` : label }];
}

const CUT_WORDS = {
  collapse: (step: string) => t('falls at {0}', step),
  stage: (step: string) => t('level changes at {0}', step),
  resume: (step: string) => t('resumed at {0}', step),
} as const;

function cutsOf({ segments }: Report): DrawnCut[] {
  return segments.flatMap(({ cut }) =>
    cut === null ? [] : [{ x: cut.step, label: CUT_WORDS[cut.kind](formatStep(cut.step)) }],
  );
}

function yTitleOf(report: Report | null): string {
  const key = report?.metrics['reward'];
  return key === undefined || key === 'reward' ? t('reward') : t('reward ({0})', plainText(key, 60));
}
