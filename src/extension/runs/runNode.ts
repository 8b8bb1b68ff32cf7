import type { Report } from '../../report/report';
import type { NonEmpty } from '../nonEmpty';
import type { RunEntry } from './runEntry';

/** A row of the Runs view: a log, or one of the runs in a log of several. */
export type RunNode =
  | { readonly kind: 'log'; readonly entry: RunEntry; readonly label: string }
  | {
      readonly kind: 'run';
      readonly entry: RunEntry;
      readonly report: Report;
      /** Place of the run in its log. */
      readonly at: number;
    };

/** The rows below a row: the runs of a log of several. */
export function runsBelow(node: RunNode): readonly RunNode[] {
  if (node.kind === 'run') return [];
  const { entry } = node;
  const reports = reportsOf(entry);
  if (reports === null || reports.length < 2) return [];
  return reports.map((report, at) => ({ kind: 'run', entry, report, at }));
}

/** The Reports of a log, null where it has none yet. */
export function reportsOf({ view }: RunEntry): NonEmpty<Report> | null {
  return view.kind === 'analysed' ? view.reports : null;
}

/** Whether a command's argument is a row of the view: VS Code passes what it likes, and a keybinding anything. */
export function isRunNode(value: unknown): value is RunNode {
  return typeof value === 'object' && value !== null && 'entry' in value && 'kind' in value;
}
