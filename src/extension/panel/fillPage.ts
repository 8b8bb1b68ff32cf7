import * as vscode from 'vscode';
import { pageText } from './pageText';
import { panelHtml } from './panelHtml';

/** What a page may do: run its script, and load no file. */
export function pageOptions(): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [] };
}

/**
 * Loads a page of the extension's own into a panel under the strict policy. Script and styles are written into the page:
 * as files, a webview fetches each of them on a detour through the workbench, which costs more than all the rest.
 * What is posted after this has settled waits in VS Code until the page has loaded.
 */
export async function fillPage(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  page: 'webview' | 'compare',
): Promise<void> {
  const { webview } = panel;
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  const closed = new AbortController();
  panel.onDidDispose(() => closed.abort());
  const [script, style] = await Promise.all(
    [`${page}.js`, 'webview.css'].map((name) => pageText(vscode.Uri.joinPath(extensionUri, 'dist', name))),
  );
  if (closed.signal.aborted) return;
  // In one go with the page: either alone loads the webview, and what is posted between two loads is lost.
  if (webview.options.enableScripts !== true) webview.options = pageOptions();
  webview.html = panelHtml({
    script,
    style,
    nonce: crypto.randomUUID(),
    language: vscode.l10n.bundle === undefined ? 'en' : vscode.env.language,
    translations: vscode.l10n.bundle,
  });
}
