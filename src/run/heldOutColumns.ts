import type { Column } from './column';
import { sameCells } from './column';
import { candidatesFor, isEvaluationKey } from './meaning';
import type { Meaning } from './meaning';

/** Statistics of an evaluation that are no score. */
const NO_SCORE =
  /completions|length|len\b|zero_std|(?:^|[_/])(?:std|max|min|worst|truncated|ratio|tokens|num|turns|time|runtime|entropy|loss|kl)(?:[_/]|$)/;

/** Names of benchmarks that reasoning models are evaluated on. */
const BENCHMARK =
  /(?:^|[-_/])(?:aime|amc|hmmt|math|gsm8?k|olympiad|minerva|svamp|gpqa|mmlu|bbh|arc|humaneval|mbpp|livecodebench|codeforces|ifeval|omni|hellaswag|countdown)(?![a-z])/i;

/**
 * Whether a key is that of a benchmark's score on held-out data ("eval/aime24"), whatever wrote it.
 *
 * @param key a log's key
 */
export function isBenchmarkKey(key: string): boolean {
  const found = BENCHMARK.exec(key);
  if (found === null || !isEvaluationKey(key) || NO_SCORE.test(key)) return false;
  const after = key.slice(found.index + found[0].length).toLowerCase();
  const words = after.split(/[-_/. ]+/).filter((word) => word !== '' && !NEUTRAL.test(word));
  return (
    words.length === 0 || (words.some((word) => SCORE.test(word)) && !words.some((word) => COUNT.test(word)))
  );
}

/** What may stand behind a benchmark's name and says nothing of what is counted: years, sizes, parts of the set. */
const NEUTRAL =
  /^(?:\d+k?|test|val|validation|dev|eval|main|all|overall|policy|easy|medium|hard|platinum|diamond)$/;
/** What a score is called. */
const SCORE =
  /^(?:acc(?:uracy)?|scores?|rewards?|pass(?:ed|rate)?|mean|avg|average|maj(?:ority)?|best|solved?|correct(?:ness)?|exact|match|em|f1|success|win(?:rate)?)(?:@.*)?$/;
/** What is measured beside it, and has a mean too. */
const COUNT =
  /^(?:latency|cost|counts?|n|samples|perplexity|ppl|errors?|stderr|sem|var(?:iance)?|epochs?|seconds?|steps?|duration|throughput)$/;

/**
 * Columns that may be the reward or score on held-out data by the log's own names, best first: an aggregate before a
 * single data set, a mean of many samples before one of few (verl's mean@N before best@N, maj@N and pass@N).
 *
 * @param meaning the log's keys
 */
export function rankedEvaluations(meaning: Meaning): readonly Column[] {
  return candidatesFor(meaning, 'eval_reward')
    .map(({ column }) => column)
    .filter((column) => !NO_SCORE.test(column.key))
    .map((column, order) => ({ column, rank: rank(column) + order * 1e-3 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
}

/**
 * Every score on held-out data, the chosen one first: what several runs are compared on. Beside the log's own names
 * for it, benchmarks by theirs. One that repeats another cell by cell is left out, and so are a trainer's auxiliary statistics
 * of the same answers where it has better ones.
 *
 * @param meaning the log's keys
 */
export function heldOutColumns(meaning: Meaning): readonly Column[] {
  const ranked = rankedEvaluations(meaning);
  const named = [...meaning.table.numbers.values()].filter(
    ({ key }) =>
      isBenchmarkKey(key) && !meaning.candidates.get('step')?.some(({ column }) => column.key === key),
  );
  const all = [...new Set([...ranked, ...named])];
  const main = all.filter(({ key }) => !isAuxiliary(key));
  const kept: Column[] = [];
  for (const column of main.length > 0 ? main : all)
    if (!kept.some((other) => sameCells(other, column))) kept.push(column);
  return kept;
}

function rank({ key }: Column): number {
  const samples = Number(/@(\d+)/.exec(key)?.[1] ?? 0);
  const isAggregate = /(?:^|[/_])(?:all|agg|overall)(?:[/_]|$)/.test(key);
  const isMean = !/(?:best|maj|pass)@(?!1$)/.test(key);
  return (
    (isAuxiliary(key) ? 8 : 0) + (isMean ? 0 : 4) + (isAggregate ? 0 : 1) - Math.min(samples, 900) * 1e-3
  );
}

function isAuxiliary(key: string): boolean {
  return key.startsWith('val-aux');
}
