import { describe, expect, it } from 'vitest';
import { readComparePageMessage, readCompareState } from './comparePageMessage';

describe('readComparePageMessage', () => {
  it.each([
    { type: 'ready' },
    { type: 'arrange', places: [1, 0] },
    { type: 'named', names: ['G 4', 'G 16'] },
    { type: 'openFit', place: 2 },
    { type: 'openDiff', first: 0, second: 1, all: true },
    { type: 'copyComparison', what: 'markdown', names: ['a', 'b'] },
    { type: 'saveComparison', what: 'svg', names: [] },
  ])('takes $type', (message) => {
    expect(readComparePageMessage(message)).toEqual(message);
  });

  it.each([
    [{ type: 'arrange', places: [1] }],
    [{ type: 'arrange', places: [0, -1] }],
    [{ type: 'openFit', place: 0.5 }],
    [{ type: 'openDiff', first: 0, second: 1, all: true, path: '/etc/passwd' }],
    [{ type: 'copyComparison', what: 'everything', names: [] }],
    [{ type: 'saveComparison', what: 'md', names: ['x'.repeat(201)] }],
    [{ type: 'run', command: 'rm' }],
    [null],
  ])('takes %j for no message', (value) => {
    expect(readComparePageMessage(value)).toBeNull();
  });
});

describe('readCompareState', () => {
  it('reads which runs a page compared, beside the page’s own view', () => {
    const refs = [{ uri: 'file:///a', run: null }];
    expect(readCompareState({ refs, view: { axis: 'step' } })).toEqual(refs);
  });

  it('brings back a comparison however many runs were chosen and however long their names are', () => {
    const refs = Array.from({ length: 101 }, (_, i) => ({ uri: `file:///${i}`, run: 'x'.repeat(1000) }));
    expect(readCompareState({ refs })).toEqual(refs);
  });

  it.each([[{}], [{ refs: [] }], [{ refs: [{ uri: '', run: null }] }], ['text']])(
    'takes nothing of %j',
    (value) => {
      expect(readCompareState(value)).toBeNull();
    },
  );
});
