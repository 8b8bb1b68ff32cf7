import { expect, it } from 'vitest';
import type { Finding } from '../src/report/report';
import { findingSteps } from './findings';

function finding(mode: Finding['mode'], verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding {
  const nothing = {
    confidence: null,
    step: null,
    line: null,
    column: null,
    summary: '',
    evidence: [],
    advice: [],
    outlook: null,
    consequenceOf: null,
  };
  return { mode, verdict, severity: verdict === 'present' ? 'warning' : null, ...nothing, ...more };
}

it('names the steps of what was seen, ascending', () => {
  const findings = [
    finding('reward-hacking', 'present', { step: 90 }),
    finding('advantage-degeneracy', 'present', { step: 20 }),
    finding('policy-concentration', 'absent', { step: 5 }),
    finding('dynamical-instability', 'present'),
  ];
  expect(findingSteps(findings)).toEqual([20, 90]);
});
