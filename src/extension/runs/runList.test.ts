import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis/analysis';
import { Emitter } from '../emitter';
import type { LogView } from '../logView';
import { RunList } from './runList';

const RECOGNITION = { format: 'jsonl', rewardKey: 'reward' } as const;
const READING: LogView = { kind: 'reading', recognition: RECOGNITION };

function analysed(state: string, modifiedAt: number): LogView {
  const report = { source: { run: null }, findings: [], interpretation: { state, progress: null } };
  return {
    kind: 'analysed',
    reports: [report],
    stat: { identity: '', size: 1, modifiedAt },
  } as unknown as LogView;
}

function setUp() {
  const fail = (error: unknown): never => {
    throw error as Error;
  };
  const changed = new Emitter<string>(fail);
  const views = new Map<string, LogView>();
  const values = Float64Array.from([0, 1, 2, 3, 4, 7]);
  const list = new RunList(
    {
      look: (key) => views.get(key) ?? { kind: 'unknown' },
      analysesOf: (key) =>
        views.get(key)?.kind === 'analysed' ? [{ reward: { values } } as unknown as Analysis] : null,
      onDidChange: changed.event,
    },
    fail,
  );
  const set = (key: string, view: LogView): void => {
    views.set(key, view);
    changed.fire(key);
  };
  const shown = (): string[] => list.shown.map(({ key, view }) => `${key}:${view.kind}`);
  return { list, set, shown };
}

describe('RunList', () => {
  it('shows what was found and follows what becomes of it', () => {
    const { list, set, shown } = setUp();
    list.add('a', 'a', 1);
    set('b', READING);
    set('a', READING);
    expect(shown()).toEqual(['a:reading']);
    set('a', analysed('rising', 9));
    expect(list.shown[0]).toMatchObject({ modifiedAt: 9, sparks: ['▁▂▃▄▅█'] });
    set('a', { kind: 'gone' });
    expect(shown()).toEqual([]);
  });

  it('keeps the last good words of a log that is to be read again', () => {
    const { list, set, shown } = setUp();
    list.add('a', 'a', 1);
    set('a', analysed('rising', 9));
    set('a', { kind: 'unknown' });
    expect(shown()).toEqual(['a:analysed']);
  });

  it('sorts and filters', () => {
    const { list, set, shown } = setUp();
    list.add('new', 'new', 9);
    list.add('old', 'old', 1);
    set('new', analysed('rising', 9));
    set('old', analysed('collapsed', 1));
    expect(shown()).toEqual(['old:analysed', 'new:analysed']);
    list.sortBy('recency');
    expect(shown()).toEqual(['new:analysed', 'old:analysed']);
    list.filterBy(' collapsed ');
    expect(shown()).toEqual(['old:analysed']);
    expect(list.all).toHaveLength(2);
  });

  it('forgets what a later scan has not found', () => {
    const { list, shown } = setUp();
    list.add('a', 'a', 1);
    list.add('b', 'b', 1);
    list.keepOnly(new Set(['b']));
    expect(shown()).toEqual(['b:unknown']);
  });

  it('tells of every change', () => {
    const { list, set } = setUp();
    let changes = 0;
    list.onDidChange(() => (changes += 1));
    list.add('a', 'a', 1);
    const before = changes;
    set('a', READING);
    set('unlisted', READING);
    expect(changes).toBe(before + 1);
  });
});
