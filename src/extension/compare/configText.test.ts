import { describe, expect, it } from 'vitest';
import { configText } from './configText';

const config = (
  values: Record<string, number | string>,
): ReadonlyMap<string, { value: number | string; from: string }> =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, from: 'test' }]));

const LEFT = config({ seed: 1, groupSize: 4, beta1: 0.9 });
const RIGHT = config({ groupSize: 16, beta1: 0.9, klCoefficient: 0.1 });

describe('configText', () => {
  it('holds only what differs, sorted; what a run does not tell is missing on its side', () => {
    expect(configText(LEFT, RIGHT, false).map((text) => JSON.parse(text) as unknown)).toEqual([
      { groupSize: 4, seed: 1 },
      { groupSize: 16, klCoefficient: 0.1 },
    ]);
  });

  it('holds all where that is wanted', () => {
    expect(configText(LEFT, RIGHT, true)[0]).toBe('{\n  "beta1": 0.9,\n  "groupSize": 4,\n  "seed": 1\n}\n');
  });
});
