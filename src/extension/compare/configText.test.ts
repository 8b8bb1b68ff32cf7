import { describe, expect, it } from 'vitest';
import { configText } from './configText';

const config = (
  values: Record<string, number | string>,
): ReadonlyMap<string, { value: number | string; from: string }> =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, from: 'test' }]));

const LEFT = config({ seed: 1, groupSize: 4, beta1: 0.9 });
const RIGHT = config({ groupSize: 16, beta1: 0.9, klCoefficient: 0.1 });

describe('configText', () => {
  it('holds only what is wanted, sorted; what a run does not tell is missing on its side', () => {
    const wanted = ['seed', 'groupSize', 'klCoefficient'];
    expect(configText(LEFT, RIGHT, wanted).map((text) => JSON.parse(text) as unknown)).toEqual([
      { groupSize: 4, seed: 1 },
      { groupSize: 16, klCoefficient: 0.1 },
    ]);
  });

  it('leaves out a setting of other digits that the comparison takes for the same', () => {
    const [left, right] = [config({ learningRate: 1e-6 }), config({ learningRate: 0.99e-6 })];
    expect(configText(left, right, [])).toEqual(['{}\n', '{}\n']);
  });

  it('holds all where that is wanted', () => {
    expect(configText(LEFT, RIGHT, null)[0]).toBe('{\n  "beta1": 0.9,\n  "groupSize": 4,\n  "seed": 1\n}\n');
  });
});
