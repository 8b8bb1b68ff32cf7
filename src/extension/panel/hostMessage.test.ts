import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis/analysis';
import type { Report } from '../../report/report';
import type { Series } from '../../run/run';
import { analysisMessage, failedMessage, pointsMessage } from './hostMessage';

const HEADING = { revision: 3, fileName: 'log.jsonl', uri: 'file:///run/log.jsonl' };

function series(reward: number): Series {
  const values = Float64Array.of(reward, reward);
  return { steps: Float64Array.of(1, 2), values, lines: Int32Array.of(1, 2), columns: null };
}

function analysis(run: string | null, reward: number): Analysis {
  const report = { source: { run }, interpretation: { curve: null }, metrics: {} } as Report;
  const whatIf = {} as Analysis['whatIf'];
  return {
    report,
    reward: series(reward),
    picture: null,
    outlook: null,
    residuals: null,
    series: new Map([['entropy', series(2)]]),
    whatIf,
  };
}

describe('analysisMessage', () => {
  it('sends plain arrays of the run that was chosen, and the names of all', () => {
    const analyses = [analysis('a', 0.1), analysis('b', 0.2)] as const;
    expect(analysisMessage(HEADING, analyses, 'b', 1000)).toEqual({
      type: 'analysis',
      ...HEADING,
      runs: ['a', 'b'],
      selectedRun: 1,
      points: { steps: [1, 2], rewards: [0.2, 0.2], lines: [1, 2], total: 2 },
      report: { source: { run: 'b' }, interpretation: { curve: null }, metrics: {} },
      picture: null,
      series: [{ name: 'entropy', key: 'entropy', steps: [1, 2], values: [2, 2], total: 2 }],
      axes: [],
      residuals: null,
      whatIf: {},
      modifiedAt: 1000,
    });
  });

  it('falls back to the first run when the chosen one is no longer in the file', () => {
    expect(analysisMessage(HEADING, [analysis(null, 0.1)], 'b', null)).toMatchObject({
      selectedRun: 0,
      runs: [null],
    });
  });
});

describe('pointsMessage', () => {
  it('sends the raw points of the run that was chosen', () => {
    const read = [
      { run: 'a', reward: series(0.1) },
      { run: 'b', reward: { ...series(0.2), lines: null } },
    ] as const;
    expect(pointsMessage(HEADING, read, 'b')).toEqual({
      type: 'points',
      ...HEADING,
      runs: ['a', 'b'],
      selectedRun: 1,
      points: { steps: [1, 2], rewards: [0.2, 0.2], lines: null, total: 2 },
    });
  });
});

describe('failedMessage', () => {
  it('says where, why and what to do in sentences, and no more', () => {
    const failure = { kind: 'no-reward', reason: 'no reward', remedy: 'name one?', line: 4 } as const;
    expect(failedMessage(HEADING, failure)).toEqual({
      type: 'failed',
      revision: 3,
      fileName: 'log.jsonl',
      reason: 'No reward.',
      remedy: 'Name one?',
      line: 4,
    });
  });
});
