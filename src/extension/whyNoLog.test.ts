import { expect, it } from 'vitest';
import type { LogView } from './logView';
import { whyNoLog } from './whyNoLog';

const failure = {
  kind: 'empty-file',
  reason: 'the file is empty',
  remedy: 'wait until the first step is logged',
  line: null,
} as const;

it.each<[LogView, string | null]>([
  [
    { kind: 'failed', recognition: null, failure } as unknown as LogView,
    'metrics.jsonl: the file is empty; wait until the first step is logged',
  ],
  [{ kind: 'gone' }, 'metrics.jsonl: there is no such file any more'],
  [{ kind: 'unknown' }, null],
])('%j → %j', (view, words) => expect(whyNoLog('metrics.jsonl', view)).toBe(words));
