import { t } from '@vscode/l10n';
import { columnOrigin } from './config/origin';
import { LogError } from '../logs/logError';
import type { LogTable, RawLog } from '../logs/logTable';
import { brokenMetrics } from './brokenMetrics';
import { chooseMetrics } from './chooseMetrics';
import { chooseReward } from './chooseReward';
import { chooseStep } from './chooseStep';
import type { StepChoice } from './chooseStep';
import type { Column } from './column';
import { separateEvaluationRows } from './evaluationRows';
import { findForwardFill } from './forwardFill';
import { candidatesFor, readMeaning } from './meaning';
import type { Meaning } from './meaning';
import type { MetricName } from './metricName';
import { sortRewardRows } from './rewardRows';
import type { RewardRows } from './rewardRows';
import type { Dropped, Run, Series, Sourced } from './run';
import { numberIn, runConfigOf } from './runConfig';
import type { RunSettings } from './runConfig';
import { marksOf } from './runMarks';
import { runNotes } from './runNotes';
import type { RunOptions } from './runOptions';
import type { Arm } from './splitArms';
import { steplessNotes } from './stepless';
import { applyStepRule, followResumes } from './stepRule';
import type { StepRuleResult, StepSeries } from './stepRule';
import { stepUnitOf } from './stepUnit';
import { unavailableMetrics } from './unavailable';

/** What the rewards are read from, and what the step rule made of the rows. */
function rewardSeries(raw: RawLog, table: LogTable, meaning: Meaning, options: RunOptions) {
  const reward = chooseReward(raw.path, meaning, options.metric);
  const step = chooseStep(raw.path, meaning, reward.column, options.step);
  const rows = sortRewardRows(table, reward.column, step?.column ?? null);
  if (rows.finite === 0) throw nothingFinite(raw, reward.column, rows);
  const { until = Infinity } = options;
  const ruled = applyStepRule(rows.rows, rows.steps, rows.values);
  const series = toSeries(table, ruled.series, until);
  if (series.steps.length === 0) throw beforeStart(raw, ruled, until);
  return { reward, step, rows, until, ruled, series };
}

/**
 * One run from one table: which columns are meant, the step rule, the series. Throws a `LogError` (`no-reward`,
 * `unknown-metric`, `bad-option`) where there is no finite reward to fit.
 */
export function buildRun(raw: RawLog, arm: Arm, options: RunOptions): Run {
  const table = separateEvaluationRows(arm.table);
  const meaning = readMeaning(raw.format, table);
  const { reward, step, rows, until, ruled, series } = rewardSeries(raw, table, meaning, options);
  const fill = fillOf(series);
  const config = configOf(raw, meaning, step, options);
  const metrics = chooseMetrics(meaning, reward.column, numberIn(config.facts, 'groupSize'));
  const others = otherSeries(table, metrics.columns, rows, ruled, until);
  const keys = keysOf(reward.column, step, metrics.columns, others);
  const unavailable = unavailableMetrics(others, config.facts);
  const { format } = raw;
  const stepUnit = askedUnit(options) ?? stepUnitOf({ format, meaning, keys, config, reward: ruled.series });
  return {
    path: raw.path,
    format,
    name: arm.name,
    rows: table.rowCount,
    stepUnit,
    dropped: droppedOf(raw, table, reward.column, rows, ruled, fill.copies),
    metrics: keys,
    rewardColumns: reward.plausible,
    reward: series,
    fresh: fill.fresh,
    series: others,
    evaluations: otherSeries(table, metrics.evaluations, rows, ruled, until),
    unavailable,
    marks: marksOf(table, rows.nonFinite, ruled.resumes, until),
    broken: brokenMetrics(table, metrics.columns, rows.stepOf).filter(({ step }) => (step ?? 0) <= until),
    config: config.facts,
    notes: [
      ...[...raw.notes, ...runNotes({ raw, table, rows, ruled, ...fill, until })],
      ...[...reward.notes, ...metrics.notes, ...config.notes],
      ...steplessNotes(metrics.columns.values(), rows.stepOf),
      ...silentColumns(unavailable, keys),
    ],
  };
}

function silentColumns(unavailable: Run['unavailable'], keys: Run['metrics']): string[] {
  return [...unavailable].map(([name, why]) => t('{0} says nothing: {1}.', keys.get(name) ?? name, why));
}

function droppedOf(
  raw: RawLog,
  table: LogTable,
  reward: Column,
  rows: RewardRows,
  ruled: StepRuleResult,
  copies: number,
): Dropped {
  return {
    malformed: raw.malformed,
    nonFinite: rows.nonFinite.length,
    noReward: table.rowCount - reward.rows.length,
    noStep: rows.noStep,
    averaged: ruled.averaged,
    replacedByResume: ruled.replaced,
    forwardFilled: copies,
  };
}

interface Fill {
  readonly fresh: Int32Array | null;
  readonly stride: number;
  readonly copies: number;
}

function fillOf({ values }: Series): Fill {
  const found = findForwardFill(values);
  if (found === null) return { fresh: null, stride: 1, copies: 0 };
  return { ...found, copies: values.length - found.fresh.length };
}

/** Names only what has values. */
function keysOf(
  reward: Column,
  step: StepChoice | null,
  columns: ReadonlyMap<MetricName, Column>,
  series: ReadonlyMap<MetricName, Series>,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>([['reward', reward.key]]);
  if (step !== null) keys.set('step', step.column.key);
  for (const [name, column] of columns) if (series.has(name)) keys.set(name, column.key);
  return keys;
}

function otherSeries<Name>(
  table: LogTable,
  columns: ReadonlyMap<Name, Column>,
  rows: RewardRows,
  ruled: StepRuleResult,
  until: number,
): ReadonlyMap<Name, Series> {
  const all = new Map<Name, Series>();
  for (const [name, column] of columns) {
    const series = toSeries(table, followResumes(column, rows.stepOf, ruled.resumes), until);
    if (series.steps.length > 0) all.set(name, series);
  }
  return all;
}

function toSeries(table: LogTable, series: StepSeries, until: number): Series {
  const beyond = until === Infinity ? -1 : series.steps.findIndex((step) => step > until);
  const count = beyond < 0 ? series.steps.length : beyond;
  const rows = series.rows.subarray(0, count);
  const isEveryRow = count === table.rowCount;
  const place = (list: Int32Array | null): Int32Array | null =>
    list === null || isEveryRow ? list : rows.map((row) => list[row] ?? 0);
  return {
    steps: series.steps.subarray(0, count),
    values: series.values.subarray(0, count),
    lines: place(table.lines),
    columns: place(table.columns),
  };
}

function configOf(raw: RawLog, meaning: Meaning, step: StepChoice | null, options: RunOptions): RunSettings {
  return runConfigOf({
    raw,
    columns: meaning.table.numbers,
    learningRate: candidatesFor(meaning, 'learning_rate').at(0)?.column,
    plannedSteps: planned(step),
    stack: meaning.stack,
    options,
  });
}

function askedUnit({ stepUnit, origins }: RunOptions): Sourced<'update' | 'rollout'> | null {
  return stepUnit === undefined ? null : { value: stepUnit, from: origins?.get('stepUnit') ?? '--step-unit' };
}

function planned(step: StepChoice | null): Sourced<number> | null {
  if (step === null) return null;
  const { most } = step;
  return most === null ? null : { value: most, from: columnOrigin(step.column.key), kind: 'log' };
}

function nothingFinite(raw: RawLog, reward: Column, rows: RewardRows): LogError {
  const why =
    rows.noStep > 0 ? t('{0} rows of it have no step', rows.noStep) : t('all its values are NaN or infinite');
  return new LogError({
    kind: 'no-reward',
    path: raw.path,
    reason: t('column "{0}" has no value to fit: {1}', reward.key, why),
    remedy: t('name another column with --metric, or another step with --step'),
  });
}

function beforeStart(raw: RawLog, ruled: StepRuleResult, until: number): LogError {
  return new LogError({
    kind: 'bad-option',
    path: raw.path,
    reason: t(
      'no reward up to step {0}, the first is at step {1}',
      ...[until, String(ruled.series.steps.at(0))],
    ),
    remedy: t('give a later --until'),
  });
}
