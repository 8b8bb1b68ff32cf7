import { evaluateCurve } from '../../../src/dynamics/evaluateCurve';
import type { CurveName } from '../../../src/dynamics/fit';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { panelSeries } from '../../../src/extension/panel/panelSeries';
import { MAX_SENT_POINTS, thinPoints } from '../../../src/extension/panel/thinPoints';
import type { HostMessage, PanelPoints, ReplayMessage } from '../../../src/protocol';
import { curvePicture, type CurvePicture } from '../../../src/report/curvePicture';
import { boundRun, fittedMessage, replayMessage } from './fittedFixture';
import { REUSED_ROLLOUTS } from '../../boundLog';
import { handMadeRun } from '../../handMadeRun';
import { residualCheck } from '../../../src/report/residualCheck';
import { whatIfOf, type WhatIf } from '../../../src/report/whatIfOf';
import { timeAxes } from '../../../src/report/timeAxes';
import type { Series } from '../../../src/run/run';
import { reportFits } from '../../../src/report/reportFit';
import type { Finding, Interpretation, Quantity, Report } from '../../../src/report/report';

const URI = 'file:///runs/run.jsonl';

/** Numbers that look like noise and are the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    let sum = 0;
    for (let i = 0; i < 6; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sum += state / 2 ** 32 - 0.5;
    }
    return sum * Math.SQRT2;
  };
}

function quantity(value: number, half: number | null, unit: string): Quantity {
  return { value, interval: half === null ? null : [value - half, value + half], unit };
}

function points(count: number, stride: number, reward: (t: number) => number, sigma: number): PanelPoints {
  const next = noise(count);
  const steps = Array.from({ length: count }, (_, i) => i * stride);
  return {
    steps,
    rewards: steps.map((t) => reward(t) + sigma * next()),
    lines: steps.map((_, i) => i + 1),
  };
}

function curve(name: CurveName, constants: Record<string, number>): (t: number) => number {
  return (t) => evaluateCurve(name, constants, t);
}

function fitsOf({ steps, rewards }: PanelPoints): Report['fits'] {
  return reportFits(fitCurves(Float64Array.from(steps), Float64Array.from(rewards)));
}

/** What the host computes of a run beside its Report. */
function computedFor(
  { steps, rewards }: PanelPoints,
  report: Report,
): { picture: CurvePicture | null; whatIf: WhatIf } {
  const run = handMadeRun(rewards, { config: new Map(Object.entries(report.config)) }, steps);
  const fits = fitCurves(run.reward.steps, run.reward.values);
  return { picture: curvePicture(run, fits, report, null), whatIf: whatIfOf(run, fits, report) };
}

const NOTHING: Interpretation = {
  state: 'unclear',
  regime: 'not-identifiable',
  curve: null,
  rival: null,
  start: null,
  now: null,
  plateau: null,
  progress: null,
  remainingGain: null,
  timescale: null,
  riseTime95: null,
  slowStart: null,
  overshoot: null,
  stiffness: null,
  inertia: null,
  damping: null,
  curvature: null,
  noise: null,
  sentences: [],
};

function unknown(mode: Finding['mode'], summary: string): Finding {
  return {
    mode,
    verdict: 'not-assessable',
    severity: null,
    confidence: null,
    step: null,
    line: null,
    column: null,
    summary,
    evidence: [],
    advice: [],
    outlook: null,
    consequenceOf: null,
  };
}

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  rising: [
    'Rising: 91 % of the way to 0.780 ± 0.021, about 160 steps more to 95 % of the rise. Let it run.',
    'Every 190 ± 15 steps or so it closes about two thirds of the gap that is left (timescale, read from a curve with a slow start).',
    'A logistic S-curve, which has no mechanism behind it, fits better (ΔBIC 7.2) and puts the plateau at 0.74.',
  ],
  plateaued: [
    'Plateaued at about 0.64 since about step 600: more steps at these settings are not expected to add to it.',
  ],
  ringing: [
    'Ringing around 0.6000 [0.5920, 0.6110]: the reward swings past its plateau and back, less each time. It settles by itself if the swings go on shrinking.',
  ],
  'too-early': [
    'Too early: 12 steps have a reward, and a curve can be judged from about 20 on. Let it run until then.',
  ],
  'no-trend': [
    'No trend: over 300 steps the reward stays around 0.31, and no curve describes it better than a constant. Nothing here says that waiting will change it.',
  ],
};

const NOT_ASSESSED: readonly Finding[] = [
  unknown('reward-hacking', 'The log has no held-out metric.'),
  unknown('advantage-degeneracy', 'The log has no column for groups with equal rewards.'),
  unknown('policy-concentration', 'The log has no entropy.'),
  unknown('dynamical-instability', 'Too early: 12 rows, at least 20 are needed for any verdict.'),
];

const DEGENERATE: readonly Finding[] = [
  unknown('reward-hacking', 'The log has no held-out metric.'),
  {
    mode: 'advantage-degeneracy',
    verdict: 'present',
    severity: 'warning',
    confidence: 0.88,
    step: 310,
    line: 311,
    column: null,
    summary: '61 % of groups give no gradient; at this reward 22 % would be expected.',
    evidence: [
      { metric: 'frac_reward_zero_std', step: 310, value: 0.61, expected: 'about 0.22' },
      { metric: 'reward_std', step: 310, value: 0.031, expected: null },
    ],
    advice: ['Harder prompts, or a larger group: 16 in place of 8 would bring it to about 31 %.'],
    outlook: 'With 39 % of the groups alive the reward stays near 0.64.',
    consequenceOf: null,
  },
  {
    ...unknown('policy-concentration', 'Entropy settles at 64 % of its start.'),
    verdict: 'absent',
    confidence: 0.9,
  },
  { ...unknown('dynamical-instability', 'No ringing, no spikes.'), verdict: 'absent', confidence: 0.93 },
];

function reportOf(
  data: PanelPoints,
  interpretation: Partial<Interpretation>,
  more: Partial<Report> = {},
): Report {
  const first = data.steps[0] ?? 0;
  const last = data.steps.at(-1) ?? 0;
  const dropped = {
    malformed: 0,
    nonFinite: 0,
    noReward: 0,
    noStep: 0,
    averaged: 0,
    replacedByResume: 0,
    forwardFilled: 0,
  };
  return {
    schema: 'grpo-dynamics/report@1',
    source: {
      path: 'run.jsonl',
      format: 'jsonl',
      run: null,
      rows: data.steps.length,
      steps: { first, last, count: data.steps.length },
      stepUnit: { value: 'update', from: 'TRL logs one row per update' },
      dropped: { ...dropped, malformed: 1, replacedByResume: 120 },
      rewardColumns: ['rewards/mean'],
    },
    metrics: { reward: 'rewards/mean', step: 'global_step', entropy: 'entropy' },
    config: {
      groupSize: { value: 8, from: 'trainer_state.json' },
      beta1: { value: 0.9, from: 'assumed: Adam’s default' },
      optimizer: { value: 'adam', from: 'assumed' },
    },
    fits: fitsOf(data),
    selected: null,
    noiseCeiling: 0.957,
    segment: { first, last, why: 'the whole run' },
    segments: [{ first, last, steps: data.steps.length, cut: null, fitted: true }],
    forecast: null,
    stability: null,
    findings: NOT_ASSESSED,
    notes: ['bound: the learning rate is not known; give it with --learning-rate.'],
    ...more,
    interpretation: {
      ...NOTHING,
      sentences: SENTENCES[interpretation.state ?? 'unclear'] ?? [],
      ...interpretation,
    },
  };
}

function analysis(data: PanelPoints, report: Report, more: Partial<HostMessage> = {}): HostMessage {
  return {
    type: 'analysis',
    revision: 1,
    fileName: 'run.jsonl',
    uri: URI,
    runs: [null],
    selectedRun: 0,
    points: data,
    report,
    ...computedFor(data, report),
    series: [],
    axes: [],
    residuals: null,
    modifiedAt: Date.now() - 40_000,
    ...more,
  } as HostMessage;
}

const slowStart = { R0: 0.21, plateau: 0.78, omega0: 0.012, zeta: 1.4 };
const rising = (): HostMessage => {
  const data = points(420, 1, curve('inertial', slowStart), 0.03);
  const report = reportOf(
    data,
    {
      state: 'rising',
      regime: 'overdamped',
      curve: 'inertial',
      rival: { curve: 'logistic', deltaBicAr: 7.2, plateau: 0.74 },
      start: quantity(0.21, 0.01, 'reward'),
      now: quantity(0.73, 0.01, 'reward'),
      plateau: quantity(0.78, 0.021, 'reward'),
      progress: quantity(0.91, 0.03, 'fraction'),
      remainingGain: quantity(0.05, 0.019, 'reward'),
      timescale: quantity(190, 15, 'steps'),
      riseTime95: quantity(575, 34, 'steps'),
      slowStart: quantity(74, 9, 'steps'),
      stiffness: quantity(0.0043, 0.0004, '1/step'),
      inertia: quantity(29.7, 4.1, 'steps'),
      damping: quantity(1.4, 0.12, ''),
    },
    { selected: 'logistic', findings: DEGENERATE },
  );
  return analysis(data, report, evidence(data, report));
};

/** Evidence metrics beside the reward: more than are shown at once, one of them logged now and then only. */
function evidence({ steps, rewards }: PanelPoints, report: Report): Partial<HostMessage> {
  const next = noise(7);
  const column = (every: number, value: (t: number, i: number) => number): Series => {
    const rows = steps.filter((_, i) => i % every === 0);
    const values = Float64Array.from(rows, (t, i) => value(t, i));
    return { steps: Float64Array.from(rows), values, lines: null, columns: null };
  };
  const series = new Map([
    ['entropy', column(1, (t) => 0.5 + 0.6 * Math.exp(-t / 120) + 0.02 * next())],
    ['zeroStdFraction', column(1, (t) => Math.min(0.61, 0.2 + t / 750) + 0.03 * next())],
    ['kl', column(1, (t) => t / 9000 + 0.003 * next() ** 2)],
    ['completionLength', column(1, (t) => 310 + t / 3 + 12 * next())],
    ['gradNorm', column(1, (t) => 0.4 + 0.1 * next() ** 2 + (t === 200 ? 3 : 0))],
    ['evalReward', column(20, (t) => 0.2 + t / 1200)],
    ['tokens', column(1, (_, i) => 41_000 * (i + 1) + i * i * 90)],
    ['stepTime', column(1, (t) => 30 + t / 20 + next())],
    ['learningRate', column(1, (t) => 1e-6 * (1 - t / 600))],
  ]);
  const keys = { zeroStdFraction: 'frac_reward_zero_std', evalReward: 'eval_reward', gradNorm: 'grad_norm' };
  const reward = {
    steps: Float64Array.from(steps),
    values: Float64Array.from(rewards),
    lines: null,
    columns: null,
  };
  return {
    series: panelSeries(series, keys),
    axes: timeAxes(series, reward),
    residuals: residualCheck(reward, report, null),
  };
}

/** A hundred thousand rows, thinned as the host thins them. */
const huge = (): HostMessage => {
  const count = 100_000;
  const data = points(count, 1, curve('exponential', { R0: 0.12, plateau: 0.64, tau: count / 9 }), 0.05);
  const few = plateaued(1000, 100) as Extract<HostMessage, { type: 'analysis' }>;
  const { steps, rewards } = data;
  const all = {
    steps: Float64Array.from(steps),
    values: Float64Array.from(rewards),
    lines: null,
    columns: null,
  };
  const rows = thinPoints(all, MAX_SENT_POINTS);
  const sent = {
    steps: rows.map((row) => steps[row]),
    rewards: rows.map((row) => rewards[row]),
    lines: rows.map((row) => row + 1),
    total: count,
  };
  return {
    ...few,
    points: sent,
    series: panelSeries(
      new Map([
        ['entropy', all],
        ['kl', all],
      ]),
      {},
    ),
  };
};

const plateaued = (count = 900, stride = 2): HostMessage => {
  const tau = (count * stride) / 9;
  const data = points(count, stride, curve('exponential', { R0: 0.12, plateau: 0.64, tau }), 0.05);
  return analysis(
    data,
    reportOf(
      data,
      {
        state: 'plateaued',
        regime: 'overdamped',
        curve: 'exponential',
        start: quantity(0.12, null, 'reward'),
        now: quantity(0.64, null, 'reward'),
        plateau: quantity(0.64, null, 'reward'),
        progress: quantity(0.999, null, 'fraction'),
        timescale: quantity(tau, null, 'steps'),
        riseTime95: quantity(3 * tau, null, 'steps'),
        stiffness: quantity(1 / tau, null, '1/step'),
      },
      { selected: 'exponential', noiseCeiling: 0.81 },
    ),
  );
};

const ringing = (): HostMessage => {
  const constants = { R0: 0.2, plateau: 0.6, omega0: 0.05, zeta: 0.16 };
  const data = points(360, 1, curve('oscillator', constants), 0.02);
  return analysis(
    data,
    reportOf(
      data,
      {
        state: 'ringing',
        regime: 'oscillatory',
        curve: 'oscillator',
        start: quantity(0.2, 0.01, 'reward'),
        now: quantity(0.6, 0.01, 'reward'),
        plateau: { value: 0.6, interval: [0.592, 0.611], unit: 'reward' },
        progress: quantity(1, 0.02, 'fraction'),
        timescale: quantity(125, 12, 'steps'),
        riseTime95: quantity(33, 2, 'steps'),
        slowStart: quantity(28.5, 1.2, 'steps'),
        overshoot: quantity(0.6, 0.03, 'fraction'),
        stiffness: quantity(0.156, 0.02, '1/step'),
        inertia: quantity(62, 7, 'steps'),
        damping: quantity(0.16, 0.02, ''),
      },
      { selected: 'oscillator' },
    ),
  );
};

const tooEarly = (): HostMessage => {
  const data = points(12, 10, (t) => 0.1 + t / 900, 0.02);
  const notes = ['too early: 12 steps are in the log; 20 are the least from which a curve says anything.'];
  return analysis(
    data,
    reportOf(data, { state: 'too-early', regime: 'too-early' }, { noiseCeiling: null, notes }),
  );
};

const noTrend = (): HostMessage => {
  const data = points(300, 1, () => 0.31, 0.06);
  const notes = ['no curve is trusted: a constant describes the log as well.'];
  return analysis(
    data,
    reportOf(data, { state: 'no-trend', regime: 'no-trend' }, { noiseCeiling: -0.02, notes }),
  );
};

const failed: HostMessage = {
  type: 'failed',
  revision: 2,
  fileName: 'run.jsonl',
  reason: 'There is no reward column among: step, loss, learning_rate, grad_norm.',
  remedy: 'Name the column with the setting grpoDynamics.metric, or log a reward.',
  line: 1,
};

const hostile = (): HostMessage => {
  const message = rising() as Extract<HostMessage, { type: 'analysis' }>;
  const bad = '<img src=x onerror=alert(1)>';
  return {
    ...message,
    fileName: `${bad}.jsonl`,
    report: {
      ...message.report,
      metrics: { reward: bad, ['__proto__x']: bad },
      config: { model: { value: bad, from: bad } },
      notes: [bad],
    },
  };
};

const arms = (selected: number): HostMessage => {
  const message = rising() as Extract<HostMessage, { type: 'analysis' }>;
  const names = ['baseline', 'group size 16', 'no KL'];
  const { source } = message.report;
  const report = { ...message.report, source: { ...source, run: names[selected] ?? null } };
  return { ...message, runs: names, selectedRun: selected, report };
};

const TOLD = { optimizer: 'sgd', beta1: 0.9, refreshInterval: 4, groupSize: 8, learningRate: 1e-3 };

/** A run whose log tells all that "what if" needs, and the same with less. */
const told = (config: Readonly<Record<string, number | string>>): HostMessage =>
  fittedMessage(boundRun(REUSED_ROLLOUTS, config, 300), URI);

const early = (message: HostMessage): HostMessage => {
  if (message.type !== 'analysis') return message;
  const { revision, fileName, uri, runs, selectedRun, points: data } = message;
  return { type: 'points', revision, fileName, uri, runs, selectedRun, points: data };
};

/** What the host would say in each situation, in order. */
const FIXTURES: Readonly<Record<string, () => readonly HostMessage[]>> = {
  rising: () => [rising()],
  plateaued: () => [plateaued()],
  ringing: () => [ringing()],
  'too-early': () => [tooEarly()],
  'no-trend': () => [noTrend()],
  many: () => [plateaued(10_000, 1)],
  huge: () => [huge()],
  points: () => [early(rising())],
  'points-many': () => [early(plateaued(10_000, 1))],
  reading: () => [
    {
      type: 'reading',
      revision: 1,
      fileName: 'run.jsonl',
      uri: URI,
      bytes: 3_600_000,
      totalBytes: 12_400_000,
    },
  ],
  'reading-unknown': () => [
    { type: 'reading', revision: 1, fileName: 'run.jsonl', uri: URI, bytes: 3_600_000, totalBytes: null },
  ],
  failed: () => [{ ...failed, revision: 1 }],
  'failed-after': () => [rising(), failed],
  gone: () => [rising(), { type: 'gone', revision: 2, fileName: 'run.jsonl' }],
  runs: () => [arms(1)],
  told: () => [told(TOLD)],
  'told-adam': () => [told({ ...TOLD, optimizer: 'adam' })],
  'told-less': () => [told({ beta1: 0.9, refreshInterval: 4 })],
  hostile: () => [hostile()],
};

/** The messages of a situation by name; none for a name that is not known. */
export function fixtureMessages(name: string): readonly HostMessage[] {
  return Object.hasOwn(FIXTURES, name) ? FIXTURES[name]() : [];
}

/** What the host would answer about an earlier step of the `told` run. */
export function replayAnswer(step: number): ReplayMessage {
  return replayMessage(boundRun(REUSED_ROLLOUTS, TOLD, 300), step);
}

/** The same run of the multi-run file that a person picks. */
export function armMessage(index: number): HostMessage {
  return arms(index);
}
