import { t } from '@vscode/l10n';
import type { LogFormat } from '../logs/logTable';
import type { Column } from './column';
import type { Meaning } from './meaning';
import type { Sourced, StepUnit } from './run';
import type { RunSettings } from './runConfig';
import { lineageOf } from './stack';
import type { StepSeries } from './stepRule';
import { stepUnitByRewards } from './stepUnitByRewards';

/** Stacks that log one row per rollout batch, which holds K optimizer updates (log-formats.md §25.12). */
const ROLLOUT = new Set([
  'verl',
  'easyr1',
  'openrlhf',
  'nemo-rl',
  'prime-rl',
  'areal',
  'skyrl',
  'roll',
  'tinker-cookbook',
  'rllm',
]);

/** What the unit of a step is told from. */
export interface StepUnitClues {
  readonly format: LogFormat;
  readonly meaning: Meaning;
  /** The log's own keys by canonical name. */
  readonly keys: ReadonlyMap<string, string>;
  readonly config: RunSettings;
  /** The rewards after the step rule. */
  readonly reward: Pick<StepSeries, 'steps' | 'values'>;
}

/**
 * What one logged step is: what the log's stack logs, else what the stack of the configuration beside it logs, else what
 * the rewards allow, else unknown. TRL's names alone prove nothing (own trainers borrow them, and its arguments with them);
 * its Trainer shows itself by the carrier or by the fraction of an `epoch` it adds to every row.
 */
export function stepUnitOf(clues: StepUnitClues): Sourced<StepUnit> {
  const told = unitOfLog(clues);
  if (told.value !== 'unknown') return told;
  return unitOfConfig(clues) ?? unitOfRewards(clues) ?? told;
}

function unitOfLog({ format, meaning, keys }: StepUnitClues): Sourced<StepUnit> {
  const { stack } = meaning;
  const stepKey = keys.get('step') ?? null;
  if (stack === null) return unitOfReward(meaning, keys.get('reward') ?? '');
  if (lineageOf(stack).includes('transformers')) return trainerUnit(format, meaning, stack);
  return unitOfStack(stack, stepKey) ?? unsaid(stack, stepKey);
}

/** A stack's own rule; null where it counts in several ways and the step's key does not say which. */
function unitOfStack(stack: string, stepKey: string | null): Sourced<StepUnit> | null {
  if (stack === 'torchtune')
    return { value: 'update', from: t('torchtune logs one row per optimizer update') };
  if (stack === 'slime') return slimeUnit(stepKey);
  if (stack === 'open-instruct' && stepKey === 'training_step')
    return { value: 'rollout', from: t('open-instruct counts rollout batches') };
  return ROLLOUT.has(stack)
    ? { value: 'rollout', from: t('{0} logs one row per rollout batch', stack) }
    : null;
}

function unsaid(stack: string, stepKey: string | null): Sourced<StepUnit> {
  return {
    value: 'unknown',
    from:
      stepKey === null
        ? t('{0} does not say what "a row" counts', stack)
        : t('{0} does not say what "{1}" counts', stack, stepKey),
  };
}

/** A log of nobody's names beside a trainer's configuration is that trainer's. */
function unitOfConfig({ meaning, keys, config }: StepUnitClues): Sourced<StepUnit> | null {
  if (meaning.stack !== null || config.stack === null) return null;
  const { value: stack, from } = config.stack;
  const unit = unitOfStack(stack, keys.get('step') ?? null);
  return unit === null ? null : { value: unit.value, from: t('{0}: {1}', from, unit.from) };
}

/** Only beside a trainer's configuration is it known that the reward is measured on the rollout batches themselves. */
function unitOfRewards({ keys, config, reward }: StepUnitClues): Sourced<StepUnit> | null {
  const updates = config.facts.get('refreshInterval');
  if (config.stack === null || !keys.has('step') || typeof updates?.value !== 'number') return null;
  return stepUnitByRewards(reward.steps, reward.values, { value: updates.value, from: updates.from });
}

/** Where names are too few to tell the stack, all that write this reward may still agree. */
function unitOfReward(meaning: Meaning, key: string): Sourced<StepUnit> {
  const matches = meaning.meanings.get(key) ?? [];
  const stacks = new Set(
    matches.filter(({ canonical }) => canonical === 'reward_mean').map(({ alias }) => alias.stack),
  );
  stacks.delete('generic');
  if (stacks.size > 0 && [...stacks].every((stack) => ROLLOUT.has(stack)))
    return { value: 'rollout', from: t('every stack that writes {0} logs one row per rollout batch', key) };
  return { value: 'unknown', from: t('the keys fit no known stack') };
}

function trainerUnit(format: LogFormat, meaning: Meaning, stack: string): Sourced<StepUnit> {
  const { numbers } = meaning.table;
  const isTrainer =
    format === 'trainer_state' ||
    stack === 'ms-swift' ||
    numbers.has('Training Loss') ||
    isFraction(numbers.get('epoch')) ||
    isFraction(numbers.get('train/epoch'));
  if (isTrainer) return { value: 'update', from: t('the transformers Trainer counts optimizer updates') };
  return { value: 'unknown', from: t("TRL's names, but not a transformers Trainer's rows") };
}

/** Loops of one's own count whole epochs; the Trainer logs how far it is in one. */
function isFraction(epoch: Column | undefined): boolean {
  return epoch?.values.some((value) => Number.isFinite(value) && !Number.isInteger(value)) === true;
}

function slimeUnit(stepKey: string | null): Sourced<StepUnit> {
  if (stepKey === 'train/step')
    return { value: 'update', from: t("slime's train/step counts optimizer updates") };
  return { value: 'rollout', from: t('slime logs its reward once per rollout') };
}
