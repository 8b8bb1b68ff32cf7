/** What the page is loaded with; all of it the extension's own, nothing of it from a log. */
export interface PanelAssets {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Random for each page, from a cryptographic source. */
  readonly nonce: string;
}

/**
 * The panel's page: a strict policy, one style sheet, one script. The script fills the body with what the host posts,
 * so that no byte of a log is ever part of the markup. `csp-nonce` is read by the toolkit for its styles.
 */
export function panelHtml({ cspSource, script, style, nonce }: PanelAssets): string {
  const policy = [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${style}">
<title>GRPO Dynamics</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
