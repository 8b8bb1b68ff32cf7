import { t } from '@vscode/l10n';
import type { Estimate } from '../dynamics/estimate';
import type { FitSet } from '../dynamics/fit';
import { startsFresh } from '../dynamics/optimizerTime/startsFresh';
import type { PathBase, WhatIfRun } from '../dynamics/whatIf/whatIfRun';
import type { Run, Series } from '../run/run';
import { andList } from '../run/listInWords';
import { noteFor } from './noteFor';
import type { Report } from './report';
import { isSgd } from './stiffnessNotes';
import { whyNoStability } from './stabilityRows';

/** What a person can move, and what is told of it. */
export const WHAT_IF_PARTS = [
  'learningRate',
  'beta',
  'refreshInterval',
  'groupSize',
  'jitter',
  'margin',
  'trajectory',
] as const;

/** One part of "what if". */
export type WhatIfPart = (typeof WHAT_IF_PARTS)[number];

/** What the panel's "what if" starts from: the run, and why what cannot be told cannot. */
export interface WhatIf {
  readonly run: WhatIfRun;
  /** The run's peak learning rate; null where it is not known. */
  readonly learningRate: number | null;
  /** A reason with how to give what is missing; null where nothing is. */
  readonly missing: Readonly<Record<WhatIfPart, string | null>>;
}

/** Learning rates that are sent: a schedule is smoother than so many straight pieces can tell. */
const MOST_RATES = 2000;

/**
 * The base of "what if" (theory.md §3 to §5b say what may be known): k only where the Report claims it, thresholds where
 * momentum and refresh interval are known, laws of the group size only where the optimizer is.
 *
 * @param run the run
 * @param fits everything fitted to its segment
 * @param report its Report
 * @returns plain data for the page
 */
export function whatIfOf(run: Run, fits: FitSet, report: Report): WhatIf {
  const base: WhatIfRun = {
    optimizer: isSgd(run.config) ? 'sgd' : 'adam',
    settings: settingsOf(report),
    stiffness: stiffnessOf(report),
    groupSize: numberOf(report, 'groupSize'),
    process: report.interpretation.noise?.process ?? null,
    path: pathOf(run, fits, report),
  };
  return { run: base, learningRate: peakRate(run, report), missing: missingOf(base, run, report) };
}

function settingsOf({ stability, config }: Report): WhatIfRun['settings'] {
  const [beta, refreshInterval, asyncLag] = ['beta1', 'refreshInterval', 'asyncLag'].map((name) =>
    settingAt(config, name),
  );
  if (stability === null || typeof beta !== 'number' || typeof refreshInterval !== 'number') return null;
  return { beta, refreshInterval, asyncLag: typeof asyncLag === 'number' ? asyncLag : 0 };
}

function stiffnessOf({ stability, fits: { bound } }: Report): Estimate | null {
  if (bound === null || stability === null || stability.margin === null) return null;
  return { value: bound.constants['stiffness'], interval: bound.intervals['stiffness'] ?? null };
}

/** The bound curve where k is claimed, else a single exponential where that is what the run is read by. */
function pathOf(run: Run, fits: FitSet, report: Report): PathBase | null {
  const { interpretation, segment, source } = report;
  const isBound = stiffnessOf(report) !== null;
  const name = isBound ? 'bound' : interpretation.curve;
  const isWhole = segment.last === source.steps.last && !/^collaps/.test(interpretation.state);
  if (name === null || !isWhole || !(isBound || isOverdamped(report))) return null;
  const fit = report.fits[name];
  if (fit === null) return null;
  const estimate = (constant: string): Estimate => ({
    value: fit.constants[constant],
    interval: fit.intervals[constant] ?? null,
  });
  return {
    start: estimate('R0'),
    plateau: estimate('plateau'),
    tau: isBound ? null : estimate('tau'),
    first: segment.first,
    last: segment.last,
    fresh: startsFresh(fits.sample.first, fits.sample.window.stride),
    stepUnit: source.stepUnit.value,
    rates: name === 'exponential' ? null : ratesOf(run.series.get('learningRate')),
  };
}

/** Far from its plateau a run with a slow start is no exponential: one that is beaten says nothing of another rate. */
function isOverdamped({ interpretation: { curve, rival, plateau } }: Report): boolean {
  return (curve === 'exponential' || curve === 'scheduled') && rival === null && plateau !== null;
}

function ratesOf(series: Series | undefined): PathBase['rates'] {
  if (series === undefined) return null;
  const { length } = series.steps;
  const count = Math.min(length, MOST_RATES);
  const rows = Array.from({ length: count }, (_, i) =>
    Math.round((i * (length - 1)) / Math.max(1, count - 1)),
  );
  return { steps: rows.map((row) => series.steps[row]), values: rows.map((row) => series.values[row]) };
}

function peakRate({ series }: Run, report: Report): number | null {
  const logged = series.get('learningRate')?.values.reduce((most, rate) => Math.max(most, rate), 0) ?? 0;
  return logged > 0 ? logged : numberOf(report, 'learningRate');
}

function missingOf(base: WhatIfRun, run: Run, report: Report): WhatIf['missing'] {
  const thresholds = base.settings === null ? t('{0}.', whyNoStability(report.config)) : null;
  const stiffness = base.stiffness === null ? whyNoStiffness(report) : null;
  const path = base.path === null ? stiffness : null;
  return {
    learningRate: base.stiffness === null ? path : null,
    beta: thresholds,
    refreshInterval: thresholds,
    groupSize: whyNoGroupSize(base, run),
    jitter: base.process === null ? (noteFor(report.notes, 'noise.process') ?? t('not known.')) : null,
    margin: thresholds ?? stiffness,
    trajectory: path,
  };
}

function whyNoStiffness({ notes, config, stability }: Report): string {
  const why = noteFor(notes, 'stability.margin') ?? noteFor(notes, 'fits.bound');
  return why ?? (stability === null ? t('{0}.', whyNoStability(config)) : t('k is not known.'));
}

/** The law differs between optimizers, so an assumed one will not do. */
function whyNoGroupSize(
  { groupSize, optimizer, process, stiffness, path }: WhatIfRun,
  run: Run,
): string | null {
  const missing = [
    ...(groupSize === null ? ['--group-size'] : []),
    ...(run.config.has('optimizer') ? [] : ['--optimizer']),
  ];
  if (missing.length > 0) return t('not known: give {0}.', andList(missing));
  const tells = process !== null || (optimizer === 'adam' && (stiffness !== null || path !== null));
  return tells
    ? null
    : t('neither the noise nor the stiffness of this run is known, and nothing else follows from it.');
}

function numberOf({ config }: Report, name: string): number | null {
  const value = settingAt(config, name);
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

function settingAt(config: Report['config'], name: string): unknown {
  return Object.hasOwn(config, name) ? config[name].value : null;
}
