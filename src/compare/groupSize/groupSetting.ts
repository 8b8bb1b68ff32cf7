import { t } from '@vscode/l10n';
import { isSgd } from '../../report/stiffnessNotes';
import type { RunConfig } from '../../run/run';
import { commaList } from '../../run/listInWords';
import { numberIn } from '../../run/runConfig';
import type { FittedRun } from '../fittedRun';
import { sameSetting } from '../sameSetting';
import { settingName } from '../settingName';
import type { AdvantageRule } from './groupDrift';

/** What two runs of different G tell of what the laws need. */
export interface GroupSetting {
  readonly groupSizes: readonly [number, number];
  readonly prompts: readonly [number | null, number | null];
  readonly sgd: boolean;
  /** True where a run does not name its optimizer. */
  readonly assumed: boolean;
  readonly advantages: AdvantageRule | 'unknown';
  /** Whether a KL term pulls back; null where it is not known. */
  readonly hasKl: boolean | null;
  /** Why the laws do not hold between these runs; null where they do. */
  readonly because: string | null;
}

/** Settings that the laws hold constant. */
const HELD = ['learningRate', 'beta1', 'optimizer', 'advantageStd', 'advantageEstimator', 'model'] as const;

/**
 * The setting of a pair whose runs differ in G.
 *
 * @param a one run
 * @param b the other
 * @returns the setting; null where the group sizes are not known, are below 2 or are the same
 */
export function groupSetting(a: FittedRun, b: FittedRun): GroupSetting | null {
  const configs = [a.run.config, b.run.config] as const;
  const [first, second] = configs.map((config) => numberIn(config, 'groupSize') ?? 0);
  if (first < 2 || second < 2 || first === second) return null;
  const other = HELD.filter((name) => sameSetting(name, a.run, b.run) === false);
  return {
    groupSizes: [first, second],
    prompts: [numberIn(configs[0], 'promptsPerBatch'), numberIn(configs[1], 'promptsPerBatch')],
    sgd: configs.every(isSgd),
    assumed: configs.some((config) => !config.has('optimizer')),
    advantages: ruleOf(configs[0]),
    hasKl: klOf(configs),
    because: other.length === 0 ? null : t('the runs also differ in {0}', commaList(other.map(settingName))),
  };
}

/**
 * Answers a step, second over first: B·G where both tell B, else G.
 *
 * @param setting the pair's setting
 * @returns the ratio with and without G
 */
export function batchRatio({ groupSizes: [g, h], prompts: [b, c] }: GroupSetting): {
  readonly whole: number;
  readonly withoutGroups: number;
} {
  const withoutGroups = b === null || c === null ? 1 : c / b;
  return { whole: (withoutGroups * h) / g, withoutGroups };
}

/** The drift of estimators other than GRPO's and RLOO's is not in the theory. */
function ruleOf(config: RunConfig): AdvantageRule | 'unknown' {
  const estimator = config.get('advantageEstimator')?.value;
  if (estimator === 'rloo') return 'leave-one-out';
  if (estimator !== undefined && estimator !== 'grpo') return 'unknown';
  const std = config.get('advantageStd')?.value;
  return std === 'group' ? 'group-std' : std === 'none' ? 'group-mean' : 'unknown';
}

function klOf(configs: readonly RunConfig[]): boolean | null {
  const weights = configs.map((config) => numberIn(config, 'klCoefficient'));
  if (weights.some((weight) => weight === null)) return null;
  return weights.every((weight) => weight === 0) ? false : weights[0] === weights[1] ? true : null;
}
