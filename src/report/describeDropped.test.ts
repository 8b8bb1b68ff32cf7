import { describe, expect, it } from 'vitest';
import { dropped } from '../../test/handMadeRun';
import { describeDropped } from './describeDropped';

describe('describeDropped', () => {
  it.each([
    [{}, []],
    [{ malformed: 1 }, ['1 record could not be read']],
    [
      { malformed: 1200, nonFinite: 1, replacedByResume: 40 },
      [
        '1,200 records could not be read',
        '1 row has a reward that is not a number',
        '40 rows were replaced when the run resumed',
      ],
    ],
    [
      { noReward: 2, noStep: 3, averaged: 4, forwardFilled: 5 },
      [
        '2 rows have no reward',
        '3 rows have a reward but no step',
        '4 rows were averaged with others of their step',
        '5 rows repeat an earlier value until the next evaluation',
      ],
    ],
  ])('%j', (counts, expected) => {
    expect(describeDropped(dropped(counts))).toEqual(expected);
  });
});
