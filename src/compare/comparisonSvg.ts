import { t } from '@vscode/l10n';
import type { PictureTrack } from '../report/curvePicture';
import { roundTicks, scaleOf, type Scale } from '../report/exports/figureScale';
import { escapeMarkup } from '../report/exports/markup';
import { formatNumber, formatStep } from '../report/formatNumber';
import { wrapText } from '../report/wrapText';
import { answerSentence } from './answerSentence';
import type { Comparison } from './comparison';
import { letterOf } from './letterOf';
import type { OverlayRun } from './overlayOf';

const WIDTH = 860;
const FRAME = { left: 64, right: 820, top: 62, bottom: 420 } as const;
const LINE = 18;
const CHARACTERS = 104;
/** Points of one run above this are thinned evenly for drawing. */
const MOST_POINTS = 6_000;
const INK = { text: '#222', faint: '#666', grid: '#e2e2e2' } as const;
/** Okabe and Ito's colours on white, told apart by dash as well: six and five, so that no two of the first thirty are alike. */
const RUN_INK = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#444444'] as const;
const RUN_DASH = ['', '8 4', '2 3', '10 3 2 3', '5 2'] as const;
/** Height of the heading that the frame leaves room for; each further line takes as much as one. */
const HEADING_LINES = 2;

interface Paper {
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * The runs of a comparison over each other as a stand-alone SVG document: points, fitted curves and their 95 % bands on
 * white paper, independent of any theme.
 *
 * @param comparison what was found
 * @param overlay its runs as they are drawn, in the same order
 * @param names what the runs are called
 * @returns the document
 */
export function comparisonSvg(
  comparison: Comparison,
  overlay: readonly Pick<OverlayRun, 'reward' | 'track'>[],
  names: readonly string[],
): string {
  const paper = paperOf(overlay);
  const answer = answerSentence(comparison);
  const lines = wrapText(answer, CHARACTERS);
  const down = LINE * Math.max(0, lines.length - HEADING_LINES);
  const height = FRAME.bottom + down + 52 + LINE * overlay.length;
  const body = [
    heading(lines),
    `<g transform="translate(0 ${down})">`,
    axes(paper),
    '<g clip-path="url(#frame)">',
    ...overlay.map((run, i) => runMarks(run, i, paper)),
    '</g>',
    ...comparison.runs.map(({ label }, i) => legendLine(names.at(i)?.trim() || label, i)),
    '</g>',
  ];
  const { left, right, top, bottom } = FRAME;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `font-family="system-ui, sans-serif" font-size="12" fill="${INK.text}" role="img" aria-label="${escapeMarkup(answer)}">\n` +
    `<defs><clipPath id="frame"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath></defs>\n` +
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>\n${body.join('\n')}\n</svg>\n`
  );
}

function heading(lines: readonly string[]): string {
  return lines
    .map(
      (line, i) =>
        `<text x="${FRAME.left}" y="${24 + LINE * i}" font-size="14" font-weight="600">${escapeMarkup(line)}</text>`,
    )
    .join('\n');
}

function paperOf(overlay: readonly Pick<OverlayRun, 'reward' | 'track'>[]): Paper {
  const [from, to] = rangeOf(overlay.flatMap(({ reward: { steps } }) => [steps[0], steps[steps.length - 1]]));
  const [low, high] = rangeOf(
    overlay.flatMap(({ reward: { values }, track }) => [...rangeOf(values), ...(track?.reward ?? [])]),
  );
  const margin = 0.05 * (high - low || Math.abs(high) || 1);
  return {
    x: scaleOf(from, to, FRAME.left, FRAME.right),
    y: scaleOf(low - margin, high + margin, FRAME.bottom, FRAME.top),
  };
}

function rangeOf(values: ArrayLike<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return [low, high];
}

function axes({ x, y }: Paper): string {
  const { left, right, top, bottom } = FRAME;
  return [
    ...roundTicks(y, false).map(
      (tick) =>
        `<path d="M${left} ${px(y.at(tick))}H${right}" stroke="${INK.grid}"/>` +
        `<text x="${left - 8}" y="${px(y.at(tick) + 4)}" text-anchor="end">${formatNumber(tick)}</text>`,
    ),
    ...roundTicks(x, true).map(
      (tick) =>
        `<path d="M${px(x.at(tick))} ${bottom}v5" stroke="${INK.faint}"/>` +
        `<text x="${px(x.at(tick))}" y="${bottom + 18}" text-anchor="middle">${formatStep(tick)}</text>`,
    ),
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${INK.faint}"/>`,
    `<text x="${(left + right) / 2}" y="${bottom + 34}" text-anchor="middle" fill="${INK.faint}">${escapeMarkup(t('step'))}</text>`,
  ].join('\n');
}

function runMarks(
  { reward: { steps, values }, track }: Pick<OverlayRun, 'reward' | 'track'>,
  i: number,
  paper: Paper,
): string {
  const ink = RUN_INK[i % RUN_INK.length];
  const stride = Math.ceil(steps.length / MOST_POINTS);
  const marks: string[] = [];
  for (let row = 0; row < steps.length; row += stride)
    marks.push(`M${px(paper.x.at(steps[row]))} ${px(paper.y.at(values[row]))}h0`);
  const points = `<path d="${marks.join('')}" stroke="${ink}" stroke-opacity=".35" stroke-width="2.4" stroke-linecap="round"/>`;
  return track === null
    ? points
    : points + area(track, ink, paper) + curve(track, ink, RUN_DASH[i % RUN_DASH.length], paper);
}

function area({ steps, band }: PictureTrack, ink: string, { x, y }: Paper): string {
  if (band === null) return '';
  const there = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(band.high[i]))}`);
  const back = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(band.low[i]))}`).reverse();
  return `<path d="M${[...there, ...back].join('L')}Z" fill="${ink}" fill-opacity=".18"/>`;
}

function curve({ steps, reward }: PictureTrack, ink: string, dash: string, { x, y }: Paper): string {
  const path = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(reward[i]))}`).join('L');
  return `<path d="M${path}" fill="none" stroke="${ink}" stroke-width="2.2"${dashed(dash)}/>`;
}

function legendLine(name: string, i: number): string {
  const ink = RUN_INK[i % RUN_INK.length];
  return (
    `<g transform="translate(${FRAME.left} ${FRAME.bottom + 52 + LINE * i})">` +
    `<path d="M0 -4h28" stroke="${ink}" stroke-width="2.2"${dashed(RUN_DASH[i % RUN_DASH.length])}/>` +
    `<text x="36">${letterOf(i)}  ${escapeMarkup(name, 110)}</text></g>`
  );
}

function dashed(pattern: string): string {
  return pattern === '' ? '' : ` stroke-dasharray="${pattern}"`;
}

function px(value: number): number {
  return Math.round(Math.min(1e5, Math.max(-1e5, value)) * 10) / 10;
}
