import type { Translations } from '../../platform/speak';

/** What the page is loaded with; all of it the extension's own, nothing of it from a log. */
export interface PanelAssets {
  /** Texts of the script and of the style sheet. */
  readonly script: string;
  readonly style: string;
  /** Random for each page, from a cryptographic source. */
  readonly nonce: string;
  /** The language the page speaks, as `vscode.env.language` names it. */
  readonly language: string;
  /** Its texts by their English wording; none where the page speaks English. */
  readonly translations: Translations | undefined;
}

/**
 * The panel's page: a strict policy, one style sheet, one script. The script fills the body with what the host posts,
 * so that no byte of a log is ever part of the markup. `csp-nonce` is read by the toolkit for its styles, `translations`
 * by the script before it draws anything.
 */
export function panelHtml(assets: PanelAssets): string {
  const { script, style, nonce, language, translations = {} } = assets;
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<meta name="translations" content="${attribute(JSON.stringify(translations))}">
<style nonce="${nonce}">${style.replaceAll('</', String.raw`<\/`)}</style>
<title>GRPO Dynamics</title>
</head>
<body>
<script nonce="${nonce}">${insideScript(script)}</script>
</body>
</html>`;
}

/** A script's text without what would end its element, or open a comment in it; both stand in its strings only. */
function insideScript(text: string): string {
  return text.replaceAll('<!--', String.raw`\x3c!--`).replaceAll(/<\/(script)/gi, String.raw`<\/$1`);
}

/** Text as the value of an attribute in double quotes. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
