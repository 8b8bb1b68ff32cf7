import { describe, expect, it } from 'vitest';
import type { HostMessage, PanelPoints } from '../src/protocol';
import { EMPTY_MODEL, isStale, reduce, type PanelModel } from './store';

const POINTS: PanelPoints = { steps: [0, 1], rewards: [0.1, 0.2], lines: [1, 2] };
const base = { fileName: 'run.jsonl', uri: 'file:///run.jsonl' };

const reading = (revision: number, uri = base.uri): HostMessage => ({
  ...base,
  type: 'reading',
  revision,
  uri,
  bytes: 10,
  totalBytes: 100,
});
const points = (revision: number, selectedRun = 0, uri = base.uri): HostMessage => ({
  ...base,
  type: 'points',
  revision,
  uri,
  runs: ['a', 'b'],
  selectedRun,
  points: POINTS,
});
const analysis = (revision: number, selectedRun = 0): HostMessage => ({
  ...base,
  type: 'analysis',
  revision,
  runs: ['a', 'b'],
  selectedRun,
  points: POINTS,
  report: {} as never,
  picture: null,
  series: [],
  axes: [],
  residuals: null,
  whatIf: {} as never,
  modifiedAt: null,
});
const failed = (revision: number): HostMessage => ({
  type: 'failed',
  revision,
  fileName: 'run.jsonl',
  reason: 'empty',
  remedy: 'wait',
  line: null,
});
const gone = (revision: number): HostMessage => ({ type: 'gone', revision, fileName: 'run.jsonl' });

const play = (...messages: HostMessage[]): PanelModel => messages.reduce(reduce, EMPTY_MODEL);

describe('reduce', () => {
  it.each<[string, HostMessage[], PanelModel['activity']['kind']]>([
    ['reads', [reading(0)], 'reading'],
    ['shows points before the fit', [reading(0), points(0)], 'fitting'],
    ['is ready with the fit', [reading(0), points(0), analysis(0)], 'ready'],
    ['drops an older analysis', [failed(2), analysis(1)], 'failed'],
    ['drops progress that comes after its result', [analysis(1), reading(1)], 'ready'],
    ['drops points that come after their analysis', [analysis(1), points(1)], 'ready'],
    ['takes points of another run of the same reading', [analysis(1), points(1, 1)], 'fitting'],
    ['takes a new reading after a failure', [failed(1), reading(2)], 'reading'],
    ['follows a file that is gone', [analysis(1), gone(2)], 'gone'],
    ['follows a file that comes back', [gone(1), analysis(2)], 'ready'],
  ])('%s', (_, messages, kind) => {
    expect(play(...messages).activity.kind).toBe(kind);
  });

  it('gives the same object back for what it drops', () => {
    const model = play(analysis(3));
    expect(reduce(model, analysis(2))).toBe(model);
    expect(reduce(model, reading(3))).toBe(model);
  });

  it('keeps the last good picture under an error and calls it stale', () => {
    const model = play(analysis(1), failed(2));
    expect(model.analysis).not.toBeNull();
    expect(isStale(model)).toBe(true);
    expect(isStale(play(failed(1)))).toBe(false);
    expect(isStale(play(analysis(1)))).toBe(false);
  });

  it('keeps the fit over new points of the same run, and drops it for another run', () => {
    expect(play(analysis(1), reading(2), points(2)).analysis).not.toBeNull();
    expect(play(analysis(1), points(2, 1)).analysis).toBeNull();
  });

  it('does not show one log under the name of another', () => {
    const model = play(analysis(1), reading(2, 'file:///other.jsonl'));
    expect(model.points).toBeNull();
    expect(model.analysis).toBeNull();
    expect(play(analysis(1), points(2, 0, 'file:///other.jsonl')).analysis).toBeNull();
  });
});
