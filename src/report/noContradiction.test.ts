import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { reportOf } from '../../test/reportOf';
import { curveWithNoise } from '../../test/syntheticLog';
import { noteFor } from './noteFor';
import { numberRows } from './numberRows';
import type { Report } from './report';

/** A fast rise to a plateau, and over the last quarter a second one that no curve knows of. */
function outrunning(seed: number, tau: number, late: number): Float64Array {
  const n = 300;
  const { y } = curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau }, n, 0.03, seed);
  return y.map((reward, i) => reward + late * Math.max(0, (4 * i) / n - 3));
}

const risingOn = (seed: number): Report => reportOf(handMadeRun(outrunning(seed, 20, 0.05)));
const fallingOn = (seed: number): Report =>
  reportOf(handMadeRun(outrunning(seed, 10, 0.06).map((reward) => 1 - reward)));

/** Rises ever more slowly and never ends: its last rows look level. */
function endless(): Report {
  const noise = curveWithNoise('exponential', { R0: 0, plateau: 0, tau: 50 }, 600, 0.05, 4).y;
  return reportOf(handMadeRun(noise.map((error, i) => 0.1 * Math.log(1 + i / 5) + error)));
}

/** A rise too weak for its noise. */
function weak(): Report {
  return reportOf(
    handMadeRun(curveWithNoise('exponential', { R0: 0.4, plateau: 0.48, tau: 40 }, 300, 0.1, 2).y),
  );
}

const rowOf = (report: Report, label: string): string | undefined => new Map(numberRows(report)).get(label);

describe('a run whose end still rises beyond what its curves say', () => {
  it.each([1, 2, 3])('is not told that nothing is to be gained, seed %d', (seed) => {
    const report = risingOn(seed);
    const { interpretation, forecast } = report;
    expect(interpretation.sentences[0]).toMatch(/but the last part of the run still goes up\. Let it run a/);
    expect(forecast?.worthContinuing).toBe('unknown');
    expect(forecast?.because).toMatch(/the last rows still rise beyond what the curves say/);
    expect(interpretation.sentences.join(' ')).not.toMatch(/Not worth|no gain is expected/);
  });

  it.each([2, 3])('is given no rise time, with the reason, seed %d', (seed) => {
    const { interpretation, notes } = risingOn(seed);
    expect(interpretation.plateau?.interval?.every((end) => end !== null)).toBe(true);
    expect(interpretation.riseTime95).toBeNull();
    expect(noteFor(notes, 'riseTime95')).toMatch(/last rows still rise beyond what the curves say/);
  });

  it('is still told no where it falls', () => {
    const { interpretation, forecast, notes } = fallingOn(2);
    expect(noteFor(notes, 'progress')).toMatch(/last rows still fall beyond what the curves say/);
    expect(interpretation.sentences[0]).toMatch(/^Falling/);
    expect(forecast?.worthContinuing).toBe('no');
  });
});

it('says of a level run what the forecast says of going on', () => {
  const { interpretation, forecast } = endless();
  expect(forecast?.worthContinuing).toBe('yes');
  expect(interpretation.sentences[0]).toMatch(
    /^Level near .* Yet the forecast sees more to come by step 1,199: let it run and look again\.$/,
  );
});

describe('where another curve fits better than the mechanism', () => {
  const report = risingOn(2);

  it('names the curve of each plateau in the numbers', () => {
    expect(report.selected).toBe('hill');
    expect(rowOf(report, 'plateau')).toMatch(/ by a single exponential/);
    expect(rowOf(report, 'plateau, best fit')).toMatch(/ by a Hill curve$/);
  });

  it('names it in the sentence, with the number of the table', () => {
    const [number] = rowOf(report, 'plateau, best fit')!.split(' by ');
    expect(report.interpretation.sentences[0]).toContain(
      `a Hill curve, which fits best, puts the plateau at ${number}`,
    );
  });

  it('has one plateau where the mechanism fits best', () => {
    const plain = reportOf(
      handMadeRun(curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 20 }, 200, 0.03, 1).y),
    );
    expect(plain.interpretation.rival).toBeNull();
    expect(rowOf(plain, 'plateau')).not.toMatch(/ by /);
    expect(rowOf(plain, 'plateau, best fit')).toBeUndefined();
  });
});

it('names no regime where there is no clear trend', () => {
  const report = weak();
  expect(report.interpretation).toMatchObject({ state: 'no-trend', regime: 'overdamped' });
  expect(rowOf(report, 'regime')).toBe('not told without a clear trend');
});
