import { FAILURE_MODES } from '../../../src/diagnosis/finding';
import { brier, judgedOf, reliability, type Judged } from './calibration';
import type { RealFailure } from './realFailures';
import { CONTROLS, type ScoredRun } from './scoredRun';
import { controlScores, counted, macroF1, named, tally } from './tally';

const number = (value: number, digits = 3): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Precision, recall, F1, onset and lead by mode. */
export function modeTable(runs: readonly ScoredRun[]): string {
  const rows = FAILURE_MODES.map((mode) => {
    const { tp, fp, fn, tn, precision, recall, f1 } = tally(runs, mode);
    const hits = runs.filter((run) => counted(run, mode) === true && named(run, mode));
    const errors = hits.map((run) => onsetError(run, mode));
    const within = errors.filter((error) => error <= 0.1).length / errors.length;
    const leads = hits.flatMap(({ lead }) => lead ?? []);
    const placed = hits.flatMap((run) => run.placed ?? []);
    return [
      mode,
      `${tp} / ${fp} / ${fn} / ${tn}`,
      number(precision),
      number(recall),
      number(f1),
      `${number(100 * middle(errors), 1)} %`,
      `${number(100 * within, 0)} %`,
      placed.length === 0 ? '–' : `${middle(placed)} (${placed.length} runs)`,
      leads.length === 0 ? '–' : `${middle(leads)} (${leads.length} runs)`,
    ];
  });
  return table(
    [
      'mode',
      'right / false alarm / missed / rightly absent',
      'precision',
      'recall',
      'F1',
      'median onset error',
      'onset within 10 %',
      'median lead of the place, steps',
      'of the naming',
    ],
    rows,
  );
}

function onsetError(run: ScoredRun, mode: (typeof FAILURE_MODES)[number]): number {
  const truth = run.truth[mode];
  const step = run.findings.find((finding) => finding.mode === mode)?.step ?? NaN;
  return truth.verdict === 'present' ? Math.abs(step - truth.onset) / run.span : NaN;
}

/** False alarms by healthy shape. */
export function alarmTable(runs: readonly ScoredRun[]): string {
  const healthy = runs.filter(
    ({ family, shape }) => family === 'healthy' || (family === 'real' && shape === 'healthy'),
  );
  const shapes = [...new Set(healthy.map(({ shape }) => shape))];
  const row = (name: string, of: readonly ScoredRun[]): string[] => {
    const alarmed = of.filter((run) => FAILURE_MODES.some((mode) => named(run, mode)));
    return [
      name,
      String(of.length),
      String(alarmed.length),
      `${number((100 * alarmed.length) / of.length, 1)} %`,
    ];
  };
  return table(
    ['healthy shape', 'runs', 'with any alarm', 'rate'],
    [
      ...shapes.map((shape) =>
        row(
          shape,
          healthy.filter((run) => run.shape === shape),
        ),
      ),
      row('**all**', healthy),
    ],
  );
}

/** Recall by failing shape: where we miss. */
export function shapeTable(runs: readonly ScoredRun[]): string {
  const ids = [...new Set(runs.filter(({ family }) => family !== 'healthy').map(({ id }) => id))];
  const rows = ids.map((id) => {
    const of = runs.filter((run) => run.id === id);
    const mode = FAILURE_MODES.find((name) => name === of[0].family) ?? 'dynamical-instability';
    const counts = of.filter((run) => counted(run, mode) === true);
    const ambiguous = of.filter((run) => run.truth[mode].verdict === 'ambiguous').length;
    return [
      id,
      String(of.length),
      String(ambiguous),
      String(counts.length),
      String(counts.filter((run) => named(run, mode)).length),
    ];
  });
  return table(['shape', 'runs', 'too weak to count', 'that count', 'named'], rows);
}

/** What was rightly left open: runs without the deciding column. */
export function openTable(runs: readonly ScoredRun[]): string {
  const rows = FAILURE_MODES.flatMap((mode) => {
    const without = runs.filter((run) => !run.isDecidable[mode]);
    if (without.length === 0) return [];
    const open = without.filter(
      (run) => run.findings.find((finding) => finding.mode === mode)?.verdict === 'not-assessable',
    );
    return [[mode, String(without.length), String(open.length)]];
  });
  return table(['mode', 'runs without the deciding column', 'answered not assessable'], rows);
}

/** Claimed and observed. */
export function reliabilityTable(runs: readonly ScoredRun[]): string {
  const all = judgedOf(runs);
  const block = (name: string, of: readonly Judged[]): string =>
    `${name}: Brier score ${number(brier(of), 4)} over ${of.length} verdicts.\n\n${table(
      ['confidence', 'verdicts', 'claimed', 'observed'],
      reliability(of).map(({ from, to, count, claimed, observed }) => [
        `${from} … ${to}`,
        String(count),
        number(claimed),
        number(observed),
      ]),
    )}`;
  const by = (verdict: Judged['verdict']): Judged[] => all.filter((one) => one.verdict === verdict);
  return [block('All verdicts', all), block('Present', by('present')), block('Absent', by('absent'))].join(
    '\n\n',
  );
}

/** The controls that must lose. */
export function controlTable(tuning: readonly ScoredRun[], scoring: readonly ScoredRun[]): string {
  const scores = controlScores(tuning, scoring);
  const mean = (values: readonly number[]): string =>
    number(values.reduce((sum, value) => sum + value / values.length, 0));
  const ours = FAILURE_MODES.map((mode) => tally(scoring, mode).f1);
  return table(
    ['F1', ...FAILURE_MODES, 'macro'],
    [
      ['**this version**', ...ours.map((value) => number(value)), `**${number(macroF1(scoring))}**`],
      ...CONTROLS.map((control) => {
        const values = scores.get(control) ?? [];
        return [`${control} alone, best threshold`, ...values.map((value) => number(value)), mean(values)];
      }),
    ],
  );
}

/** The labelled real runs one by one. */
export function labelledList(runs: readonly ScoredRun[]): string {
  return table(
    ['run', 'label', 'truth', 'named'],
    runs.map((run) => [
      run.id,
      run.shape,
      FAILURE_MODES.flatMap((mode) => {
        const truth = run.truth[mode];
        return truth.verdict === 'present' ? [`${mode} from ${truth.onset}`] : [];
      }).join(', '),
      run.findings
        .filter(({ verdict }) => verdict === 'present')
        .map(({ mode, step, confidence }) => `${mode} from ${step ?? '?'} (${confidence ?? '?'})`)
        .join(', '),
    ]),
  );
}

/** The public logs with a failure, and a reader's judgement. */
export function realTable(rows: readonly RealFailure[]): string {
  return table(
    ['log', 'run', 'verdicts', 'judgement'],
    rows.map(({ file, run, verdicts, judgement }) => [file, run.replaceAll('|', '/'), verdicts, judgement]),
  );
}
