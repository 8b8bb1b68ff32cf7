import { t } from '@vscode/l10n';

/** A curve's constants by their names in the Report. */
const LABELS: Readonly<Record<string, () => string>> = {
  R0: () => 'R₀',
  plateau: () => t('plateau'),
  tau: () => 'τ',
  omega0: () => 'ω₀',
  zeta: () => 'ζ',
  stiffness: () => t('stiffness'),
  rate: () => t('rate'),
  midpoint: () => t('midpoint'),
  cMid: () => t('midpoint'),
  exponent: () => t('exponent'),
};

/** What a person calls a constant of a curve; one without a name of its own is called as in the Report. */
export function shapeLabel(name: string): string {
  return Object.hasOwn(LABELS, name) ? LABELS[name]() : name;
}
