import { describe, expect, it } from 'vitest';
import type { Report, RunState } from '../../report/report';
import type { LogView } from '../logView';
import type { RunEntry } from './runEntry';
import { rankOf, worstReport } from './runEntry';
import { matchesFilter, sortRuns } from './runOrder';
import { runWords } from './runWords';

const STAT = { identity: '1', size: 1, modifiedAt: 0 };
const RECOGNITION = { format: 'jsonl', rewardKey: 'reward' } as const;

function report(
  state: RunState,
  severity: 'error' | 'warning' | null = null,
  run: string | null = null,
): Report {
  const findings = severity === null ? [] : [{ mode: 'reward-hacking', verdict: 'present', severity }];
  const interpretation = { state, progress: { value: 0.914, interval: null, unit: '' } };
  return { source: { run }, interpretation, findings } as unknown as Report;
}

function analysed(...reports: [Report, ...Report[]]): LogView {
  return { kind: 'analysed', reports, stat: STAT };
}

function entry(path: string, view: LogView, modifiedAt = 0): RunEntry {
  return { key: `file:///${path}`, path, view, modifiedAt, sparks: [] };
}

const FAILED: LogView = {
  kind: 'failed',
  recognition: RECOGNITION,
  failure: { kind: 'vanished', reason: 'it vanished', remedy: 'look', line: null },
};

describe('rankOf', () => {
  it.each<[string, LogView, string]>([
    ['an error', analysed(report('rising', 'error')), 'error'],
    ['a warning in the second run', analysed(report('rising'), report('rising', 'warning')), 'warning'],
    ['a reward that fell', analysed(report('collapsed')), 'falling'],
    ['nothing to say', analysed(report('plateaued')), 'calm'],
    ['a log that cannot be read', FAILED, 'unreadable'],
    ['a log that nobody read', { kind: 'reading', recognition: RECOGNITION }, 'unread'],
  ])('%s', (_what, view, rank) => {
    expect(rankOf(view)).toBe(rank);
  });
});

describe('worstReport', () => {
  it('is the first of the worst', () => {
    const worst = report('rising', 'warning', 'b');
    expect(worstReport([report('rising', null, 'a'), worst, report('rising', 'warning', 'c')])).toBe(worst);
  });
});

describe('runWords', () => {
  it.each([
    [report('rising'), 'rising · 91 % reached'],
    [report('collapsed', 'error'), 'reward hacking · collapsed'],
    [report('too-early'), 'too early to tell'],
  ])('says %#', (one, words) => {
    expect(runWords(one)).toBe(words);
  });
});

describe('sortRuns', () => {
  const calm = entry('b', analysed(report('rising')), 3);
  const older = entry('c', analysed(report('rising')), 1);
  const bad = entry('a', analysed(report('rising', 'error')), 2);
  const twin = entry('aa', analysed(report('rising')), 1);

  it('puts the worst first, then the newest', () => {
    expect(sortRuns([older, calm, twin, bad], 'severity')).toEqual([bad, calm, twin, older]);
  });

  it('puts the newest first', () => {
    expect(sortRuns([older, calm, bad], 'recency')).toEqual([calm, bad, older]);
  });
});

describe('matchesFilter', () => {
  const one = entry('runs/Seed-3/m.jsonl', analysed(report('collapsed', 'error', 'arm β')));

  it.each([
    ['', true],
    ['seed', true],
    ['COLLAPSED seed', true],
    ['hacking', true],
    ['arm', true],
    ['error', true],
    ['warning', false],
    ['seed rising', false],
  ])('%s → %s', (filter, matches) => {
    expect(matchesFilter(one, filter)).toBe(matches);
  });
});
