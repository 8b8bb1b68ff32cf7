import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DebounceByKey } from './debounce';

describe('DebounceByKey', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('acts once for a burst, after its last event', () => {
    const action = vi.fn();
    const debounce = new DebounceByKey(300, 2000, action);
    for (let event = 0; event < 3; event++) {
      debounce.touch('a');
      vi.advanceTimersByTime(200);
    }
    expect(action).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(action.mock.calls).toEqual([['a']]);
  });

  it('does not wait for ever while events keep coming', () => {
    const action = vi.fn();
    const debounce = new DebounceByKey(300, 2000, action);
    for (let ms = 0; ms < 4100; ms += 100) {
      debounce.touch('a');
      vi.advanceTimersByTime(100);
    }
    expect(action).toHaveBeenCalledTimes(2);
  });

  it('keeps the keys apart', () => {
    const action = vi.fn();
    const debounce = new DebounceByKey(300, 2000, action);
    debounce.touch('a');
    vi.advanceTimersByTime(200);
    debounce.touch('b');
    vi.advanceTimersByTime(100);
    expect(action.mock.calls).toEqual([['a']]);
  });

  it('does nothing once disposed', () => {
    const action = vi.fn();
    const debounce = new DebounceByKey(300, 2000, action);
    debounce.touch('a');
    debounce.dispose();
    vi.advanceTimersByTime(5000);
    expect(action).not.toHaveBeenCalled();
  });
});
