import { describe, expect, it } from 'vitest';
import { seeds } from '../fuzz/seeds';
import { tryCase } from '../fuzz/tryCase';

const CASES = 2000;

describe('a broken file of any carrier', () => {
  it(`gives a Report or a LogError, ${CASES} times`, async () => {
    const all = seeds(false);
    const faults: string[] = [];
    const outcomes = new Set<string>();
    for (let number = 1; number <= CASES; number++) {
      const { seed, outcome, fault } = await tryCase(all, number);
      outcomes.add(outcome);
      if (fault !== null) faults.push(`case ${number} (${seed.name}): ${fault}`);
    }
    expect(faults).toEqual([]);
    expect([...outcomes].sort()).toEqual(['LogError', 'report']);
  }, 120_000);
});
