import { expect, it } from 'vitest';
import { fisherTail, studentPoint, studentTail } from './tailProbability';

// scipy 1.17: 2 * stats.t.sf(t, ν)
it.each([
  [0.5, 1, 0.7048327646991335],
  [2, 3.7, 0.12181720190523398],
  [2.5, 10, 0.03144684423660882],
  [1, 1e4, 0.31733470433042915],
  [8, 2, 0.01526807216533814],
  [5, 300, 9.769154730247779e-7],
])('|t| ≥ %d at %d degrees of freedom has probability %d', (t, degrees, expected) => {
  expect(studentTail(t, degrees) / expected).toBeCloseTo(1, 8);
  expect(studentTail(-t, degrees) / expected).toBeCloseTo(1, 8);
});

// scipy 1.17: stats.f.sf(f, d₁, d₂)
it.each([
  [1, 1, 1, 0.5],
  [3.2, 4, 11.5, 0.0545698709887322],
  [0.4, 2, 100, 0.6713877215338735],
  [9, 6, 33, 7.561292048459512e-6],
])('F ≥ %d at %d and %d degrees of freedom has probability %d', (f, over, under, expected) => {
  expect(fisherTail(f, over, under) / expected).toBeCloseTo(1, 8);
});

// scipy 1.17: stats.t.isf(p / 2, ν)
it.each([
  [0.05, 1, 12.706204736174705],
  [0.4, 7.5, 0.8922093469396742],
  [0.05, 60, 2.0002978220142604],
  [0.001, 3, 12.923978636687481],
])('t with two-sided probability %d at %d degrees of freedom is %d', (p, degrees, expected) => {
  expect(studentPoint(p, degrees) / expected).toBeCloseTo(1, 7);
});
