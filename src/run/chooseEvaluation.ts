import { t } from '@vscode/l10n';
import { listed } from '../logs/listed';
import type { Column } from './column';
import { rankedEvaluations } from './heldOutColumns';
import type { Meaning } from './meaning';

/** The held-out metric, null where the log has none. */
export interface EvaluationChoice {
  readonly column: Column | null;
  readonly notes: readonly string[];
}

/** The reward or score on held-out data. With several equals the best-filled is taken and the others are named. */
export function chooseEvaluation(meaning: Meaning): EvaluationChoice {
  const ranked = rankedEvaluations(meaning);
  const first = ranked.at(0);
  if (first === undefined) return { column: null, notes: [] };
  const names = ranked.slice(1).map(({ key }) => key);
  return {
    column: first,
    notes:
      names.length === 0
        ? []
        : [t('Held-out reward read from {0}; there is also {1}.', first.key, listed(names, 3))],
  };
}
