import { describe, expect, it } from 'vitest';
import type { Report, RunState } from './report';
import { verdictChange } from './verdictChange';

function report(state: RunState, seenFrom: number | null): Report {
  const verdict = seenFrom === null ? 'absent' : 'present';
  return {
    interpretation: { state },
    findings: [{ mode: 'reward-hacking', verdict, step: seenFrom }],
  } as unknown as Report;
}

describe('verdictChange', () => {
  it.each([
    [report('rising', null), report('rising', null), null],
    [report('rising', 10), report('rising', 12), null],
    [report('rising', null), report('plateaued', null), /^plateaued.*, was rising/],
    [report('rising', null), report('rising', 310), /^reward hacking seen from step 310$/],
    [
      report('rising', 310),
      report('collapsing', null),
      /^collapsing.*, was rising.*; reward hacking no longer seen$/,
    ],
  ])('%#', (before, after, words) => {
    if (words === null) expect(verdictChange(before, after)).toBeNull();
    else expect(verdictChange(before, after)).toMatch(words);
  });
});
