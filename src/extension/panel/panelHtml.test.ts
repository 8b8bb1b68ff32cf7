import { describe, expect, it } from 'vitest';
import { panelHtml } from './panelHtml';

const HTML = panelHtml({
  cspSource: 'https://page.test',
  script: 'https://page.test/webview.js',
  style: 'https://page.test/webview.css',
  nonce: 'N0nce',
});

describe('panelHtml', () => {
  it('allows nothing but its own script, its own styles and images of its own', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(HTML)?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      'img-src https://page.test data:',
      "style-src https://page.test 'nonce-N0nce'",
      'font-src https://page.test',
      "script-src 'nonce-N0nce'",
    ]);
  });

  it('runs one script, by file and nonce, and none that is written into the page', () => {
    const scripts = HTML.match(/<script[^>]*>[^<]*/g);
    expect(scripts).toEqual(['<script nonce="N0nce" src="https://page.test/webview.js">']);
  });

  it('tells the toolkit the nonce of its styles', () => {
    expect(HTML).toContain('<meta property="csp-nonce" content="N0nce">');
  });
});
