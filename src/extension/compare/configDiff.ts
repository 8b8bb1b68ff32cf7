import * as vscode from 'vscode';
import type { RunConfig } from '../../run/run';
import { CONFIG_SCHEME } from './configScheme';
import { configText } from './configText';

/** A run's settings and what it is called. */
export interface NamedConfig {
  readonly name: string;
  readonly config: RunConfig;
}

/** Opens settings of two runs in VS Code's own diff editor: those of these names, or all for null. */
export async function openConfigDiff(
  left: NamedConfig,
  right: NamedConfig,
  wanted: readonly string[] | null,
): Promise<void> {
  const [before, after] = configText(left.config, right.config, wanted);
  const title = vscode.l10n.t('Settings: {0} ↔ {1}', left.name, right.name);
  await vscode.commands.executeCommand(
    'vscode.diff',
    uriOf(left.name, before),
    uriOf(right.name, after),
    title,
  );
}

function uriOf(name: string, text: string): vscode.Uri {
  return vscode.Uri.from({ scheme: CONFIG_SCHEME, path: `/${name.replaceAll('/', '∕')}.json`, query: text });
}
