import { t } from '@vscode/l10n';
import { smoothed } from '../dynamics/movingNoise';
import type { Column, Evidences } from './evidenceOf';
import { figure, whole } from './figures';

/** Half the learning rate, where it is known. */
export function rateAdvice({ setting }: Evidences): string[] {
  const rate = setting('learningRate');
  if (rate === null) return [];
  return [
    t(
      'Learning rate {0} → {1}: half the step halves the entropy spent per update, and the stiffness k with it.',
      ...[figure(rate), figure(rate / 2)],
    ),
  ];
}

/** What to do about an entropy that was at its floor from a step on. */
export function concentrationAdvice(
  evidences: Evidences,
  entropy: Column,
  start: number,
  step: number,
): string[] {
  const { setting, run } = evidences;
  const half =
    entropy.steps[
      Math.max(
        0,
        smoothed(entropy.values, 3).findIndex((value) => value < start / 2),
      )
    ];
  const klWeight = setting('klCoefficient');
  return [
    t(
      'Go back to a checkpoint before step {0}, where half of the entropy was left (the floor came at {1}).',
      ...[whole(half), whole(step)],
    ),
    ...rateAdvice(evidences),
    klWeight === null || klWeight === 0
      ? t(
          'A KL term to the reference (weight 0 → about 0.02) or an upper clip of 0.28 instead of 0.2 keeps rare answers alive.',
        )
      : t(
          'KL weight {0} → {1}: it raises the entropy at which the run settles.',
          ...[figure(klWeight), figure(2 * klWeight)],
        ),
    ...(run.series.has('truncatedFraction')
      ? []
      : [t('Log the share of truncated answers: cut answers look concentrated.')]),
  ];
}
