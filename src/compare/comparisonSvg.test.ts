import { describe, expect, it } from 'vitest';
import type { Comparison } from './comparison';
import { comparisonSvg } from './comparisonSvg';

const RUN = {
  ...{ path: 'log', run: null, plateau: null, timescale: null, damping: null, end: null, copyOf: null },
  steps: { first: 0, last: 1, count: 2 },
};
const LONG = `${'A long sentence of many words, '.repeat(12)}and its end.`;

function comparisonOf(count: number): Comparison {
  return {
    schema: 'grpo-dynamics/comparison@1',
    runs: Array.from({ length: count }, (_, i) => ({ ...RUN, label: `run ${i}` })),
    ...{ curve: null, config: [], seeds: [], carryOver: [], groupSize: [], sizeScaling: null, notes: [] },
    pairs: [
      {
        ...{ first: 0, second: 1, evaluations: {}, sentences: [LONG] },
        constants: {
          plateau: { verdict: 'not-assessable', because: 'x' },
          timescale: { verdict: 'not-assessable', because: 'x' },
          damping: { verdict: 'not-assessable', because: 'x' },
        },
        end: { verdict: 'not-assessable', because: 'x' },
      },
    ],
  };
}

function svgOf(count: number, names: readonly string[]): string {
  const reward = { steps: Float64Array.of(0, 1), values: Float64Array.of(0, 1), lines: null, columns: null };
  const overlay = Array.from({ length: count }, () => ({ reward, track: null }));
  return comparisonSvg(comparisonOf(count), overlay, names);
}

describe('comparisonSvg', () => {
  it('draws no two of twelve runs alike', () => {
    const svg = svgOf(12, []);
    const looks = [...svg.matchAll(/<path d="M0 -4h28" ([^>]*)\/>/g)].map(([, look]) => look);
    expect(looks).toHaveLength(12);
    expect(new Set(looks).size).toBe(12);
  });

  it('keeps the whole heading, and moves the picture down for it', () => {
    const svg = svgOf(2, ['a', 'b']);
    expect(svg).toMatch(/and its end\.<\/text>/);
    expect(svg).toMatch(/<g transform="translate\(0 [1-9]\d*\)">/);
  });

  it('calls a run by its label where it has no name', () => {
    const svg = svgOf(2, ['  ', 'mine']);
    expect(svg).toContain('A  run 0<');
    expect(svg).toContain('B  mine<');
  });
});
