import type { AnalyseOptions } from '../../../src/analysis/options';
import type { Family, Scenario, Truth } from '../../../src/bandit/scenarios/scenario';
import { scenarioLog } from '../../../src/bandit/scenarios/scenarioLog';
import { trainScenario } from '../../../src/bandit/scenarios/truth';
import { fitRun } from '../../../src/analysis/fitRun';
import { findingsOf, judgementsOf } from '../../../src/diagnosis/diagnose';
import { FAILURE_MODES, type FailureMode, type Finding } from '../../../src/diagnosis/finding';
import type { Judgement } from '../../../src/diagnosis/judgement';
import { MemorySource } from '../../../src/logs/memorySource';
import { readLog } from '../../../src/logs/readLog';
import { buildRuns } from '../../../src/run/buildRuns';
import type { Run } from '../../../src/run/run';

/** One run with its truth and our verdicts: all a table needs. */
export interface ScoredRun {
  readonly id: string;
  readonly family: Family | 'real';
  readonly shape: string;
  /** Last step of the log. */
  readonly span: number;
  readonly truth: Readonly<Record<FailureMode, Truth>>;
  /** Whether the log has the columns that decide. */
  readonly isDecidable: Readonly<Record<FailureMode, boolean>>;
  readonly findings: readonly Finding[];
  /** What the findings were made from; absent for real runs, which nothing is tuned on. */
  readonly judgements?: ReadonlyMap<FailureMode, Judgement>;
  /** Steps from the first prefix in which the failure is named to the collapse; null where there is none. */
  readonly lead: number | null;
  /** Steps from where the finding is placed to the collapse; null where there is none, or it was missed. */
  readonly placed: number | null;
  /** What the controls may look at. */
  readonly features: Readonly<Record<Control, number>>;
}

/** The three controls: each sees one number of the log. */
export const CONTROLS = ['step index', 'reward', 'entropy'] as const;

/** One control's name. */
export type Control = (typeof CONTROLS)[number];

/** Trains, logs, reads and diagnoses one scenario, as a user's log would be. */
export async function scoreScenario(scenario: Scenario, withLead: boolean): Promise<ScoredRun> {
  const trained = trainScenario(scenario);
  const text = scenarioLog(trained);
  const options = optionsOf(scenario);
  const run = await runOf(text, options);
  const { family, shape, id } = scenario;
  const judgements = await judged(run);
  const findings = findingsOf(run, judgements);
  return {
    id,
    family,
    shape,
    span: run.reward.steps[run.reward.steps.length - 1],
    truth: trained.truth,
    isDecidable: decidable(scenario),
    findings,
    judgements,
    placed: placedBefore(family, trained.collapseAt, trained.truth, findings),
    lead: withLead ? await leadOf(text, options, family, trained.collapseAt, trained.truth, findings) : null,
    features: featuresOf(run),
  };
}

/** A run segmented, fitted and judged as `analyse` does it. */
async function judged(run: Run): Promise<ReadonlyMap<FailureMode, Judgement>> {
  const { fits, assessment, segmentation } = await fitRun(run, () => Promise.resolve());
  return judgementsOf(run, fits, assessment, segmentation);
}

/** Number of steps, level of the reward and of the entropy at the end. */
function featuresOf({ reward, series }: Run): ScoredRun['features'] {
  return {
    'step index': reward.steps[reward.steps.length - 1],
    reward: tailOf(reward.values),
    entropy: tailOf(series.get('entropy')?.values),
  };
}

/** Mean of the last tenth of a column; NaN without one. */
export function tailOf(values: Float64Array | undefined): number {
  const last = values?.subarray(-Math.max(3, Math.round(values.length / 10))) ?? new Float64Array();
  return last.length === 0 ? NaN : last.reduce((sum, value) => sum + value / last.length, 0);
}

function optionsOf({ logging, run }: Scenario): AnalyseOptions {
  if (!logging.settingsKnown) return {};
  const [phase] = run.phases;
  const beta1 = run.optimizer.kind === 'adam' ? run.optimizer.beta1 : run.optimizer.beta;
  return {
    groupSize: phase.groupSize,
    refreshInterval: phase.refreshInterval,
    asyncLag: phase.asyncLag,
    beta1,
    optimizer: run.optimizer.kind === 'adam' ? 'adam' : 'sgd',
    stepUnit: 'update',
  };
}

async function runOf(text: string, options: AnalyseOptions): Promise<Run> {
  const raw = await readLog(new MemorySource('metrics.jsonl', text), options, {});
  return buildRuns(raw, options)[0];
}

function decidable({ logging, run }: Scenario): ScoredRun['isDecidable'] {
  const [phase] = run.phases;
  const hasEval = run.evalEvery > 0 && !logging.missing.has('evalReward');
  return {
    'reward-hacking': hasEval || phase.answer(phase.prompts[0], 0).parts !== undefined,
    'advantage-degeneracy': !logging.missing.has('zeroStdFraction'),
    'policy-concentration': !logging.missing.has('entropy'),
    'dynamical-instability': true,
  };
}

function placedBefore(
  family: Family,
  collapseAt: number | null,
  truths: ScoredRun['truth'],
  findings: readonly Finding[],
): number | null {
  const found = findings.find(({ mode, verdict }) => mode === family && verdict === 'present');
  if (family === 'healthy' || truths[family].verdict !== 'present') return null;
  const step = found?.step ?? null;
  return collapseAt === null || step === null ? null : collapseAt - step;
}

/** Prefixes looked at between the start of the failure and the end of the run. */
const PREFIXES = 10;

async function leadOf(
  text: string,
  options: AnalyseOptions,
  family: Family,
  collapseAt: number | null,
  truths: ScoredRun['truth'],
  findings: readonly Finding[],
): Promise<number | null> {
  const mode = FAILURE_MODES.find((name) => name === family);
  const truth = mode === undefined ? undefined : truths[mode];
  if (mode === undefined || collapseAt === null || truth?.verdict !== 'present') return null;
  if (findings.find((finding) => finding.mode === mode)?.verdict !== 'present') return null;
  const run = await runOf(text, options);
  const last = run.reward.steps[run.reward.steps.length - 1];
  for (let i = 1; i < PREFIXES; i++) {
    const until = Math.round(truth.onset + ((last - truth.onset) * i) / PREFIXES);
    const named = (await judged(await runOf(text, { ...options, until }))).get(mode);
    if (named?.verdict === 'present') return collapseAt - until;
  }
  return collapseAt - last;
}
