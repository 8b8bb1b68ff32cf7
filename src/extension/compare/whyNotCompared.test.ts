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
      parts('too-few-runs', '/a/b.jsonl', 'one run'),
      [folder],
      'runs: this folder holds no reward log',
    ],
    [
      'the log that cannot be read, whatever folder stood for none',
      parts('unreadable', '/a/b.jsonl', 'no permission'),
      [folder],
      'b.jsonl: no permission',
    ],
    ['nothing where a person ended it', parts('aborted', '/a/b.jsonl', 'cancelled'), [folder], 'cancelled'],
  ])('names %s', (_, error, problems, reason) => {
    expect(whyNotCompared(new LogError(error), problems, calmFailureOf)).toEqual({
      reason,
      remedy: 'mend it',
    });
  });

  it.each([[[]], [[folder]]])('names nothing for a failure of another kind, folders or not', (problems) => {
    expect(whyNotCompared(new Error('boom'), problems, calmFailureOf).reason).not.toContain(':');
  });
});
