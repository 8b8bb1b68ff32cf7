import type { AnalyseOptions } from '../analysis/options';
import { LOG_FORMATS } from '../logs/logTable';
import type { Flag, FlagValues } from './flag';
import { numberOf, textOf } from './parseFlags';

const from0 = (value: number): string | null => (value >= 0 ? null : '0 or more');
const positive = (value: number): string | null => (value > 0 ? null : 'above 0');
const share = (value: number): string | null => (value >= 0 && value < 1 ? null : 'at least 0 and below 1');
const anything = (): null => null;
const count =
  (least: number) =>
  (value: number): string | null =>
    Number.isInteger(value) && value >= least ? null : `a whole number from ${least}`;

/** The severities a finding can have, most severe first, as `--fail-on` takes them. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

/** At which severity `fit` exits 1. */
export type FailOn = (typeof FAIL_ON)[number];

/** The flags of `fit`, in the order of the help (design.md, contract 1). */
export const FIT_FLAGS: readonly Flag[] = [
  { name: 'json', kind: 'switch', help: 'print the Report as JSON: one object for one run, else an array' },
  {
    name: 'details',
    kind: 'switch',
    help: 'also print all curves, what moves the constants, and why some are missing',
  },
  {
    name: 'format',
    kind: 'choice',
    choices: LOG_FORMATS,
    value: 'NAME',
    help: `read as ${LOG_FORMATS.join(', ')} instead of recognising the content`,
  },
  { name: 'run', kind: 'text', value: 'NAME', help: 'one run of a file that holds several' },
  { name: 'metric', kind: 'text', value: 'KEY', help: "the reward's key in the log" },
  { name: 'step', kind: 'text', value: 'KEY', help: "the step's key in the log" },
  {
    name: 'step-unit',
    kind: 'choice',
    choices: ['update', 'rollout'],
    value: 'UNIT',
    help: 'what a logged step is: update (an optimizer step) or rollout (a batch of answers)',
  },
  {
    name: 'optimizer',
    kind: 'choice',
    choices: ['adam', 'sgd'],
    value: 'NAME',
    help: 'adam (assumed unless the log says otherwise) or sgd',
  },
  { name: 'beta1', kind: 'number', check: share, value: 'N', help: "momentum, or Adam's beta1" },
  {
    name: 'refresh-interval',
    kind: 'number',
    check: count(1),
    value: 'N',
    help: 'optimizer steps per rollout batch: TRL steps_per_generation × num_iterations / gradient_accumulation_steps, verl train_batch_size / ppo_mini_batch_size × ppo_epochs',
  },
  {
    name: 'async-lag',
    kind: 'number',
    check: from0,
    value: 'N',
    help: 'further steps by which the rollouts lag behind',
  },
  { name: 'group-size', kind: 'number', check: count(1), value: 'N', help: 'completions per prompt' },
  { name: 'learning-rate', kind: 'number', check: positive, value: 'N', help: 'peak learning rate' },
  { name: 'until', kind: 'number', check: anything, value: 'STEP', help: 'use the rows up to this step' },
  {
    name: 'report',
    kind: 'text',
    value: 'FILE',
    help: 'also write the Reports to FILE: .md, .html, .json, .csv or .svg (one run)',
  },
  {
    name: 'fail-on',
    kind: 'choice',
    choices: FAIL_ON,
    value: 'LEVEL',
    help: 'exit 1 at a finding of this severity: error, warning, never (default)',
  },
  { name: 'help', short: 'h', kind: 'switch', help: 'print this help' },
];

/** The analysis options among the flags; absent where not given. */
export function fitOptions(flags: FlagValues): AnalyseOptions {
  return definedOnly({
    format: textOf(flags, 'format'),
    run: textOf(flags, 'run'),
    metric: textOf(flags, 'metric'),
    step: textOf(flags, 'step'),
    stepUnit: textOf(flags, 'step-unit'),
    optimizer: textOf(flags, 'optimizer'),
    beta1: numberOf(flags, 'beta1'),
    refreshInterval: numberOf(flags, 'refresh-interval'),
    asyncLag: numberOf(flags, 'async-lag'),
    groupSize: numberOf(flags, 'group-size'),
    learningRate: numberOf(flags, 'learning-rate'),
    until: numberOf(flags, 'until'),
  });
}

/** At which severity to exit 1; never unless asked. */
export function failOn(flags: FlagValues): FailOn {
  return FAIL_ON.find((level) => level === flags.get('fail-on')) ?? 'never';
}

/** Choices were checked by `parseFlags` against the table above, so the texts are the unions' members. */
function definedOnly(options: Record<string, string | number | undefined>): AnalyseOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
