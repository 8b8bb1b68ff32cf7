import { describe, expect, it } from 'vitest';
import { readPageMessage, readPanelState } from './pageMessage';

describe('readPageMessage', () => {
  it.each([
    { type: 'ready' },
    { type: 'cancel' },
    { type: 'retry' },
    { type: 'selectRun', index: 0 },
    { type: 'revealLine', line: 1 },
    { type: 'replay', step: 620.5 },
    { type: 'replay', step: null },
    { type: 'copyText', what: 'summary' },
    { type: 'copyText', what: 'report' },
  ])('takes %o', (message) => {
    expect(readPageMessage(message)).toEqual(message);
  });

  it.each([
    [undefined],
    [null],
    ['ready'],
    [[]],
    [{}],
    [{ type: 'run', command: 'rm' }],
    [{ type: 'ready', command: 'rm' }],
    [{ type: 'selectRun' }],
    [{ type: 'selectRun', index: -1 }],
    [{ type: 'selectRun', index: 0.5 }],
    [{ type: 'selectRun', index: Number.NaN }],
    [{ type: 'revealLine', line: 0 }],
    [{ type: 'revealLine', line: Number.POSITIVE_INFINITY }],
    [{ type: 'revealLine', line: '1' }],
    [{ type: 'revealLine', line: 1, path: '/etc/passwd' }],
    [{ type: 'replay', step: Number.NaN }],
    [{ type: 'replay', step: '620' }],
    [{ type: 'copyText', what: 'secrets' }],
  ])('refuses %o', (message) => {
    expect(readPageMessage(message)).toBeNull();
  });
});

describe('readPanelState', () => {
  it('takes what the page kept, and leaves the view it keeps for itself', () => {
    const saved = { uri: 'file:///run/log.jsonl', run: null, view: { open: [] } };
    expect(readPanelState(saved)).toEqual({ uri: 'file:///run/log.jsonl', run: null });
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ uri: '', run: null }],
    [{ uri: 1, run: null }],
    [{ uri: 'file:///a' }],
  ])('refuses %o', (saved) => {
    expect(readPanelState(saved)).toBeNull();
  });
});
