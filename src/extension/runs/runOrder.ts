import type { RunEntry } from './runEntry';
import { RANKS, rankOf } from './runEntry';
import { runWords } from './runWords';

/** How the Runs view is sorted: worst first, or newest first. */
export type RunOrder = 'severity' | 'recency';

/** The entries in order; equal ones by recency, then by path, so that nothing jumps. */
export function sortRuns(entries: readonly RunEntry[], order: RunOrder): readonly RunEntry[] {
  const rank = (entry: RunEntry): number => (order === 'severity' ? RANKS.indexOf(rankOf(entry.view)) : 0);
  return [...entries].sort(
    (a, b) => rank(a) - rank(b) || b.modifiedAt - a.modifiedAt || a.path.localeCompare(b.path),
  );
}

/** Whether every word of the filter is in the log's path or in what is said of it, whatever the case. */
export function matchesFilter(entry: RunEntry, filter: string): boolean {
  const text = `${entry.path} ${rankOf(entry.view)} ${wordsOf(entry)}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function wordsOf({ view }: RunEntry): string {
  if (view.kind !== 'analysed') return '';
  return view.reports.map((report) => `${report.source.run ?? ''} ${runWords(report)}`).join(' ');
}
