import { describe, expect, it } from 'vitest';
import type { Report } from '../report';
import type { Figure } from './figure';
import { renderCsv } from './renderCsv';

function figure(run: string | null, hasFit: boolean): Figure {
  const report = {
    source: { run, path: 'log.jsonl' },
    interpretation: { curve: hasFit ? 'exponential' : null },
    fits: { exponential: { constants: { R0: 0, plateau: 1, tau: 2 } } },
    segment: { first: 0, last: 2 },
  } as unknown as Report;
  const band = { low: [0, 0.5], high: [0.25, 0.75] };
  const ahead = { kind: 'fit' as const, steps: [2, 4], reward: [0.63, 0.86], band: null, row: band };
  return {
    report,
    reward: {
      steps: Float64Array.of(0, 1, 2),
      values: Float64Array.of(0.1, 0.4, 0.6),
      lines: Int32Array.of(1, 2, 3),
      columns: null,
    },
    picture: hasFit
      ? { curve: 'exponential', fit: { steps: [0, 2], reward: [0, 0.63], band, row: null }, ahead }
      : null,
  };
}

describe('renderCsv', () => {
  it('writes every point with the exact fit and its band, then what lies ahead', () => {
    const [head, first, second, , ahead, end] = renderCsv([figure(null, true)]).split('\r\n');
    expect(head).toBe('run,step,line,reward,fit,fit_low,fit_high,row_low,row_high,kind');
    expect(first).toBe('log.jsonl,0,1,0.1,0,0,0.25,,,logged');
    expect(second).toMatch(/^log\.jsonl,1,2,0\.4,0\.3934\d+,0\.25,0\.5,,,logged$/);
    expect(ahead).toBe('log.jsonl,4,,,0.86,,,0.5,0.75,fit');
    expect(end).toBe('');
  });

  it('leaves the fit empty where no curve is trusted', () => {
    expect(renderCsv([figure('a', false)]).split('\r\n')[1]).toBe('a,0,1,0.1,,,,,,logged');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['=1+1', "'=1+1"],
  ])('keeps the name %s in its cell, as text', (name, written) => {
    expect(
      renderCsv([figure(name, false)])
        .split('\r\n')[1]
        .startsWith(`${written},0,`),
    ).toBe(true);
  });
});
