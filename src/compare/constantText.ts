import { t } from '@vscode/l10n';
import type { ConstantName } from './constants';

/**
 * A number that runs are asked about, as a sentence calls it.
 *
 * @param name a constant, or `end` for the mean of the last tenth
 */
export function constantText(name: ConstantName | 'end'): string {
  switch (name) {
    case 'plateau':
      return t('plateau');
    case 'timescale':
      return t('timescale');
    case 'damping':
      return t('damping');
    case 'end':
      return t('last tenth');
  }
}
