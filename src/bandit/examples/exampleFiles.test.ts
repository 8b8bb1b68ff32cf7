import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { trainTask } from '../trainTask';
import { EXAMPLES, exampleFiles } from './exampleFiles';

const FILES = exampleFiles();

describe('examples/', () => {
  it.each(FILES.map((file) => file.path))('%s is what the simulation writes', (name) => {
    const committed = readFileSync(path.join('examples', ...name.split('/')), 'utf8');
    expect(committed === FILES.find((file) => file.path === name)!.text).toBe(true);
  });

  it.each(EXAMPLES.map((example) => [example.title, example] as const))('%s: columns agree with each other', (_, example) => {
    const records = trainTask(example.run);
    expect(records).toHaveLength(example.run.updates);
    for (const record of records) {
      // A share of right answers below 1 with no spread anywhere would mean that all groups are equal, and so on.
      expect(record.zeroStdFraction).toBeGreaterThanOrEqual(0);
      expect(record.zeroStdFraction).toBeLessThanOrEqual(1 + 1e-12);
      expect(record.kl).toBeGreaterThanOrEqual(0);
      expect(record.entropy).toBeGreaterThanOrEqual(0);
      expect(record.entropy).toBeLessThanOrEqual(Math.log(example.run.task.arms.length) + 1e-12);
      if (record.zeroStdFraction > 1 - 1e-12) expect(record.rewardStdGroup).toBeLessThan(1e-12);
    }
    expect(records[0].kl).toBe(0);
  });
});
