import { describe, expect, it, vi } from 'vitest';
import { Emitter } from './emitter';

describe('Emitter', () => {
  it('tells each listener until it leaves', () => {
    const emitter = new Emitter<number>(vi.fn());
    const first = vi.fn();
    const second = vi.fn();
    const subscription = emitter.event(first);
    emitter.event(second);
    emitter.fire(1);
    subscription.dispose();
    emitter.fire(2);
    expect(first.mock.calls).toEqual([[1]]);
    expect(second.mock.calls).toEqual([[1], [2]]);
  });

  it('does not let one listener that throws keep the others from hearing', () => {
    const onError = vi.fn();
    const emitter = new Emitter<number>(onError);
    const second = vi.fn();
    emitter.event(() => {
      throw new Error('no');
    });
    emitter.event(second);
    emitter.fire(1);
    expect(second).toHaveBeenCalledOnce();
    expect(onError).toHaveBeenCalledOnce();
  });
});
