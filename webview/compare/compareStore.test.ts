import { describe, expect, it } from 'vitest';
import type { ToComparePage } from '../../src/compareProtocol';
import { compareNoticeOf, EMPTY_COMPARISON, reduceComparison, type ComparisonMessage } from './compareStore';
import { readCompareView } from './compareView';

const refs = [{ uri: 'file:///a', run: null }];
const comparing = (revision: number, bytes = 1): ToComparePage => ({
  type: 'comparing',
  revision,
  refs,
  bytes,
  totalBytes: 9,
});
const done = (revision: number): ComparisonMessage =>
  ({
    type: 'comparison',
    revision,
    refs,
    comparison: {},
    runs: [],
    problems: [],
  }) as unknown as ComparisonMessage;
const failed: ToComparePage = { type: 'compareFailed', revision: 3, refs, reason: 'gone', remedy: 'look' };

describe('reduceComparison', () => {
  it('drops what is late', () => {
    const ready = reduceComparison(reduceComparison(EMPTY_COMPARISON, comparing(1)), done(1));
    expect(reduceComparison(ready, comparing(1))).toBe(ready);
    expect(reduceComparison(ready, done(0))).toBe(ready);
  });

  it('keeps the last good comparison while another is made, and under an error', () => {
    const ready = reduceComparison(EMPTY_COMPARISON, done(1));
    const again = reduceComparison(ready, comparing(2));
    expect(again.comparison).toBe(ready.comparison);
    expect(compareNoticeOf(again)).toBeNull();
    const after = reduceComparison(again, failed);
    expect(after.comparison).toBe(ready.comparison);
    expect(compareNoticeOf(after)).toEqual({ kind: 'failed', reason: 'gone', remedy: 'look', stale: true });
  });

  it('asks for a notice while nothing is there', () => {
    expect(compareNoticeOf(reduceComparison(EMPTY_COMPARISON, comparing(1)))?.kind).toBe('comparing');
  });
});

describe('readCompareView', () => {
  it('takes names that are texts, cut to what fits, and nothing else', () => {
    const view = readCompareView({ view: { axis: 'tokens', names: { a: 'x'.repeat(100), b: 7 } } });
    expect(view.axis).toBe('tokens');
    expect(Object.keys(view.names)).toEqual(['a']);
    expect(view.names['a']).toHaveLength(60);
    expect(readCompareView('nonsense').names).toEqual({});
  });
});
