import { describe, expect, it } from 'vitest';
import { panelHtml } from './panelHtml';

const ASSETS = {
  script: 'draw();',
  style: 'body { margin: 0 }',
  nonce: 'N0nce',
  language: 'zh-cn',
  translations: { 'A "quoted" <text> & more': '“引文” {0}' },
};
const HTML = panelHtml(ASSETS);

describe('panelHtml', () => {
  it('allows nothing but its own script, its own styles and images of its own', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(HTML)?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      "style-src 'nonce-N0nce'",
      "script-src 'nonce-N0nce'",
    ]);
  });

  it('has one script and one style sheet, each with the nonce, and fetches nothing', () => {
    expect(HTML.match(/<script[^>]*>[^<]*/g)).toEqual(['<script nonce="N0nce">draw();']);
    expect(HTML.match(/<style[^>]*>[^<]*/g)).toEqual(['<style nonce="N0nce">body { margin: 0 }']);
    expect(HTML).not.toMatch(/ (src|href)=/);
  });

  it('lets neither text end its element or open a comment', () => {
    const script = 'a = `<!--${b}-->`; c = "</script><script>alert(1)</SCRIPT >";';
    const html = panelHtml({ ...ASSETS, script, style: 'p::after { content: "</style>" }' });
    expect(html.match(/<\/?script/gi)).toEqual(['<script', '<script', '</script']);
    expect(html).not.toContain('<!--');
    expect(html.match(/<\/style/gi)).toEqual(['</style']);
    expect(html).toContain('a = `\\x3c!--${b}-->`; c = "<\\/script><script>alert(1)<\\/SCRIPT >";');
  });

  it('tells the toolkit the nonce of its styles', () => {
    expect(HTML).toContain('<meta property="csp-nonce" content="N0nce">');
  });

  it('brings the texts of its language as data that leave their attribute nowhere', () => {
    const content = /<meta name="translations" content="([^"]*)">/.exec(HTML)?.[1];
    expect(content).toBe(
      '{&quot;A \\&quot;quoted\\&quot; &lt;text> &amp; more&quot;:&quot;“引文” {0}&quot;}',
    );
    expect(HTML).toContain('<html lang="zh-cn">');
  });

  it('brings none where it speaks English', () => {
    const html = panelHtml({ ...ASSETS, language: 'en', translations: undefined });
    expect(html).toContain('<meta name="translations" content="{}">');
  });
});
