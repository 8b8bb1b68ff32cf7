import { expect, it, vi } from 'vitest';
import { FileChoices } from './fileChoices';

const LOG = 'file:///run/log.jsonl';

function memento(kept: unknown) {
  const update = vi.fn((_: string, value: unknown) => {
    kept = value;
    return Promise.resolve();
  });
  return { get: () => kept, update };
}

it('keeps the column and the run of a file over a reload', () => {
  const store = memento(undefined);
  const choices = new FileChoices(store, vi.fn());
  const changed = vi.fn();
  choices.onDidChangeMetric(changed);
  choices.set(LOG, { metric: 'accuracy' });
  choices.set(LOG, { run: 'arm b' });
  expect(changed.mock.calls).toEqual([[LOG]]);
  expect(new FileChoices(store, vi.fn()).of(LOG)).toEqual({ metric: 'accuracy', run: 'arm b' });
  choices.set(LOG, { metric: null, run: null });
  expect(new FileChoices(store, vi.fn()).of(LOG)).toEqual({ metric: null, run: null });
});

it.each([[3], [[['x']]], [[[LOG, null]]], [[[LOG, { metric: 3, run: [] }]]]])(
  'reads %j as no choice',
  (kept) => {
    expect(new FileChoices(memento(kept), vi.fn()).of(LOG)).toEqual({ metric: null, run: null });
  },
);
