import * as vscode from 'vscode';
import { panelHtml } from './panelHtml';

/** Loads a page of the extension's own into a panel: `dist/<page>.js` under the strict policy. */
export function fillPage(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  page: 'webview' | 'compare',
): void {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const { webview } = panel;
  const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    script: asset(`${page}.js`),
    style: asset('webview.css'),
    nonce: crypto.randomUUID(),
    language: vscode.l10n.bundle === undefined ? 'en' : vscode.env.language,
    translations: vscode.l10n.bundle,
  });
}
