import { describe, expect, it } from 'vitest';
import { readText, valuesOf } from '../../test/reading';

const STATE = {
  best_metric: null,
  epoch: 0.5,
  global_step: 30,
  log_history: [
    { epoch: 0.1, reward: 0.5, step: 10 },
    { epoch: 0.1, eval_reward: 0.4, step: 10 },
    { epoch: 0.2, reward: 0.6, step: 20, 'rewards/{odd}[key]/mean': 1 },
  ],
  logging_steps: 10,
  max_steps: 30,
  best_model_checkpoint: '/home/someone/checkpoint',
  stateful_callbacks: { log_history: [{ reward: 99 }], max_steps: 7 },
};

describe('TrainerStateReader', () => {
  it('reads rows with the line and column of their first byte', async () => {
    const raw = await readText(JSON.stringify(STATE, null, 2));
    expect(raw.format).toBe('trainer_state');
    expect(valuesOf(raw.table, 'reward')).toEqual([0.5, 0.6]);
    expect([...(raw.table.lines ?? [])]).toEqual([6, 11, 16]);
    expect([...(raw.table.columns ?? [])]).toEqual([5, 5, 5]);
    expect(raw).toMatchObject({ malformed: 0, unfinished: false, notes: [] });
  });

  it('keeps numbers of the header, not texts and not what is nested', async () => {
    const raw = await readText(JSON.stringify(STATE, null, 2));
    expect(Object.fromEntries(raw.header)).toEqual({
      epoch: 0.5,
      global_step: 30,
      logging_steps: 10,
      max_steps: 30,
    });
  });

  it('counts columns of a one-line document in UTF-16 units', async () => {
    const text = `{"é😀": 1, "log_history": [{"step": 1, "reward": 1}, {"step": 2, "reward": 2}]}`;
    for (const document of [text, `\uFEFF${text}`]) {
      const raw = await readText(document);
      expect(raw.table.lines).toEqual(Int32Array.of(1, 1));
      const columns = [...text.matchAll(/\{"step"/g)].map((match) => match.index + 1);
      expect([...(raw.table.columns ?? [])]).toEqual(columns);
    }
  });

  it('reads bare NaN and Infinity', async () => {
    const raw = await readText(
      '{"log_history": [{"step": 1, "reward": NaN}, {"step": 2, "reward": -Infinity}]}',
    );
    expect(valuesOf(raw.table, 'reward')).toEqual([NaN, -Infinity]);
  });

  it('uses the rows before the place where a file was cut off, wherever that is', async () => {
    const text = JSON.stringify(STATE, null, 2);
    const opens = [...text.matchAll(/ {4}\{/g)].map((match) => match.index + 4).slice(0, 3);
    const closes = [...text.matchAll(/ {4}\}/g)].map((match) => match.index + 5).slice(0, 3);
    for (let cut = closes[0] ?? 0; cut < text.length - 1; cut++) {
      const raw = await readText(text.slice(0, cut));
      const whole = closes.filter((close) => close <= cut).length;
      const begun = opens.filter((open) => open < cut).length;
      expect([cut, raw.table.rowCount, raw.malformed, raw.unfinished]).toEqual([
        cut,
        whole,
        begun - whole,
        true,
      ]);
    }
  });

  it('counts elements that are no objects', async () => {
    const raw = await readText('{"log_history": [{"step": 1}, null, 7, [1], "a,]", {"step": 2}]}');
    expect(raw).toMatchObject({ malformed: 4, table: { rowCount: 2 } });
  });

  it('survives 200,000 nested brackets, before the list and inside it', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const raw = await readText(`{"log_history": [{"step": 1}, ${deep}, {"step": 2}], "x": ${deep}}`);
    expect(raw).toMatchObject({ malformed: 1, unfinished: false, table: { rowCount: 2 } });
  });

  it('reads an empty history as no record', async () => {
    await expect(readText('{"log_history": [], "max_steps": 3}')).rejects.toMatchObject({
      kind: 'not-a-log',
    });
  });
});
