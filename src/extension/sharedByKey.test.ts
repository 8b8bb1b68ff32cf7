import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedByKey } from './sharedByKey';

describe('SharedByKey', () => {
  let events: string[];
  let shared: SharedByKey<{ dispose: () => void }>;

  beforeEach(() => {
    events = [];
    const make = (key: string): { dispose: () => void } => {
      events.push(`made ${key}`);
      return { dispose: vi.fn(() => events.push(`ended ${key}`)) };
    };
    shared = new SharedByKey(make);
  });

  it('makes one for all holders, and ends it when the last one lets go', () => {
    shared.take('a');
    shared.take('a');
    shared.release('a');
    expect(events).toEqual(['made a']);
    shared.release('a');
    expect(events).toEqual(['made a', 'ended a']);
  });

  it('makes it anew after that', () => {
    shared.take('a');
    shared.release('a');
    shared.take('a');
    expect(events).toEqual(['made a', 'ended a', 'made a']);
  });

  it('keeps keys apart, and does not mind a release of what nobody holds', () => {
    shared.take('a');
    shared.take('b');
    shared.release('b');
    shared.release('b');
    shared.release('never');
    expect(events).toEqual(['made a', 'made b', 'ended b']);
  });

  it('ends each once when it is disposed', () => {
    shared.take('a');
    shared.take('a');
    shared.dispose();
    shared.release('a');
    expect(events).toEqual(['made a', 'ended a']);
  });
});
