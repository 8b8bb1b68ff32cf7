import { listed } from '../logs/listed';
import type { Column } from './column';
import { candidatesFor } from './meaning';
import type { Meaning } from './meaning';

/** Statistics of an evaluation that are no score. */
const NO_SCORE =
  /completions|length|len\b|zero_std|(?:^|[_/])(?:std|max|min|worst|truncated|ratio|tokens|num|turns|time|runtime|entropy|loss|kl)(?:[_/]|$)/;

/** The held-out metric, null where the log has none. */
export interface EvaluationChoice {
  readonly column: Column | null;
  readonly notes: readonly string[];
}

/**
 * The reward or score on held-out data: an aggregate before a single data set, a mean of many samples before one of few
 * (verl's mean@N before best@N, maj@N and pass@N). With several equals the best-filled is taken and the others are named.
 */
export function chooseEvaluation(meaning: Meaning): EvaluationChoice {
  const columns = candidatesFor(meaning, 'eval_reward')
    .map(({ column }) => column)
    .filter((column) => !NO_SCORE.test(column.key));
  const ranked = columns
    .map((column, order) => ({ column, rank: rank(column) + order * 1e-3 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
  const first = ranked.at(0);
  if (first === undefined) return { column: null, notes: [] };
  const names = ranked.slice(1).map(({ key }) => key);
  return {
    column: first,
    notes:
      names.length === 0
        ? []
        : [`Held-out reward read from ${first.key}; there is also ${listed(names, 3)}.`],
  };
}

function rank({ key }: Column): number {
  const samples = Number(/@(\d+)/.exec(key)?.[1] ?? 0);
  const isAggregate = /(?:^|[/_])(?:all|agg|overall)(?:[/_]|$)/.test(key);
  const isMean = !/(?:best|maj|pass)@(?!1$)/.test(key);
  const isAuxiliary = /^val-aux/.test(key);
  return (isAuxiliary ? 8 : 0) + (isMean ? 0 : 4) + (isAggregate ? 0 : 1) - Math.min(samples, 900) * 1e-3;
}
