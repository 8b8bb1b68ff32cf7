import { describe, expect, it } from 'vitest';
import { axisOver, axisTicks, place, tickLabel } from './axis';
import { atLeast, holds, withinDistance, withinShare, type Claim } from './claim';
import { closedFormClaim } from './closedFormClaim';
import { onsetClaim } from './onsetClaim';
import { overdampedClaim } from './overdampedClaim';
import { logSlope, rSquared } from './statistics';
import { svgChart, type Chart } from './svgChart';
import { thresholdBetween } from './thresholdBetween';
import { thresholdClaim } from './thresholdClaim';
import { validationMarkdown, validationText } from './validationTable';

const CHART: Chart = {
  x: { label: 'a < b', from: 0, to: 10 },
  y: { label: 'y', from: 0.1, to: 100, log: true },
  series: [
    { name: 'line & more', kind: 'line', hue: 0, x: [0, 5, 10], y: [0.1, 1, 100] },
    { name: 'points', kind: 'points', hue: 1, x: [1, 2, 30], y: [1, 1, 1] },
  ],
};

function claim(rows: Claim['rows']): Claim {
  return { id: 'x', title: 'X', method: 'M.', rows, chart: CHART };
}

describe('claims that need no sampling', () => {
  it.each([onsetClaim, thresholdClaim, overdampedClaim, closedFormClaim])('%o holds', (run) => {
    const result = run();
    expect(result.rows.filter((row) => !row.pass)).toEqual([]);
    expect(holds(result)).toBe(true);
  });
});

describe('claim rows', () => {
  it.each([
    [withinShare('a', 2, 2.03, 0.02), true],
    [withinShare('a', 2, 2.05, 0.02), false],
    [withinShare('a', -1, -1.01, 0.02), true],
    [withinDistance('a', 0, 0.02, 0.02), true],
    [withinDistance('a', 0, -0.03, 0.02), false],
    [atLeast('a', 0.99, 0.99), true],
    [atLeast('a', 0.99, 0.98), false],
    [withinShare('a', 1, NaN, 0.5), false],
    [withinDistance('a', 1, NaN, 0.5), false],
    [atLeast('a', 1, NaN), false],
  ])('%j', (row, pass) => expect(row.pass).toBe(pass));

  it('fail the claim when one fails or none is there', () => {
    const good = withinShare('a', 1, 1, 0.1);
    const bad = withinShare('b', 1, 2, 0.1);
    expect(holds(claim([good]))).toBe(true);
    expect(holds(claim([good, bad]))).toBe(false);
    expect(holds(claim([]))).toBe(false);
  });

  it('are printed with their verdict', () => {
    const mixed = claim([withinShare('good', 1, 1.001, 0.1), withinShare('bad', 1, 2, 0.1)]);
    expect(validationText(mixed)).toContain('bad    1          2         ± 10 %     NO');
    expect(validationMarkdown([mixed])).toContain('1 of 1 claims fail.');
    expect(validationMarkdown([mixed])).toContain('| good | 1 | 1.001 | ± 10 % | yes |');
  });
});

describe('svgChart', () => {
  const svg = svgChart(CHART, 'Title "quoted"');
  it('escapes text and leaves out what lies outside the axes', () => {
    expect(svg).toContain('a &lt; b');
    expect(svg).toContain('line &amp; more');
    expect(svg).toContain('Title &quot;quoted&quot;');
    expect(svg).not.toContain('NaN');
    // Two of three points, and one in the legend.
    expect(svg.match(/width="4.8"/g)).toHaveLength(3);
  });

  it('puts round ticks on both kinds of axis', () => {
    expect(axisTicks({ label: '', from: -0.1, to: 1.02 })).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
    expect(axisTicks({ label: '', from: 0.09, to: 12, log: true })).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
    expect([0.6000000000000001, 0.00002, 0].map(tickLabel)).toEqual(['0.6', '2e-5', '0']);
  });

  it('covers all values', () => {
    const axis = axisOver('', [[1, 5], [3]]);
    expect(place(axis, 1)).toBeGreaterThan(0);
    expect(place(axis, 5)).toBeLessThan(1);
    expect(place(axis, 9)).toBeNaN();
    expect(place(axisOver('', [[0.1, 10]], true), 1)).toBeCloseTo(0.5, 12);
  });
});

describe('statistics', () => {
  it('has the exponent of a power law and the share explained', () => {
    expect(logSlope([1, 2, 4], [3, 1.5, 0.75])).toBeCloseTo(-1, 12);
    expect(rSquared([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(rSquared([1, 2, 3], [2, 2, 2])).toBe(0);
  });

  it('finds an onset by bisection, and says where there is none', () => {
    expect(thresholdBetween((x) => x > 0.3, 0.01, 5)).toBeCloseTo(0.3, 4);
    expect(() => thresholdBetween((x) => x > 9, 0.01, 5)).toThrow(RangeError);
  });
});
