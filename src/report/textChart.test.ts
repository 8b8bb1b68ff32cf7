import { describe, expect, it } from 'vitest';
import { textChart } from './textChart';

const STYLE = { width: 20, height: 4, paintCurve: (text: string) => `<${text}>` };
const steps = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => i);

describe('textChart', () => {
  it('draws a rise from the bottom left to the top right, labelled', () => {
    const lines = textChart({ steps: steps(100), values: steps(100), curve: null }, STYLE);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^ +98 ┤ +\S+$/);
    expect(lines[3]).toMatch(/^ +1 ┤\S+$/);
    expect(lines[5]).toMatch(/^ {10}0 +99$/);
  });

  it('marks the cells of the curve, in runs', () => {
    const lines = textChart({ steps: steps(100), values: steps(100), curve: () => 50 }, STYLE);
    expect(lines.join('\n').match(/<[^>]{10,}>/g)).not.toBeNull();
  });

  it.each([
    ['one step', [3], [0.5]],
    ['the same step twice', [3, 3], [0.5, 0.6]],
    ['nothing', [], []],
  ])('draws nothing for %s', (_, t, y) => {
    expect(
      textChart({ steps: Float64Array.from(t), values: Float64Array.from(y), curve: null }, STYLE),
    ).toEqual([]);
  });

  it('survives a constant, gaps and huge rewards', () => {
    const data = { steps: Float64Array.of(0, 1, 1000), values: Float64Array.of(5, 5, 5), curve: null };
    expect(textChart(data, STYLE)).toHaveLength(6);
    expect(textChart({ ...data, values: Float64Array.of(-1e300, 0, 1e300) }, STYLE)).toHaveLength(6);
  });
});
