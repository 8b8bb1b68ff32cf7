import { describe, expect, it } from 'vitest';
import { LruMap } from './lruMap';

describe('LruMap', () => {
  it('drops what was used longest ago', () => {
    const map = new LruMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([1, undefined, 3]);
  });

  it('counts an entry that is set again once', () => {
    const map = new LruMap<number>(2);
    map.set('a', 1);
    map.set('a', 2);
    map.set('b', 3);
    expect([map.get('a'), map.get('b')]).toEqual([2, 3]);
    map.delete('a');
    expect(map.get('a')).toBeUndefined();
  });
});
