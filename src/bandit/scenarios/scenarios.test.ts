import { describe, expect, it } from 'vitest';
import { Random } from '../random';
import { catalogue } from './catalogue';
import { Draw } from './draw';
import { hacking } from './hacking';
import { healthy } from './healthy';
import { instability } from './instability';
import { scenarioLog } from './scenarioLog';
import { trainScenario } from './truth';

const draw = (seed: number): Draw => new Draw(new Random(seed));

describe('the scenarios', () => {
  it('are the same for the same seed, byte for byte, and others for another', () => {
    const text = (seed: number): string => scenarioLog(trainScenario(healthy('slow', draw(seed))));
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it('are disjoint between tuning and scoring', () => {
    const seeds = (set: 'tuning' | 'scoring'): number[] => [...catalogue(set, 1)].map(({ run }) => run.seed);
    const tuning = new Set(seeds('tuning'));
    expect(seeds('scoring').some((seed) => tuning.has(seed))).toBe(false);
  });

  it('learn, where they are healthy', () => {
    const { records, truth } = trainScenario(healthy('plateau', draw(3)));
    expect(records[records.length - 1].exactReward).toBeGreaterThan(records[0].exactReward + 0.2);
    expect(Object.values(truth).every(({ verdict }) => verdict === 'absent')).toBe(true);
  });

  it('lose on held-out prompts what a hack wins in training', () => {
    const { records, truth, collapseAt } = trainScenario(hacking('gameable', 0.9, draw(4)));
    const [middle, last] = [records[Math.floor(records.length / 3)], records[records.length - 1]];
    expect(truth['reward-hacking'].verdict).toBe('present');
    expect(last.exactReward).toBeGreaterThan(middle.exactReward);
    expect(last.exactTruth).toBeLessThan(middle.exactTruth - 0.2);
    expect(collapseAt).not.toBeNull();
  });

  it('write NaN where the optimizer made it', () => {
    const trained = trainScenario(instability('not-a-number', 0.5, draw(5)));
    expect(scenarioLog(trained)).toMatch(/NaN/);
    expect(trained.truth['dynamical-instability'].verdict).toBe('present');
  });
});
