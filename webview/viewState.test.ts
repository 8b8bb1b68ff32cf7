import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, readSavedState } from './viewState';

describe('readSavedState', () => {
  it('reads back what was saved', () => {
    const view = {
      open: ['models'],
      window: [3, 9],
      axis: 'tokens',
      height: 'log',
      smoothing: { kind: 'ema', strength: 0.5 },
      replay: 120,
      moved: { learningRate: 2, refreshInterval: 8 },
    };
    const saved = { uri: 'file:///a', run: 'b', view };
    expect(readSavedState(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it.each([
    [undefined, null],
    [null, null],
    ['text', null],
    [{ uri: 7 }, null],
    [{ uri: 'u' }, { uri: 'u', run: null, view: DEFAULT_VIEW }],
    [
      { uri: 'u', run: 3, view: { open: ['a', 1], window: [9, 3] } },
      { uri: 'u', run: null, view: { ...DEFAULT_VIEW, open: ['a'] } },
    ],
    [
      { uri: 'u', view: { open: 'x', window: [1] } },
      { uri: 'u', run: null, view: DEFAULT_VIEW },
    ],
    [
      { uri: 'u', view: { axis: 'moon', height: 7, smoothing: { kind: 'x', strength: 3 } } },
      { uri: 'u', run: null, view: DEFAULT_VIEW },
    ],
  ])('reads %j as %j', (value, expected) => {
    expect(readSavedState(value)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readSavedState(value)));
  });
});
