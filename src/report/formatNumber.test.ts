import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatFixed,
  formatNumber,
  formatStep,
  formatTo,
  leadingExponent,
  roughSteps,
} from './formatNumber';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.78123, '0.78'],
    [-0.313, '−0.31'],
    [0.0996, '0.10'],
    [0.000321, '0.00032'],
    [0.0000321, '3.2e-5'],
    [-0.0000321, '−3.2e-5'],
    [1234, '1,200'],
    [99.6, '100'],
    [12345678, '1.2e7'],
    [1e300, '1.0e300'],
    [null, 'not known'],
    [Number.NaN, 'not known'],
    [Number.NEGATIVE_INFINITY, 'not known'],
  ])('%f → %s', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });
});

describe('formatTo', () => {
  it.each([
    [100.123, 0.5, '100.12'],
    [0.7812, 0.5, '0.78'],
    [0.7812, 0, '0.78'],
    [0.7812, Number.NaN, '0.78'],
    [-3, 10, '−3.0'],
    [1234567, 1000, '1,234,570'],
  ])('%f at a resolution of %f → %s', (value, resolution, expected) => {
    expect(formatTo(value, resolution)).toBe(expected);
  });
});

describe('formatFixed', () => {
  it.each([
    [1234.5, 1, '1,234.5'],
    [1234.5, -2, '1,200'],
    [-0.001, 2, '0.00'],
    [1000000, 0, '1,000,000'],
  ])('%f with %i decimals → %s', (value, decimals, expected) => {
    expect(formatFixed(value, decimals)).toBe(expected);
  });
});

describe('steps and counts', () => {
  it.each([
    [formatStep(1240), '1,240'],
    [formatStep(0.5), '0.5000'],
    [formatCount(0), '0'],
    [roughSteps(1.2), '1 step'],
    [roughSteps(8.6), '9 steps'],
    [roughSteps(257), '260 steps'],
    [leadingExponent(0, 2), 0],
    [leadingExponent(0.0996, 2), -1],
    [leadingExponent(1000, 2), 3],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
