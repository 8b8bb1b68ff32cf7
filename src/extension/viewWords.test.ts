import { describe, expect, it } from 'vitest';
import type { Interpretation, Report, RunState } from '../report/report';
import { LogError } from '../logs/logError';
import { EngineError } from '../platform/jobFailure';
import { calmFailureOf, detailOf } from './calmFailure';
import type { LogView } from './logView';
import { isLog, sameView } from './logView';
import { plainLabel } from './plainLabel';
import { lensLine, signOf, statusWords } from './viewWords';

const RECOGNITION = { format: 'jsonl', rewardKey: 'reward' } as const;
const STAT = { identity: '1', size: 300 * 1024 * 1024, modifiedAt: 0 };
const FAILURE = { kind: 'vanished', reason: 'it vanished', remedy: 'look', line: null } as const;

function quantity(value: number): Interpretation['plateau'] {
  return { value, interval: null, unit: 'reward' };
}

function report(state: RunState, progress: number | null = null): Report {
  const reached = progress === null ? null : quantity(progress);
  const interpretation = {
    state,
    regime: 'overdamped',
    start: quantity(0.2),
    now: quantity(0.7),
    plateau: null,
    progress: reached,
  };
  return { interpretation, findings: [] as Report['findings'] } as Report;
}

function analysed(...states: [RunState, ...RunState[]]): LogView {
  const [first, ...others] = states;
  return { kind: 'analysed', reports: [report(first), ...others.map((state) => report(state))], stat: STAT };
}

describe('the worst finding', () => {
  it.each([
    ['error', ' · error: reward hacking'],
    ['warning', ' · warning: reward hacking'],
    ['info', ''],
  ] as const)('of severity %s is named in the hover', (severity, words) => {
    const finding = { mode: 'reward-hacking', verdict: 'present', severity } as Report['findings'][number];
    const log = { ...report('collapsed'), findings: [finding] };
    expect(signOf({ kind: 'analysed', reports: [log], stat: STAT })?.line).toBe(
      `GRPO reward 0.20 → 0.70 · collapsed${words}`,
    );
  });
});

describe('signOf', () => {
  it.each<[string, LogView, string | null, RegExp]>([
    ['a fitted log', analysed('collapsed'), '↓↓', /^GRPO reward 0\.20 → 0\.70 · collapsed$/],
    ['several runs', analysed('ringing', 'rising'), '∿', /and 1 more run$/],
    ['many runs', analysed('ringing', 'rising', 'rising'), '∿', /and 2 more runs$/],
    ['being read', { kind: 'reading', recognition: RECOGNITION }, '··', /being read/],
    ['too large', { kind: 'large', recognition: RECOGNITION, stat: STAT }, '··', /300 MB: open it/],
    ['not readable', { kind: 'failed', recognition: RECOGNITION, failure: FAILURE }, '×', /it vanished$/],
    ['a file a person named', { kind: 'failed', recognition: null, failure: FAILURE }, null, /./],
    ['not a log', { kind: 'not-a-log' }, null, /./],
    ['gone', { kind: 'gone' }, null, /./],
    ['not asked', { kind: 'unknown' }, null, /./],
  ])('%s', (_what, view, badge, line) => {
    const sign = signOf(view);
    expect(sign?.badge ?? null).toBe(badge);
    expect(isLog(view)).toBe(badge !== null);
    if (sign !== null) expect(sign.line).toMatch(line);
  });
});

describe('statusWords', () => {
  it.each([
    [report('rising', 0.911), 'GRPO: rising · 91 % reached'],
    [report('rising'), 'GRPO: rising'],
    [report('plateaued', 0.99), 'GRPO: plateaued'],
    [report('no-trend'), 'GRPO: no trend'],
  ])('%o', (one, words) => {
    expect(statusWords(one)).toBe(words);
  });
});

describe('lensLine', () => {
  it.each([
    ['rising', / · rising$/],
    ['no-trend', /no trend$/],
  ] as const)('ends in the word of the status bar: %s', (state, words) => {
    expect(lensLine(analysed(state))).toMatch(words);
    expect(lensLine(analysed(state))).not.toMatch(/(rising|no trend).*(rising|no trend)/);
  });
});

describe('sameView', () => {
  const failed: LogView = { kind: 'failed', recognition: null, failure: FAILURE };
  it.each<[LogView, LogView, boolean]>([
    [{ kind: 'gone' }, { kind: 'gone' }, true],
    [{ kind: 'gone' }, { kind: 'unknown' }, false],
    [failed, { ...failed }, true],
    [failed, { ...failed, failure: { ...FAILURE, line: 3 } }, false],
    [analysed('rising'), analysed('rising'), false],
  ])('%o, %o → %s', (before, after, same) => {
    expect(sameView(before, after)).toBe(same);
  });
});

describe('errors', () => {
  it.each([
    [new Error('at secret.ts:3'), /GRPO Dynamics/],
    ['a string', /GRPO Dynamics/],
    [new EngineError('Reading a.json took too long', 'stack'), /took too long/],
    [new LogError({ kind: 'empty', path: 'a', reason: 'it is empty', remedy: 'wait' }), /^it is empty$/],
  ])('%o is told calmly and kept in full for the output channel', (error, reason) => {
    const failure = calmFailureOf(error);
    expect(failure.reason).toMatch(reason);
    expect(failure.reason).not.toMatch(/secret|stack/);
    expect(failure.remedy).not.toBe('');
    expect(detailOf(error)).toMatch(/secret|string|stack|empty/);
  });
});

describe('plainLabel', () => {
  it('draws no icon that a log asks for', () => {
    expect(plainLabel('run $(trash) a')).not.toContain('$(');
    expect(plainLabel('costs $5')).toBe('costs $5');
  });
});
