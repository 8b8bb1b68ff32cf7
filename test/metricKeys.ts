import type { RunOptions } from '../src/run/runOptions';
import { jsonl, runOf } from './reading';

/** So many rows of JSON Lines. */
export const rows = (count: number, row: (i: number) => object): string =>
  jsonl(Array.from({ length: count }, (_, i) => row(i)));

/** Which key each metric of a log of such rows is read from. */
export const keysOf = async (row: object, options: RunOptions = {}): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await runOf(
        rows(3, () => row),
        options,
      )
    ).metrics,
  );
