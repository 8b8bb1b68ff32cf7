import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../../test/handMadeRun';
import { curveWithNoise } from '../../../test/syntheticLog';
import { diagnose } from '../../diagnosis/diagnose';
import { fitCurves } from '../../dynamics/fitCurves';
import { assessRegime } from '../../dynamics/regime';
import { buildReport } from '../buildReport';
import { curvePicture } from '../curvePicture';
import type { Report } from '../report';
import { firstSentence } from '../sentences';
import type { Figure } from './figure';
import { renderHtml } from './renderHtml';
import { renderMarkdown } from './renderMarkdown';
import { renderSvg } from './renderSvg';

function figureOf(rewards: Float64Array): Figure {
  const run = handMadeRun(rewards);
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  const assessment = assessRegime(fits, steps, values);
  const report = buildReport({ run, fits, assessment, findings: diagnose(run, fits, assessment) });
  return { report, reward: run.reward, picture: curvePicture(run, fits, report) };
}

const FIGURE = figureOf(curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 40 }, 300, 0.02, 4).y);
const FLAT = figureOf(new Float64Array(30).fill(0.5));
const ONE = figureOf(Float64Array.of(0.3));

/** The same figure of a log whose names are this text. */
function named(text: string): Figure {
  const source = { ...FIGURE.report.source, path: text, run: text };
  const report: Report = { ...FIGURE.report, source, metrics: { reward: text }, notes: [text] };
  return { ...FIGURE, report };
}

describe('renderSvg', () => {
  it('shows points, curve, bands, forecast and plateau', () => {
    const svg = renderSvg(FIGURE);
    for (const part of ['reward as logged', 'fitted curve', '95 % of the curve', 'forecast', 'plateau 0.79'])
      expect(svg).toContain(part);
    expect(svg.match(/h0/g)).toHaveLength(300 + 1);
  });

  it('keeps all of a long first sentence: the picture grows by its lines', () => {
    const { interpretation } = FIGURE.report;
    const long = 'Rising, and then a good deal more that has to be said of this run. '.repeat(6).trim();
    const report = { ...FIGURE.report, interpretation: { ...interpretation, sentences: [long] } };
    const svg = renderSvg({ ...FIGURE, report });
    const said = Array.from(svg.matchAll(/font-weight="600">([^<]*)</g), ([, line]) => line).join(' ');
    expect(said).toBe(long);
    expect(Number(/height="(\d+)"/.exec(svg)?.[1])).toBeGreaterThan(480);
  });

  it('leaves name and sentence to a page that has them', () => {
    const svg = renderSvg(FIGURE, false);
    expect(svg).not.toContain('font-weight="600"');
    expect(svg).not.toContain(`>${FIGURE.report.source.path}<`);
    expect(renderHtml([FIGURE]).split(`>${FIGURE.report.source.path}<`)).toHaveLength(2);
  });

  it.each([
    ['a constant reward', FLAT],
    ['one row', ONE],
  ])('draws %s', (_, figure) => {
    expect(renderSvg(figure)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('every export', () => {
  it('begins with the answer', () => {
    const answer = firstSentence(FIGURE.report).slice(0, 30);
    expect(renderMarkdown(FIGURE.report)).toContain(answer);
    expect(renderHtml([FIGURE])).toContain(answer);
    expect(renderSvg(FIGURE)).toContain(answer);
  });

  it('never lets a name in the log become markup', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=1>',
        "' onload='x",
        ']]><svg/onload=1>',
      ),
    );
    const tags = (html: string): number => html.match(/</g)?.length ?? 0;
    const [svgTags, htmlTags] = [tags(renderSvg(named('a'))), tags(renderHtml([named('a')]))];
    fc.assert(
      fc.property(hostile, (text) => {
        const figure = named(`a${text}`);
        expect(tags(renderSvg(figure))).toBe(svgTags);
        expect(tags(renderHtml([figure]))).toBe(htmlTags);
        expect(renderMarkdown(figure.report)).not.toMatch(/(?<!\\)<[a-z]/i);
      }),
      { numRuns: 60 },
    );
  });
});
