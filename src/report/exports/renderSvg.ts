import { t } from '@vscode/l10n';
import type { PictureBand, PictureTrack } from '../curvePicture';
import { MODE_LABELS } from '../findingsInWords';
import { formatStep, formatTo } from '../formatNumber';
import { formatQuantity } from '../formatQuantity';
import { levelResolution } from '../levelResolution';
import { firstSentence } from '../sentences';
import { wrapText } from '../wrapText';
import type { Figure } from './figure';
import { rewardScale, roundTicks, stepScale, type Scale } from './figureScale';
import { escapeMarkup } from './markup';

const WIDTH = 860;
const HEIGHT = 480;
/** Height of the heading that HEIGHT has room for: a name and two lines; each further line takes as much as one. */
const HEADING_LINES = 2;
const LINE = 18;
const FRAME = { left: 64, right: 840, top: 78, bottom: 420 } as const;
/** Print palette: dark on white whatever the editor's theme; told apart by dash and shape as well as by colour. */
const INK = {
  text: '#222',
  faint: '#666',
  grid: '#e2e2e2',
  point: '#56788f',
  fit: '#d55e00',
  mark: '#b00020',
};
/** Points above this are thinned evenly for drawing, and the figure says so. */
const MOST_POINTS = 20_000;
const CHARACTERS = 104;
/** Top of the frame where there is no heading, px. */
const TOP_WITHOUT = 16;

/** Everything is drawn with these. */
interface Paper {
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * One run as a stand-alone SVG document: all points, the fitted curve with its 95 % bands, the forecast, the plateau and
 * where failures start. White paper and dark ink, independent of any theme; the same bytes for the same run.
 *
 * @param figure the run
 * @param hasHeading whether name and first sentence stand above the picture; without where a page has them already
 * @returns the document
 */
export function renderSvg(figure: Figure, hasHeading = true): string {
  const paper = {
    x: stepScale(figure, FRAME.left, FRAME.right),
    y: rewardScale(figure, FRAME.top, FRAME.bottom),
  };
  const lines = hasHeading ? wrapText(firstSentence(figure.report), CHARACTERS) : [];
  const down = hasHeading ? LINE * Math.max(0, lines.length - HEADING_LINES) : TOP_WITHOUT - FRAME.top;
  const height = HEIGHT + down;
  const body = [
    hasHeading ? heading(figure, lines) : '',
    `<g transform="translate(0 ${down})">`,
    axes(figure, paper),
    `<g clip-path="url(#frame)">`,
    bands(figure, paper),
    points(figure, paper),
    curves(figure, paper),
    plateau(figure, paper),
    marks(figure, paper),
    '</g>',
    legend(figure),
    '</g>',
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `font-family="system-ui, sans-serif" font-size="12" fill="${INK.text}" role="img" ` +
    `aria-label="${escapeMarkup(firstSentence(figure.report))}">\n` +
    `<defs><clipPath id="frame"><rect x="${FRAME.left}" y="${FRAME.top}" width="${FRAME.right - FRAME.left}" ` +
    `height="${FRAME.bottom - FRAME.top}"/></clipPath></defs>\n<rect width="${WIDTH}" height="${height}" fill="#fff"/>\n` +
    `${body.filter((part) => part !== '').join('\n')}\n</svg>\n`
  );
}

function heading({ report }: Figure, lines: readonly string[]): string {
  const { path, run } = report.source;
  const name = run === null ? path : `${path} · ${run}`;
  return [
    `<text x="${FRAME.left}" y="22" fill="${INK.faint}">${escapeMarkup(name, 130)}</text>`,
    ...lines.map(
      (line, i) =>
        `<text x="${FRAME.left}" y="${42 + LINE * i}" font-size="14" font-weight="600">${escapeMarkup(line)}</text>`,
    ),
  ].join('\n');
}

function axes({ report }: Figure, { x, y }: Paper): string {
  const resolution = levelResolution(report.interpretation);
  const parts = roundTicks(y, false).map(
    (tick) =>
      `<path d="M${FRAME.left} ${px(y.at(tick))}H${FRAME.right}" stroke="${INK.grid}"/>` +
      `<text x="${FRAME.left - 8}" y="${px(y.at(tick) + 4)}" text-anchor="end">${formatTo(tick, resolution)}</text>`,
  );
  for (const tick of roundTicks(x, true))
    parts.push(
      `<path d="M${px(x.at(tick))} ${FRAME.bottom}v5" stroke="${INK.faint}"/>` +
        `<text x="${px(x.at(tick))}" y="${FRAME.bottom + 18}" text-anchor="middle">${formatStep(tick)}</text>`,
    );
  const { left, right, top, bottom } = FRAME;
  return [
    ...parts,
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${INK.faint}"/>`,
    `<text x="${(left + right) / 2}" y="${bottom + 36}" text-anchor="middle" fill="${INK.faint}">${t('step')}</text>`,
  ].join('\n');
}

function points({ reward: { steps, values } }: Figure, { x, y }: Paper): string {
  const stride = Math.ceil(steps.length / MOST_POINTS);
  const marks: string[] = [];
  for (let i = 0; i < steps.length; i += stride)
    marks.push(`M${px(x.at(steps[i]))} ${px(y.at(values[i]))}h0`);
  const width = steps.length > 600 ? 2.2 : 3.4;
  return `<path d="${marks.join('')}" stroke="${INK.point}" stroke-opacity=".6" stroke-width="${width}" stroke-linecap="round"/>`;
}

function bands({ picture }: Figure, paper: Paper): string {
  return [picture?.fit, picture?.ahead]
    .flatMap((track) =>
      track ? [area(track, track.row, 0.1, paper), area(track, track.band, 0.22, paper)] : [],
    )
    .join('');
}

function area({ steps }: PictureTrack, band: PictureBand | null, opacity: number, { x, y }: Paper): string {
  if (band === null) return '';
  const there = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(band.high[i]))}`);
  const back = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(band.low[i]))}`).reverse();
  return `<path d="M${[...there, ...back].join('L')}Z" fill="${INK.fit}" fill-opacity="${opacity}"/>`;
}

function curves({ picture }: Figure, paper: Paper): string {
  if (picture === null) return '';
  const ahead = picture.ahead === null ? '' : line(picture.ahead, '7 5', paper);
  return line(picture.fit, '', paper) + ahead;
}

function line({ steps, reward }: PictureTrack, dash: string, { x, y }: Paper): string {
  const path = steps.map((step, i) => `${px(x.at(step))} ${px(y.at(reward[i]))}`).join('L');
  return `<path d="M${path}" fill="none" stroke="${INK.fit}" stroke-width="2"${dashed(dash)}/>`;
}

function plateau({ report: { interpretation } }: Figure, { y }: Paper): string {
  const quantity = interpretation.plateau;
  if (quantity === null || quantity.value < y.from || quantity.value > y.to) return '';
  const at = px(y.at(quantity.value));
  const words = formatQuantity(quantity, { terse: true, resolution: levelResolution(interpretation) });
  return (
    `<path d="M${FRAME.left} ${at}H${FRAME.right}" stroke="${INK.faint}"${dashed('2 4')}/>` +
    `<text x="${FRAME.right - 6}" y="${px(at - 5)}" text-anchor="end">${escapeMarkup(t('plateau {0}', words))}</text>`
  );
}

/** Where a failure starts: a line with its name. */
function marks({ report: { findings } }: Figure, { x }: Paper): string {
  return findings
    .flatMap(({ verdict, step, mode }) => (verdict === 'present' && step !== null ? [{ step, mode }] : []))
    .map(({ step, mode }, i) => {
      const at = px(x.at(step));
      const name = t('{0}, step {1}', MODE_LABELS[mode], formatStep(step));
      return (
        `<path d="M${at} ${FRAME.top}V${FRAME.bottom}" stroke="${INK.mark}"${dashed('4 3')}/>` +
        `<text x="${px(at + 5)}" y="${FRAME.top + 16 + 16 * i}" fill="${INK.mark}">${escapeMarkup(name)}</text>`
      );
    })
    .join('');
}

function legend({ picture, reward }: Figure): string {
  const total = reward.steps.length;
  const logged =
    total > MOST_POINTS
      ? t('reward as logged, every {0}th drawn', Math.ceil(total / MOST_POINTS))
      : t('reward as logged');
  const entries = [
    `<path d="M0 -4h0" stroke="${INK.point}" stroke-width="5" stroke-linecap="round"/><text x="8">${logged}</text>`,
  ];
  if (picture !== null)
    entries.push(
      `<path d="M0 -4h20" stroke="${INK.fit}" stroke-width="2"/><text x="26">${t('fitted curve')}</text>`,
      `<rect y="-10" width="20" height="12" fill="${INK.fit}" fill-opacity=".3"/><text x="26">${t('95 % of the curve, lighter: of one row')}</text>`,
    );
  if (picture !== null && picture.ahead !== null)
    entries.push(
      `<path d="M0 -4h20" stroke="${INK.fit}" stroke-width="2"${dashed('7 5')}/><text x="26">${t('forecast')}</text>`,
    );
  return entries
    .map(
      (entry, i) =>
        `<g transform="translate(${FRAME.left + [0, 210, 330, 590][i]} ${HEIGHT - 8})">${entry}</g>`,
    )
    .join('\n');
}

function dashed(pattern: string): string {
  return pattern === '' ? '' : ` stroke-dasharray="${pattern}"`;
}

function px(value: number): number {
  return Math.round(Math.min(1e5, Math.max(-1e5, value)) * 10) / 10;
}
