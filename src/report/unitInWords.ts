import { t } from '@vscode/l10n';

/** A unit of the Report in words that follow the number; one that no Report has is shown as it is. */
export function unitInWords(unit: string): string {
  switch (unit) {
    case 'steps':
      return t('steps');
    case '1/step':
      return t('1/step');
    case 'per optimizer step':
      return t('per optimizer step');
    case 'per optimizer step and unit of learning rate':
      return t('per optimizer step and unit of learning rate');
    case 'reward² per step':
      return t('reward² per step');
    default:
      return unit;
  }
}
