import { describe, expect, it } from 'vitest';
import { panelColumn, type EditorColumn } from './panelColumn';

/** One letter per column: `a` active, `p` holding a panel, `P` both, `.` neither. */
const columns = (text: string): EditorColumn[] =>
  Array.from(text, (letter, i) => ({
    column: i + 1,
    isActive: letter === 'a' || letter === 'P',
    holdsPanel: letter === 'p' || letter === 'P',
  }));

describe('panelColumn', () => {
  it.each<[string, string, boolean, number | 'beside' | 'active']>([
    ['a log alone', 'a', true, 'beside'],
    ['no editor at all', 'a', false, 'active'],
    ['a panel beside the log', 'ap', true, 2],
    ['a panel that has the focus', '.P', false, 2],
    ['a panel left of the log', 'pa', true, 1],
    ['several columns with panels: the active one', 'p.P', false, 3],
    ['the first of several columns', 'a.', true, 'beside'],
    ['the last of several columns', '..a', true, 'active'],
  ])('%s', (_, text, inEditor, expected) => {
    expect(panelColumn(columns(text), inEditor)).toBe(expected);
  });

  it('never makes a third column, however many logs are fitted from the first', () => {
    expect(panelColumn(columns('a'), true)).toBe('beside');
    for (const text of ['.P', 'ap', '.P']) expect(panelColumn(columns(text), true)).toBe(2);
  });
});
