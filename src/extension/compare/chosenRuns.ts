import * as vscode from 'vscode';
import type { RunRef } from '../../compareProtocol';
import { isRunNode, type RunNode } from '../runs/runNode';

/**
 * The runs a command was run on: the rows or files VS Code names (the one, then all that are selected). A row of a log
 * stands for all its runs.
 */
export function chosenRuns([one, all]: readonly unknown[]): RunRef[] {
  const rows = Array.isArray(all) && all.length > 0 ? (all as readonly unknown[]) : [one];
  return withoutRepeats(rows.flatMap(refsOf));
}

function refsOf(row: unknown): RunRef[] {
  if (row instanceof vscode.Uri) return [{ uri: row.toString(), run: null }];
  return isRunNode(row) ? [refOfNode(row)] : [];
}

function refOfNode(node: RunNode): RunRef {
  return { uri: node.entry.key, run: node.kind === 'run' ? node.report.source.run : null };
}

/** Each once; a run whose whole log is chosen too is in it already. */
function withoutRepeats(refs: readonly RunRef[]): RunRef[] {
  const whole = new Set(refs.filter(({ run }) => run === null).map(({ uri }) => uri));
  const kept = refs.filter(({ uri, run }) => run === null || !whole.has(uri));
  return [...new Map(kept.map((ref) => [JSON.stringify(ref), ref])).values()];
}
