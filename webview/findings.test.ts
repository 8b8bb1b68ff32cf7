import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/report/report';
import {
  areUnjudged,
  columnsNote,
  confidenceWord,
  findingsSentence,
  findingSteps,
  orderFindings,
} from './findings';

const MODES = [
  'reward-hacking',
  'advantage-degeneracy',
  'policy-concentration',
  'dynamical-instability',
] as const;

function finding(mode: Finding['mode'], verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding {
  const nothing = {
    confidence: null,
    step: null,
    line: null,
    column: null,
    summary: '',
    evidence: [],
    advice: [],
  };
  return { mode, verdict, severity: verdict === 'present' ? 'warning' : null, ...nothing, ...more };
}

const all = (...verdicts: Finding['verdict'][]) =>
  MODES.map((mode, i) => finding(mode, verdicts[i] ?? 'not-assessable', { step: 310 }));

describe('findingsSentence', () => {
  it.each<[Finding['verdict'][], string]>([
    [[], 'Failure modes: none of the 4 could be assessed from this log.'],
    [['absent', 'absent', 'absent', 'absent'], 'No failure mode seen.'],
    [
      ['not-assessable', 'absent', 'absent', 'absent'],
      'No failure mode seen in 3 of 4; not assessable: reward hacking.',
    ],
    [['absent', 'present', 'absent', 'absent'], 'Seen: advantage degeneracy from step 310.'],
    [
      ['present', 'present', 'absent'],
      'Seen: reward hacking from step 310 and advantage degeneracy from step 310; not assessable: dynamical instability.',
    ],
  ])('%j', (verdicts, sentence) => expect(findingsSentence(all(...verdicts))).toBe(sentence));
});

describe('findings that this version does not judge', () => {
  const unjudged = MODES.map((mode) =>
    finding(mode, 'not-assessable', { summary: 'Not judged by this version; the log has no entropy.' }),
  );

  it('do not blame the log', () => {
    expect(findingsSentence(unjudged)).toBe('Failure modes: this version does not judge them yet.');
  });

  it('say what the log has or lacks', () => {
    expect(columnsNote(unjudged[0])).toBe('the log has no entropy.');
  });

  it('are told from a mix with judged ones', () => {
    expect(areUnjudged([...unjudged.slice(1), finding('reward-hacking', 'absent')])).toBe(false);
    expect(areUnjudged([])).toBe(false);
  });
});

describe('orderFindings', () => {
  it('puts first what needs a person', () => {
    const findings = [
      finding('reward-hacking', 'not-assessable'),
      finding('advantage-degeneracy', 'absent'),
      finding('policy-concentration', 'present'),
      finding('dynamical-instability', 'present', { severity: 'error' }),
    ];
    expect(orderFindings(findings).map(({ mode }) => mode)).toEqual([
      'dynamical-instability',
      'policy-concentration',
      'advantage-degeneracy',
      'reward-hacking',
    ]);
  });
});

it('names the steps of what was seen, ascending', () => {
  const findings = [
    finding('reward-hacking', 'present', { step: 90 }),
    finding('advantage-degeneracy', 'present', { step: 20 }),
    finding('policy-concentration', 'absent', { step: 5 }),
    finding('dynamical-instability', 'present'),
  ];
  expect(findingSteps(findings)).toEqual([20, 90]);
});

it.each([
  [null, null],
  [0.97, 'very sure'],
  [0.88, 'confident'],
  [0.7, 'likely'],
  [0.5, 'a suspicion'],
])('says a confidence of %j as %j', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));
