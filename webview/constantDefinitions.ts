import { t } from '@vscode/l10n';
import type { Interpretation } from '../src/report/report';
import type { ConstantWords } from './constantRow';

/** A constant of the Report and its words. */
export interface ConstantDefinition extends ConstantWords {
  readonly key: keyof Interpretation;
  readonly name: () => string;
  /** Left out when there is nothing to say, instead of saying that there is nothing. */
  readonly optional?: boolean;
  /** Said also where it is next to nothing: "none" is what a person wants to read of it. */
  readonly alwaysSaid?: boolean;
}

/** Every constant, in the order a person asks for them. */
export const CONSTANT_DEFINITIONS: readonly ConstantDefinition[] = [
  {
    key: 'plateau',
    name: () => t('plateau'),
    meaning: () => t('where the reward settles if nothing about the run is changed'),
    formula: () => t('R*, the fixed point of the fitted curve'),
  },
  {
    key: 'progress',
    name: () => t('progress'),
    meaning: () => t('share of the way from the start to the plateau that is behind the run'),
    formula: () => '(R(now) − R₀) / (R* − R₀)',
  },
  {
    key: 'remainingGain',
    name: () => t('gain still ahead'),
    meaning: () => t('what waiting for the plateau would add to the reward'),
    formula: () => 'R* − R(now)',
    optional: true,
    alwaysSaid: true,
  },
  {
    key: 'timescale',
    name: () => t('timescale'),
    meaning: () => t('steps in which the gap to the plateau shrinks to about a third'),
    formula: () => t('τ: the slowest decay of the fitted curve, to 1/e'),
  },
  {
    key: 'riseTime95',
    name: () => t('rise to 95 %'),
    meaning: () => t('steps from the start until 95 % of the rise is done'),
    formula: () => t('first crossing of R₀ + 0.95 (R* − R₀)'),
  },
  {
    key: 'slowStart',
    name: () => t('slow start'),
    meaning: () => t('steps until the reward improves fastest'),
    formula: () => t('inflection of the fitted curve; ln(λ₂/λ₁)/(λ₂−λ₁) for ζ > 1'),
  },
  {
    key: 'damping',
    name: () => t('damping ratio'),
    meaning: () => t('above 1 the curve creeps to its plateau, below 1 it may overshoot and ring'),
    formula: () => 'ζ = γ / (2√(mk))',
  },
  {
    key: 'overshoot',
    name: () => t('overshoot'),
    meaning: () => t('how far the first swing goes beyond the plateau'),
    formula: () => t('e^(−πζ/√(1−ζ²)) of the rise, for ζ < 1'),
    optional: true,
  },
  {
    key: 'stiffness',
    name: () => t('stiffness'),
    meaning: () => t('how hard the run is pulled to its plateau; grows with the learning rate'),
    formula: () => t('k/γ = ω₀/(2ζ), per step'),
  },
  {
    key: 'inertia',
    name: () => t('inertia'),
    meaning: () => t('length of the slow start; an upper bound on the memory of the momentum'),
    formula: () => t('m/γ = 1/(2ζω₀), steps'),
  },
  {
    key: 'curvature',
    name: () => t('curvature'),
    meaning: () => t('stiffness per unit of learning rate: carries over to another learning rate'),
    formula: () => 'κ = k/η',
    optional: true,
  },
];
