import type { LogFormat } from '../logs/logTable';
import type { Meaning } from './meaning';
import type { Sourced, StepUnit } from './run';
import { lineageOf } from './stack';

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

/**
 * What one logged step is: the user's word, else what the stack logs, else unknown. TRL's names alone prove nothing (own
 * trainers borrow them); its Trainer shows itself by the carrier or by the `epoch` it adds to every row. `keys` are the
 * log's own by canonical name.
 */
export function stepUnitOf(
  format: LogFormat,
  meaning: Meaning,
  keys: ReadonlyMap<string, string>,
  asked: Sourced<'update' | 'rollout'> | null,
): Sourced<StepUnit> {
  if (asked !== null) return asked;
  const { stack } = meaning;
  const stepKey = keys.get('step') ?? null;
  if (stack === null) return unitOfReward(meaning, keys.get('reward') ?? '');
  if (lineageOf(stack).includes('transformers')) return trainerUnit(format, meaning, stack);
  if (stack === 'torchtune') return { value: 'update', from: 'torchtune logs one row per optimizer update' };
  if (stack === 'slime') return slimeUnit(stepKey);
  if (stack === 'open-instruct' && stepKey === 'training_step')
    return { value: 'rollout', from: 'open-instruct counts rollout batches' };
  if (ROLLOUT.has(stack)) return { value: 'rollout', from: `${stack} logs one row per rollout batch` };
  return { value: 'unknown', from: `${stack} does not say what "${stepKey ?? 'a row'}" counts` };
}

/** Where names are too few to tell the stack, all that write this reward may still agree. */
function unitOfReward(meaning: Meaning, key: string): Sourced<StepUnit> {
  const matches = meaning.meanings.get(key) ?? [];
  const stacks = new Set(
    matches.filter(({ canonical }) => canonical === 'reward_mean').map(({ alias }) => alias.stack),
  );
  stacks.delete('generic');
  if (stacks.size > 0 && [...stacks].every((stack) => ROLLOUT.has(stack)))
    return { value: 'rollout', from: `every stack that writes ${key} logs one row per rollout batch` };
  return { value: 'unknown', from: 'the keys fit no known stack' };
}

function trainerUnit(format: LogFormat, meaning: Meaning, stack: string): Sourced<StepUnit> {
  const { numbers } = meaning.table;
  const isTrainer =
    format === 'trainer_state' ||
    stack === 'ms-swift' ||
    numbers.has('epoch') ||
    numbers.has('Training Loss') ||
    numbers.has('train/epoch');
  if (isTrainer) return { value: 'update', from: 'the transformers Trainer counts optimizer updates' };
  return { value: 'unknown', from: "TRL's names, but not a transformers Trainer's rows" };
}

function slimeUnit(stepKey: string | null): Sourced<StepUnit> {
  if (stepKey === 'train/step')
    return { value: 'update', from: "slime's train/step counts optimizer updates" };
  return { value: 'rollout', from: 'slime logs its reward once per rollout' };
}
