import { describe, expect, it } from 'vitest';
import { StepJoin } from './stepJoin';
import { staysByStep, saltOf } from './thinning';

const MOST = 1000;
const STEPS = 2000;

describe('a join of more values than it holds', () => {
  it('keeps the same steps of metrics that are written one after the other, to the end of the log', () => {
    const join = new StepJoin(MOST);
    for (const key of ['reward', 'kl']) {
      const column = join.column(key);
      for (let step = 0; step < STEPS && column !== null; step++) join.add(column, step, step / 2, NaN);
    }
    const { numbers, rowCount } = join.build().table();
    expect(numbers.get('kl')?.rows).toEqual(numbers.get('reward')?.rows);
    expect(rowCount).toBeGreaterThan(MOST / 32);
    const steps = [...(numbers.get('step')?.values ?? [])];
    expect(steps.at(-1)).toBeGreaterThan(STEPS * 0.9);
    expect([...(numbers.get('reward')?.values ?? [])]).toEqual(steps.map((step) => step / 2));
    expect(join.notes()).toEqual([expect.stringMatching(/^More steps than can be held: of every 32 one/)]);
    expect(steps.every((step) => staysByStep(step, saltOf(0), 5))).toBe(true);
  });

  it('stays small where one step is repeated, and where two take turns', () => {
    for (const stepOf of [(): number => 7, (i: number): number => i % 2]) {
      const join = new StepJoin(MOST);
      const column = join.column('reward');
      for (let i = 0; i < 20_000 && column !== null; i++) join.add(column, stepOf(i), i, NaN);
      expect(join.size).toBeLessThan(MOST + 10);
      expect(join.build().size).toBeGreaterThan(10);
    }
  });

  it('still knows how far it has reached', () => {
    const join = new StepJoin(MOST);
    const column = join.column('reward');
    for (let step = 0; step <= STEPS && column !== null; step++) join.add(column, step, 1, NaN);
    expect([join.hasReached(STEPS), join.hasReached(STEPS + 1)]).toEqual([true, false]);
  });
});
