import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../report/report';
import { configPlace } from './configPlace';
import { MutedModes } from './mutedModes';
import { evidenceInWords, evidenceOn, problemEntries, worstSeverity } from './problemEntries';

const finding = (changes: Partial<Finding>): Finding => ({
  mode: 'advantage-degeneracy',
  verdict: 'present',
  severity: 'warning',
  confidence: 0.9,
  step: 310,
  line: 312,
  column: null,
  summary: '61 % of groups give no gradient.',
  evidence: [],
  advice: [],
  outlook: null,
  consequenceOf: null,
  ...changes,
});

const report = (findings: readonly Finding[], run: string | null = null): Report =>
  ({ findings, source: { run } }) as unknown as Report;

const NONE = new Set<never>();

describe('problemEntries', () => {
  it('puts a present finding on the line where it starts', () => {
    expect(problemEntries([report([finding({})])], NONE)).toMatchObject([
      {
        line: 311,
        character: 0,
        severity: 'warning',
        message: 'advantage degeneracy: 61 % of groups give no gradient.',
        step: 310,
      },
    ]);
  });

  it.each(['absent', 'not-assessable'] as const)('says nothing of one that is %s', (verdict) => {
    expect(problemEntries([report([finding({ verdict, severity: null })])], NONE)).toEqual([]);
  });

  it.each([
    ['a log of one line', { line: 1, column: 4711 }, 0, 4710],
    ['a binary log', { line: null, column: null }, 0, 0],
  ])('knows where to stand in %s', (_, place, line, character) => {
    expect(problemEntries([report([finding(place)])], NONE)).toMatchObject([{ line, character }]);
  });

  it('keeps a muted one listed, quietly', () => {
    const entries = problemEntries(
      [report([finding({ severity: 'error' })])],
      new Set(['advantage-degeneracy'] as const),
    );
    expect(entries).toMatchObject([{ severity: 'info', isMuted: true }]);
    expect(entries[0].message).toMatch(/^\(muted\) /);
    expect(worstSeverity(entries)).toBeNull();
  });

  it('names the run where a file holds several, on one line without control characters', () => {
    const runs = [report([finding({})], 'arm\n\u001b[31mA'), report([], 'B')];
    expect(problemEntries(runs, NONE)[0].message).toMatch(/^arm A: advantage/);
  });
});

describe('worstSeverity', () => {
  it.each([
    [['info', 'error', 'warning'], 'error'],
    [['info', 'warning'], 'warning'],
    [['info'], 'info'],
    [[], null],
  ] as const)('%j: %s', (severities, worst) => {
    const entries = problemEntries([report(severities.map((severity) => finding({ severity })))], NONE);
    expect(worstSeverity(entries)).toBe(worst);
  });
});

describe('evidenceOn', () => {
  const seen = (metric: string): Finding['evidence'][number] => ({
    metric,
    step: 1,
    value: 1,
    expected: '0',
  });
  const [entry] = problemEntries([report([finding({ evidence: ['kl', 'reward', 'kl'].map(seen) })])], NONE);

  it.each([
    ['kl', 2],
    ['reward', 1],
    ['k', 0],
    ['', 0],
  ])('what was seen of "%s": %i numbers', (metric, count) => {
    expect(evidenceOn(entry, metric)).toHaveLength(count);
  });
});

describe('evidenceInWords', () => {
  it.each([
    [{ metric: 'kl', step: 10, value: 0.123456, expected: '0.02' }, 'kl 0.123 at step 10 (expected 0.02)'],
    [{ metric: 'kl', step: null, value: null, expected: null }, 'kl no value'],
  ])('%j', (evidence, words) => {
    expect(evidenceInWords(evidence)).toBe(words);
  });
});

describe('configPlace', () => {
  it.each([
    ['config.yaml:12 actor.rollout.n', { file: 'config.yaml', line: 12, key: 'actor.rollout.n' }],
    ['../config.yaml:3', { file: '../config.yaml', line: 3, key: '' }],
    ['--group-size', null],
    ['log header: max_steps', null],
    ['/etc/passwd:1 root', null],
    ['file:///etc/passwd:1', null],
    ['C:\\x.yaml:1 k', null],
  ])('%s', (from, place) => {
    expect(configPlace(from)).toEqual(place);
  });
});

describe('MutedModes', () => {
  const memento = (
    kept?: unknown,
  ): { get: () => unknown; update: (key: string, value: unknown) => Promise<void>; kept: unknown } => {
    const self = {
      kept,
      get: () => self.kept,
      update: (_: string, value: unknown) => {
        self.kept = value;
        return Promise.resolve();
      },
    };
    return self;
  };

  it('keeps what was silenced, and forgets it when it may speak again', () => {
    const store = memento();
    const told: string[] = [];
    const modes = new MutedModes(store, () => undefined);
    modes.onDidChange((key) => told.push(key));
    modes.set('file:///a', 'reward-hacking', true);
    expect([...new MutedModes(store, () => undefined).of('file:///a')]).toEqual(['reward-hacking']);
    modes.set('file:///a', 'reward-hacking', false);
    expect(modes.of('file:///a').size).toBe(0);
    expect(told).toEqual(['file:///a', 'file:///a']);
  });

  it.each([[null], ['x'], [[['a']]], [[['a', ['nonsense', 'reward-hacking']]]]])(
    'reads whatever was kept: %j',
    (kept) => {
      const modes = new MutedModes(memento(kept), () => undefined);
      expect([...modes.of('a')].every((mode) => mode === 'reward-hacking')).toBe(true);
    },
  );
});
