import { t } from '@vscode/l10n';
/** Settings that people call by other words than the Report; the names of the others are those of their trainers. */
const NAMES: ReadonlyMap<string, () => string> = new Map([
  ['learningRate', () => t('learning rate')],
  ['optimizer', () => t('optimizer')],
  ['advantageEstimator', () => t('advantage estimator')],
  ['model', () => t('model')],
  ['groupSize', () => t('group size')],
  ['beta1', () => t('momentum (β₁)')],
  ['klCoefficient', () => t('KL coefficient')],
  ['advantageStd', () => t('advantage standard deviation')],
  ['parameters', () => t('model parameters')],
  ['promptsPerBatch', () => t('prompts a batch')],
]);

/**
 * A setting as a person calls it: "learning rate" for `learningRate`.
 *
 * @param name its name in the Report
 */
export function settingName(name: string): string {
  return NAMES.get(name)?.() ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
