import { t } from '@vscode/l10n';
import type { Column } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, whole } from './figures';
import type { Turn } from './turn';

/** Where a held-out score stands at the end, against its own peak and twice its error there. */
export function heldOutEvidence(heldOut: Column, { end, peak, peakStep, error }: Turn): Evidence {
  return {
    metric: heldOut.key,
    step: heldOut.steps[heldOut.steps.length - 1],
    value: end,
    expected: t(
      '{0}, its level around step {1}, ± {2}',
      ...[figure(peak), whole(peakStep), figure(2 * error)],
    ),
  };
}
