import { expect } from 'vitest';
import type { Report } from '../src/report/report';

const FALLEN: readonly string[] = ['collapsed', 'collapsing', 'falling'];

/**
 * A collapse is judged once: where the run is cut, what the state says, why a segment is fitted, and the fall that the verdict
 * names are one answer. The verdict's own step may lie before it, at the first evidence, and then its words say so. A failure
 * that explains the fall takes the verdict over.
 */
export function expectOneCollapse({ segments, segment, interpretation, findings }: Report): void {
  const { state } = interpretation;
  const cut = segments.find((one) => one.cut?.kind === 'collapse')?.cut ?? null;
  const instability = findings[3];
  const isSaid =
    instability.verdict === 'present' && /^The reward (collapsed|slipped)/.test(instability.summary);
  if (cut === null) {
    expect(isSaid, instability.summary).toBe(false);
    expect(['collapsed', 'collapsing']).not.toContain(state);
    return;
  }
  expect(FALLEN, segment.why).toContain(state);
  expect(segment.why).toMatch(/before the fall|before step/);
  if (instability.consequenceOf === 'reward-hacking') return;
  expect([instability.verdict, isSaid]).toEqual(['present', true]);
  expect(instability.summary).toContain(` from step ${cut.step.toLocaleString('en')} on`);
  const isEarlier = instability.summary.includes('It started before: ');
  if (isEarlier) expect(instability.step).toBeLessThan(cut.step);
  else expect([instability.step, instability.line]).toEqual([cut.step, cut.line]);
}
