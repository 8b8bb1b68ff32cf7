import { readFileSync } from 'node:fs';
import { hasShared, shared } from './shared';

/** What `golden/real-logs.json` knows of one curve of one log. */
export interface GoldenFit {
  readonly sse: number;
  readonly r2: number;
  readonly R0: number;
  readonly plateau: number;
  readonly atBound: boolean;
  readonly shape: Readonly<Record<string, number>>;
}

/** One log of `golden/real-logs.json`. */
export interface GoldenLog {
  readonly file: string;
  readonly rewardKey: string;
  readonly stepKey: string;
  readonly count: number;
  readonly firstStep: number;
  readonly lastStep: number;
  /** Rows with a reward before the step rule. */
  readonly rewardRows: number;
  readonly firstReward: number;
  readonly lastReward: number;
  readonly meanReward: number;
  /** Ceiling and fits are missing for a constant reward. */
  readonly noiseCeiling?: number;
  readonly fits?: Readonly<Record<string, GoldenFit>>;
}

type Row = Readonly<Record<string, unknown>>;

/** The reference answers by file; none where the reference folder is missing. */
export function goldenLogs(): GoldenLog[] {
  if (!hasShared) return [];
  const text = readFileSync(shared('golden', 'real-logs.json'), 'utf8');
  return Object.values(JSON.parse(text) as Record<string, GoldenLog>);
}

/**
 * Steps and rewards of a reference log in one of the plain carriers (CSV, JSONL, JSON), independent of the product's
 * readers; null for the other carriers.
 */
export function goldenSeries(log: GoldenLog): { t: Float64Array; y: Float64Array } | null {
  const rows = rowsOf(log);
  if (rows === null) return null;
  const kept = rows
    .map((row, i) => [Number(row[log.stepKey] ?? i), row[log.rewardKey]] as const)
    .filter(([, reward]) => reward !== undefined && reward !== '' && reward !== null);
  return {
    t: Float64Array.from(kept, ([step]) => step),
    y: Float64Array.from(kept, ([, reward]) => Number(reward)),
  };
}

function rowsOf({ file, rewardKey, stepKey }: GoldenLog): Row[] | null {
  const read = (): string => readFileSync(shared('logs', file), 'utf8');
  if (file.endsWith('.csv')) return csvRows(read());
  if (file.endsWith('.jsonl')) return jsonLines(read());
  if (!file.endsWith('.json')) return null;
  const document = JSON.parse(read()) as Row | Row[];
  if (Array.isArray(document)) return document;
  if (Array.isArray(document['log_history'])) return document['log_history'] as Row[];
  const trace = document['reward_trace'] as number[];
  return trace.map((reward, i) => ({ [stepKey]: i + 1, [rewardKey]: reward }));
}

function csvRows(text: string): Row[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const keys = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [keys[i], value])));
}

function jsonLines(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Row;
      return typeof row['data'] === 'object' ? { ...row, ...(row['data'] as Row) } : row;
    });
}
