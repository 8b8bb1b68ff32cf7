import { describe, expect, it, vi } from 'vitest';
import type { Memento } from './panelMemory';
import { PanelMemory } from './panelMemory';

const A = { uri: 'file:///a', run: null };
const B = { uri: 'file:///b', run: 'arm 1' };

function memento(kept: unknown, update = vi.fn(() => Promise.resolve())): Memento {
  return { get: () => kept, update };
}

describe('PanelMemory', () => {
  it('keeps one state for each log, the last opened at the end', () => {
    const update = vi.fn(() => Promise.resolve());
    const memory = new PanelMemory(memento(undefined, update), vi.fn());
    memory.remember(A);
    memory.remember(B);
    memory.remember({ ...A, run: 'arm 2' });
    expect(memory.states).toEqual([B, { ...A, run: 'arm 2' }]);
    memory.forget(B.uri);
    expect(update).toHaveBeenLastCalledWith(expect.any(String), [{ ...A, run: 'arm 2' }]);
  });

  it.each([[undefined], ['text'], [{}], [[{ uri: 3 }, null, 'x']]])('starts empty from %o', (kept) => {
    expect(new PanelMemory(memento(kept), vi.fn()).states).toEqual([]);
  });

  it('starts from what was kept', () => {
    expect(new PanelMemory(memento([A, B]), vi.fn()).states).toEqual([A, B]);
  });

  it('does not leave a failed write unhandled', async () => {
    const onError = vi.fn();
    const failing = vi.fn(() => Promise.reject(new Error('full')));
    new PanelMemory(memento(undefined, failing), onError).remember(A);
    await Promise.resolve();
    await Promise.resolve();
    expect(onError).toHaveBeenCalledOnce();
  });
});
