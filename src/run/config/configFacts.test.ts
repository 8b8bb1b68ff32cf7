import { describe, expect, it } from 'vitest';
import { configFacts } from './configFacts';

describe('facts that are words', () => {
  it.each<[string, string | undefined]>([
    ['cosine_with_min_lr', 'cosine_with_min_lr'],
    ['SchedulerType.LINEAR', 'linear'],
    ['warmup-stable-decay', 'warmup-stable-decay'],
    ['ask jane@example.org', undefined],
    ['jane@example.org', undefined],
    ['s'.repeat(41), undefined],
  ])('take %s for a schedule only if it is a name', (value, expected) => {
    const entries = [
      { key: 'num_generations', value: 8, line: 1 },
      { key: 'lr_scheduler_type', value, line: 2 },
    ];
    const { facts } = configFacts(entries, 'args.json', 'trl');
    expect(facts.get('groupSize')?.value).toBe(8);
    expect(facts.get('learningRateSchedule')?.value).toBe(expected);
  });
});
