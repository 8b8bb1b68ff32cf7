import { describe, expect, it } from 'vitest';
import { LogError, type LogErrorParts } from '../../logs/logError';
import { calmFailureOf } from '../calmFailure';
import { whyNotCompared } from './whyNotCompared';

const parts = (kind: LogErrorParts['kind'], path: string, reason: string): LogErrorParts => ({
  ...{ kind, path, reason },
  remedy: 'mend it',
});
const folder = parts('not-a-log', 'file:///a/runs/', 'this folder holds no reward log');

describe('whyNotCompared', () => {
  it.each([
    ['a log', parts('empty', '/a/b.jsonl', 'it is empty'), [], 'b.jsonl: it is empty'],
    ['a log of Windows', parts('empty', 'c:\\a\\b.jsonl', 'it is empty'), [], 'b.jsonl: it is empty'],
    [
      'a folder before what follows of it',
      parts('bad-option', '/a/b.jsonl', 'one run'),
      [folder],
      'runs: this folder holds no reward log',
    ],
    ['nothing where a person ended it', parts('aborted', '/a/b.jsonl', 'cancelled'), [folder], 'cancelled'],
  ])('names %s', (_, error, problems, reason) => {
    expect(whyNotCompared(new LogError(error), problems, calmFailureOf)).toEqual({
      reason,
      remedy: 'mend it',
    });
  });

  it('names nothing for a failure of another kind', () => {
    expect(whyNotCompared(new Error('boom'), [], calmFailureOf).reason).not.toContain(':');
  });
});
