import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inWords, PASSED, runStages, SKIPPED } from './stages.mjs';

const counts = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped });
const fails = () => Promise.reject(new Error('broken'));

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe('runStages', () => {
  it.each([
    ['sums the counts of all stages', { a: () => counts(3, 1, 2), b: () => PASSED }, counts(4, 1, 2)],
    ['counts a stage that crashes as failed, and goes on', { a: fails, b: () => PASSED }, counts(1, 1)],
    ['counts a stage that checked nothing as failed', { a: () => counts(0) }, counts(0, 1)],
    ['takes a skipped stage for what it is', { a: () => SKIPPED }, counts(0, 0, 1)],
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
