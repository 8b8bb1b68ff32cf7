import { t } from '@vscode/l10n';
import { commaList } from '../listInWords';
import { parseJson } from '../../logs/parseJson';

/** What a person may say about a log, in settings or in `grpo-dynamics.json` beside it: the flags' names without dashes. */
export interface UserConfig {
  /** The log's own key of the reward. */
  readonly metric?: string;
  /** The log's own key of the step. */
  readonly step?: string;
  readonly stepUnit?: 'update' | 'rollout';
  readonly optimizer?: 'adam' | 'sgd';
  readonly beta1?: number;
  readonly refreshInterval?: number;
  readonly asyncLag?: number;
  readonly groupSize?: number;
  readonly learningRate?: number;
  /** constant, linear, cosine …, as trainers name them. */
  readonly learningRateSchedule?: string;
  /** Steps over which the learning rate rises at first. */
  readonly warmupSteps?: number;
  /** The same as a share of all steps. */
  readonly warmupRatio?: number;
  readonly maxSteps?: number;
  readonly klCoefficient?: number;
  readonly clipEpsilon?: number;
}

/** The rule one field is held to, and the words for it where it is broken. */
export interface UserField {
  readonly isValid: (value: unknown) => boolean;
  readonly rule: string;
}

const number = (rule: () => string, holds: (value: number) => boolean): UserField => ({
  isValid: (value) => typeof value === 'number' && Number.isFinite(value) && holds(value),
  get rule() {
    return rule();
  },
});
const text: UserField = {
  isValid: (value) => typeof value === 'string' && value !== '' && value.length <= 256,
  get rule() {
    return t('a text');
  },
};
const choice = (...choices: readonly string[]): UserField => ({
  isValid: (value) => typeof value === 'string' && choices.includes(value),
  get rule() {
    return t('one of {0}', commaList(choices));
  },
});
const count = number(
  () => t('a whole number from 1'),
  (value) => Number.isInteger(value) && value >= 1,
);
const from0 = number(
  () => t('a number from 0'),
  (value) => value >= 0,
);

/** Every field with its rule; the JSON schema and the settings are tested against this list. */
export const USER_FIELDS: Readonly<Record<keyof UserConfig, UserField>> = {
  metric: text,
  step: text,
  stepUnit: choice('update', 'rollout'),
  optimizer: choice('adam', 'sgd'),
  beta1: number(
    () => t('a number from 0 and below 1'),
    (value) => value >= 0 && value < 1,
  ),
  refreshInterval: count,
  asyncLag: from0,
  groupSize: count,
  learningRate: number(
    () => t('a number above 0'),
    (value) => value > 0,
  ),
  learningRateSchedule: text,
  warmupSteps: from0,
  warmupRatio: number(
    () => t('a number from 0 to 1'),
    (value) => value >= 0 && value <= 1,
  ),
  maxSteps: count,
  klCoefficient: from0,
  clipEpsilon: from0,
};

/** The valid fields of a text that should be a JSON object, and a clause for everything else in it. */
export function readUserConfig(json: string): { config: UserConfig; problems: string[] } {
  const value = parseJson(json.replace(/^\uFEFF/, ''));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { config: {}, problems: [t('no JSON object, not used')] };
  return checkUserConfig(new Map(Object.entries(value)));
}

/** The same for values that are objects already (settings). */
export function checkUserConfig(values: ReadonlyMap<string, unknown>): {
  config: UserConfig;
  problems: string[];
} {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, value] of values) {
    if (name === '$schema') continue;
    const field = Object.hasOwn(USER_FIELDS, name) ? USER_FIELDS[name as keyof UserConfig] : null;
    if (field === null) problems.push(t('"{0}" is no name it knows', name.slice(0, 40)));
    else if (field.isValid(value)) config[name] = value;
    else problems.push(t('{0} must be {1}', name, field.rule));
  }
  return { config, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** Faults of one file that are told; more say nothing new. */
const MOST_PROBLEMS = 8;
