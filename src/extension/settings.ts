import * as vscode from 'vscode';
import type { FailureMode } from '../report/report';
import type { LogSettings } from './logIndexHost';
import type { ReadSetting } from './settingsOf';
import { backgroundLimitOf, excludesOf, mutedModesOf, optionsOf, userSettings } from './settingsOf';

const SECTION = 'grpoDynamics';

/**
 * What a person has set, by file: workspace folders may differ. In a workspace nobody trusts VS Code leaves out the
 * workspace's own values, and `grpo-dynamics.json` is left alone too.
 */
export class Settings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#changed.fire();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  /** All that the index wants to know of a file. */
  of(key: string): LogSettings {
    const uri = vscode.Uri.parse(key);
    const read = readerFor(uri);
    return {
      options: optionsOf(read, vscode.workspace.isTrusted),
      backgroundLimitBytes: backgroundLimitOf(read),
      isLive: read('liveUpdate') !== false,
      isExcluded: excludesOf(read).some((glob) => isMatch(glob, uri)),
    };
  }

  /** Failure modes that are silenced for a file by a setting. */
  mutedModes(key: string): readonly FailureMode[] {
    return mutedModesOf(readerFor(vscode.Uri.parse(key)));
  }

  /** What is wrong with the values themselves, a clause each. */
  problems(): readonly string[] {
    return userSettings(readerFor(null)).problems;
  }

  /** Globs of files that are no logs, of the workspace as a whole. */
  get excludes(): readonly string[] {
    return excludesOf(readerFor(null));
  }

  /** Whether the whole workspace is searched where a log is to be chosen. */
  get scansWorkspace(): boolean {
    return readerFor(null)('scan') !== false;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}

function readerFor(uri: vscode.Uri | null): ReadSetting {
  const section = vscode.workspace.getConfiguration(SECTION, uri);
  return (name) => section.get(name);
}

/** VS Code's own globs, relative to the file's folder of the workspace; it asks for a document and looks at its URI. */
function isMatch(glob: string, uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const pattern = folder === undefined ? glob : new vscode.RelativePattern(folder, glob);
  return vscode.languages.match({ pattern }, { uri, languageId: '' } as vscode.TextDocument) > 0;
}
