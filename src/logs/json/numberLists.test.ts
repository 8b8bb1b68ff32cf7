import { describe, expect, it } from 'vitest';
import { NumberList, tablesOfLists } from './numberLists';

describe('thinned lists', () => {
  it('that stand side by side keep the same places', () => {
    const lists = ['step', 'reward'].map((name) => new NumberList(['run', name], 0));
    for (const list of lists) {
      for (let i = 0; i < 100; i++) list.add(i, i + 1, 1);
      list.thin();
      for (let i = 100; i < 200; i++) list.add(i, i + 1, 1);
    }
    const parts = tablesOfLists(lists);
    expect(parts).toHaveLength(1);
    const part = parts[0];
    expect(part.path).toEqual(['run', 'step+reward']);
    expect(part.table).toMatchObject({ rowCount: 100, oneOf: 2 });
    const values = [...(part.table.numbers.get('reward')?.values ?? [])];
    expect([...(part.table.numbers.get('step')?.values ?? [])]).toEqual(values);
    expect([...(part.table.lines ?? [])]).toEqual(values.map((value) => value + 1));
    expect(values.filter((value) => value >= 100)).toHaveLength(50);
  });
});
