import { expect, it } from 'vitest';
import { simulatedRun } from '../../test/bench/compare/simulatedRun';
import { compareRuns } from './compareRuns';

const NOISE = { name: 'ρ .3', coefficients: [0.3], sampling: 0 };
const A = simulatedRun(150, 30, NOISE, 21);
const OTHER = simulatedRun(150, 30, NOISE, 22, 1.4);

it('warns where runs differ that a seed may do as much, and only there', () => {
  expect(compareRuns([A, OTHER]).notes.join(' ')).toMatch(/Another seed may do as much/);
  expect(compareRuns([A, simulatedRun(150, 30, NOISE, 22)]).notes).toEqual([]);
});

it('names a run that has collapsed', () => {
  const collapse = {
    ...{ peakStep: 60, peak: 0.8, now: 0, fallsFrom: 70 },
    ...{ isSudden: true, stillFalling: false, floorFrom: null },
  };
  const fallen = { ...OTHER, segmentation: { ...OTHER.segmentation, collapse } };
  expect(compareRuns([A, fallen]).notes[0]).toMatch(/^B has collapsed: /);
});
