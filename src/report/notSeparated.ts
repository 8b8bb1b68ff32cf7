import { t } from '@vscode/l10n';
import type { Fit } from '../dynamics/fit';
import { formatQuantity } from './formatQuantity';
import type { Numbers } from './interpret';
import { andList } from '../run/listInWords';

/** From this correlation of ln ω₀ and ln ζ on, and from this damping ratio on, they are told together only. */
const INSEPARABLE = 0.97;
const LEAST_DAMPING = 0.9;

/** Where damping and stiffness cannot be told apart: that they cannot, and what is known instead. Empty elsewhere. */
export function notSeparated(
  fit: Pick<Fit, 'correlation' | 'constants'> | null,
  { plateau, timescale }: Pick<Numbers, 'plateau' | 'timescale'>,
): string {
  if (fit === null || fit.correlation === null) return '';
  if (Math.abs(fit.correlation) < INSEPARABLE || !(fit.constants['zeta'] >= LEAST_DAMPING)) return '';
  const known = [
    ...(plateau === null ? [] : [t('the plateau ({0})', formatQuantity(plateau))]),
    ...(timescale === null ? [] : [t('the slow timescale ({0})', formatQuantity(timescale))]),
  ];
  const correlation = fit.correlation.toFixed(3).replace('-', '−');
  return known.length === 0
    ? t('Damping and stiffness cannot be separated in this log (correlation {0}).', correlation)
    : t(
        'Damping and stiffness cannot be separated in this log (correlation {0}); what it tells is {1}.',
        ...[correlation, andList(known)],
      );
}
