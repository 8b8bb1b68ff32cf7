import * as vscode from 'vscode';
import type { Report, RunState } from '../../report/report';
import type { LogView } from '../logView';
import { rankOfReport } from './runEntry';

interface Sign {
  readonly icon: string;
  readonly colour?: string;
}

/** Shapes differ wherever colours do. */
const STATE_SIGNS: Readonly<Record<RunState, Sign>> = {
  rising: { icon: 'arrow-up', colour: 'charts.green' },
  falling: { icon: 'arrow-down', colour: 'charts.orange' },
  plateaued: { icon: 'arrow-right', colour: 'charts.blue' },
  'plateaued-learning-rate': { icon: 'arrow-right', colour: 'charts.purple' },
  ringing: { icon: 'pulse', colour: 'charts.orange' },
  collapsing: { icon: 'arrow-down', colour: 'charts.red' },
  collapsed: { icon: 'arrow-down', colour: 'charts.red' },
  'no-trend': { icon: 'dash' },
  'too-early': { icon: 'watch' },
  unclear: { icon: 'question' },
};

/** The icon of a run: what was found where that is bad, else its state. */
export function iconOfReport(report: Report): vscode.ThemeIcon {
  const rank = rankOfReport(report);
  if (rank === 'error') return themeIcon({ icon: 'error', colour: 'list.errorForeground' });
  if (rank === 'warning') return themeIcon({ icon: 'warning', colour: 'list.warningForeground' });
  return themeIcon(STATE_SIGNS[report.interpretation.state]);
}

/** The icon of a log that has no Report. */
export function iconOfView({ kind }: LogView): vscode.ThemeIcon {
  if (kind === 'reading') return new vscode.ThemeIcon('loading~spin');
  return new vscode.ThemeIcon(kind === 'failed' ? 'circle-slash' : 'circle-outline');
}

function themeIcon({ icon, colour }: Sign): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
