import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inWords, PASSED, runStages, skippedBecause } from './stages.mjs';

const counts = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped });
const fails = () => Promise.reject(new Error('broken'));

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe('runStages', () => {
  it.each([
    ['sums the counts of all stages', { a: () => counts(3, 1, 2), b: () => PASSED }, counts(4, 1, 2)],
    ['counts a stage that crashes as failed, and goes on', { a: fails, b: () => PASSED }, counts(1, 1)],
    ['counts a stage that checked nothing as failed', { a: () => counts(0) }, counts(0, 1)],
    ['counts a stage whose checks were all skipped as failed', { a: () => counts(0, 0, 5) }, counts(0, 1, 5)],
    ['lets a stage be skipped that says why', { a: () => skippedBecause('no network') }, counts(0, 0, 1)],
    ['lets no stage be skipped without a reason', { a: () => skippedBecause('') }, counts(0, 1, 1)],
  ])('%s', async (_title, stages, expected) => {
    expect(await runStages(stages)).toEqual(expected);
  });
});

describe('inWords', () => {
  it.each([
    [counts(3), '3 passed, 0 failed'],
    [counts(3, 1, 2), '3 passed, 1 failed, 2 skipped'],
  ])('%j is "%s"', (given, text) => expect(inWords(given)).toBe(text));
});
