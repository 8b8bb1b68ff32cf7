import { t } from '@vscode/l10n';
import { between, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, percent, whole } from './figures';
import { turnOf, type Turn } from './turn';

/** KL and length since the turn: they climb with a hack, and with much else. */
export function hackCompanions({ column }: Evidences, { peakStep }: Turn): Evidence[] {
  return (['kl', 'completionLength'] as const).flatMap((name) => {
    const found = column(name);
    if (found === null) return [];
    const before = between(found, -Infinity, peakStep);
    const after = between(found, peakStep, Infinity);
    const end = turnOf(found).end;
    if (!(after > before) || !Number.isFinite(before)) return [];
    return [
      {
        metric: found.key,
        step: found.steps[found.steps.length - 1],
        value: end,
        expected: t('{0}, its mean before step {1}', figure(before), whole(peakStep)),
      },
    ];
  });
}

/** What to do about a hack since a turn of what is wanted. */
export function hackAdvice({ setting, run }: Evidences, { peakStep, fall, peak }: Turn): string[] {
  const klWeight = setting('klCoefficient');
  const pull =
    klWeight !== null && klWeight > 0
      ? t(
          'KL weight {0} → {1}: it moves the fixed point halfway back to the reference (θ* − θ_ref ∝ 1/λ).',
          ...[figure(klWeight), figure(2 * klWeight)],
        )
      : t(
          'A KL term to the reference (weight 0 → about 0.02) gives the reward a fixed point near it; without one it runs to the proxy’s.',
        );
  const lost = percent(Math.min(1, fall / Math.max(peak, 1e-12)));
  return [
    t(
      'Go back to a checkpoint near step {0}; {1} of the held-out score is lost since.',
      ...[whole(peakStep), lost],
    ),
    run.series.size === 0
      ? t(
          'Read answers that are paid most after step {0} and close what the reward function falls for.',
          whole(peakStep),
        )
      : t(
          'Read answers that are paid most after step {0} and close what the reward function or judge falls for.',
          whole(peakStep),
        ),
    pull,
  ];
}
