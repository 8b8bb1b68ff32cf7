import type { LogView } from '../logView';
import type { Report } from '../../report/report';

/** A recognised log as the Runs view keeps it. */
export interface RunEntry {
  /** URI as text. */
  readonly key: string;
  /** Below the workspace, with `/`; with the root's name in front where there are several. */
  readonly path: string;
  /** ms since the epoch; 0 where it is not known. */
  readonly modifiedAt: number;
  readonly view: LogView;
  /** Reward of each run as block characters; '' where it is not known. */
  readonly sparks: readonly string[];
}

/** How bad it is, worst first: what the list is sorted by. */
export const RANKS = ['error', 'warning', 'falling', 'unreadable', 'calm', 'unread'] as const;

/** One of `RANKS`. */
export type Rank = (typeof RANKS)[number];

/** The worst of what a log says of its runs. */
export function rankOf(view: LogView): Rank {
  if (view.kind === 'failed') return view.failure.kind === 'aborted' ? 'unread' : 'unreadable';
  if (view.kind !== 'analysed') return 'unread';
  const ranks = view.reports.map(rankOfReport);
  return RANKS.find((rank) => ranks.includes(rank)) ?? 'calm';
}

/** The worst of what one run shows: a finding, or a reward that goes down. */
export function rankOfReport({ findings, interpretation: { state } }: Report): Rank {
  const severities = findings.map(({ severity }) => severity);
  if (severities.includes('error')) return 'error';
  if (severities.includes('warning')) return 'warning';
  return state === 'collapsed' || state === 'collapsing' || state === 'falling' ? 'falling' : 'calm';
}

/** The run whose words stand for the whole log: the first of the worst ones. */
export function worstReport(reports: readonly [Report, ...Report[]]): Report {
  const ranks = reports.map((report) => RANKS.indexOf(rankOfReport(report)));
  return reports[ranks.indexOf(Math.min(...ranks))];
}
