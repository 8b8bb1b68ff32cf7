import { t } from '@vscode/l10n';
import type { Series } from '../run/run';
import { alongTrack } from './alongTrack';
import type { CurvePicture } from './curvePicture';
import { findingLines } from './findingLines';
import { findingsSentence, orderFindings } from './findingsInWords';
import { fitRows } from './fitRows';
import { formatStep } from './formatNumber';
import { noteInWords } from './noteInWords';
import { numberRows } from './numberRows';
import { painter, type Paint } from './paint';
import { plainText } from './plainText';
import type { Report, RunState } from './report';
import { firstSentence } from './sentences';
import { textChart } from './textChart';
import { tellsWhatIsMissing } from './tellsWhatIsMissing';
import { textTable } from './textTable';
import { wrapText } from './wrapText';

/** How a Report is written for a terminal. */
export interface TextStyle {
  readonly colour: boolean;
  /** Columns; 80 without. */
  readonly width?: number;
  /** All points, for the chart; no chart without. */
  readonly reward?: Series;
  /** The curve that is read, for the chart; points only without. */
  readonly picture?: CurvePicture | null;
  /** Also all fits, what moves the constants, and why others are missing. */
  readonly details?: boolean;
}

const NARROWEST = 50;
const WIDEST = 100;
const CHART_HEIGHT = 7;
const CHART_MARGIN = 12;
const INDENT = '  ';

/**
 * A Report for people at a terminal: the answer first, a small chart, the failure modes, the numbers, how the log was
 * read; with details the fits, what moves the constants and the small print. Text from the log is stripped of control
 * characters; colours only when asked for.
 */
export function renderText(report: Report, style: TextStyle): string {
  const paint = painter(style.colour);
  const width = Math.min(Math.max(style.width ?? 80, NARROWEST), WIDEST);
  const sections = [
    heading(report, paint, width),
    answer(report, paint, width),
    chart(report, style, paint, width),
    failureModes(report, paint, width),
    numbers(report, paint),
    ...(style.details === true ? [fits(report, paint, width), meaning(report, width)] : []),
    notes(report, paint, width, style.details === true),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What a logged step is, behind the steps. */
const UNITS: Readonly<Record<Report['source']['stepUnit']['value'], () => string>> = {
  update: () => ` ${t('(updates)')}`,
  rollout: () => ` ${t('(rollouts)')}`,
  unknown: () => '',
};

function heading({ source, metrics }: Report, paint: Paint, width: number): string[] {
  const { steps, format, run, stepUnit } = source;
  const name = run === null ? source.path : `${source.path} · ${run}`;
  const unit = UNITS[stepUnit.value]();
  const range =
    steps.count === 1
      ? t('1 step ({0})', formatStep(steps.first))
      : t('{0} steps, {1} to {2}', ...[steps.count, steps.first, steps.last].map(formatStep)) + unit;
  const facts = `${format} · ${range} · ${t('reward: {0}', plainText(metrics['reward'] ?? 'unknown'))}`;
  return [paint.strong(plainText(name, 1000)), ...wrapText(facts, width).map(paint.dim)];
}

const STATE_PAINT: Readonly<Record<RunState, keyof Paint>> = {
  rising: 'good',
  plateaued: 'good',
  'plateaued-learning-rate': 'warn',
  falling: 'bad',
  ringing: 'warn',
  collapsing: 'bad',
  collapsed: 'bad',
  'no-trend': 'warn',
  'too-early': 'warn',
  unclear: 'warn',
};

function answer(report: Report, paint: Paint, width: number): string[] {
  const colour = paint[STATE_PAINT[report.interpretation.state]];
  return [
    ...wrapText(firstSentence(report), width).map((line) => colour(paint.strong(line))),
    ...wrapText(findingsSentence(report.findings), width).map(paintOf(report, paint)),
  ];
}

/** The second sentence is as loud as its worst finding. */
function paintOf({ findings }: Report, paint: Paint): (text: string) => string {
  const severities = findings.map(({ severity }) => severity);
  if (severities.includes('error')) return paint.bad;
  return severities.includes('warning') ? paint.warn : (text) => text;
}

/** Points, and over them the curve where colour tells the two apart. */
function chart(
  report: Report,
  { reward, picture, colour }: TextStyle,
  paint: Paint,
  width: number,
): string[] {
  if (reward === undefined || reward.values.every((value) => value === reward.values[0])) return [];
  const curve = colour && picture ? (step: number) => alongTrack(picture.fit, step) ?? NaN : null;
  return textChart(
    { steps: reward.steps, values: reward.values, curve, cuts: cutsOf(report) },
    { width: width - CHART_MARGIN, height: CHART_HEIGHT, paintCurve: paint.accent },
  );
}

/** Where the run is cut, first steps of what follows. */
function cutsOf({ segments }: Report): number[] {
  return segments.flatMap(({ cut }) => (cut === null ? [] : [cut.step]));
}

function numbers(report: Report, paint: Paint): string[] {
  return numberRows(report).map(([label, value]) => `${INDENT}${paint.dim(label.padEnd(18))}${value}`);
}

function aboutBic(): string {
  return t(
    'ΔBIC: how much worse than the best curve this one explains the log, its constants and the carried-over noise counted; under 6 the two cannot be told apart.',
  );
}

/** States in which no curve means anything. */
const WITHHELD: ReadonlySet<RunState> = new Set(['no-trend', 'too-early']);

/** The curves side by side. */
function fits(report: Report, paint: Paint, width: number): string[] {
  const [head, ...rows] = textTable(fitRows(report));
  if (rows.length === 0 || WITHHELD.has(report.interpretation.state)) return [];
  const caption = wrapText(aboutBic(), width - 2).map((line) => INDENT + paint.dim(line));
  return [`${INDENT}${paint.dim(head)}`, ...rows.map((row) => INDENT + row), ...caption];
}

function meaning({ interpretation }: Report, width: number): string[] {
  return interpretation.sentences.slice(1).flatMap((sentence) => wrapText(plainText(sentence, 600), width));
}

function failureModes({ findings }: Report, paint: Paint, width: number): string[] {
  return [
    paint.dim(t('Failure modes')),
    ...orderFindings(findings).flatMap((finding) => findingLines(finding, paint, width)),
  ];
}

/** How the log was read; with details also why constants are missing, else what asks for them. */
function notes(report: Report, paint: Paint, width: number, details: boolean): string[] {
  const shown = details ? report.notes : report.notes.filter((note) => !tellsWhatIsMissing(note));
  const lines = shown.flatMap((note) =>
    wrapText(`· ${plainText(noteInWords(note), 600)}`, width - 2, INDENT),
  );
  return [
    ...(lines.length === 0 ? [] : [paint.dim(t('Notes')), ...lines.map((line) => INDENT + paint.dim(line))]),
    ...(details ? [] : wrapText(MORE, width).map(paint.dim)),
  ];
}

/** For the command line only, which speaks English. */
const MORE =
  '--details: all curves side by side, what moves the constants, why some are missing. --json: everything.';
