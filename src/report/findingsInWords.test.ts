import { describe, expect, it } from 'vitest';
import type { Finding } from './report';
import { confidenceWord, findingsSentence, orderFindings, signOf } from './findingsInWords';

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
    outlook: null,
    consequenceOf: null,
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

it('gives the reason where one mode could not be judged', () => {
  const findings = all('not-assessable', 'absent', 'absent', 'absent').map((one) =>
    one.verdict === 'not-assessable' ? { ...one, summary: 'The log has no held-out metric. More.' } : one,
  );
  expect(findingsSentence(findings)).toBe(
    'No failure mode seen in 3 of 4; reward hacking not assessable: the log has no held-out metric.',
  );
});

it('gives the reason where it is the same for all', () => {
  const findings = all().map((one) => ({ ...one, summary: 'Too early: 12 rows.' }));
  expect(findingsSentence(findings)).toBe(
    'Failure modes: none of the 4 could be assessed: too early: 12 rows.',
  );
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

it.each([
  [null, null],
  [0.97, 'very sure'],
  [0.88, 'confident'],
  [0.7, 'likely'],
  [0.5, 'a suspicion'],
])('says a confidence of %j as %j', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

describe('a consequence', () => {
  const brought = finding('policy-concentration', 'absent', { consequenceOf: 'dynamical-instability' });

  it('is not marked as if it had not been seen', () => {
    expect(signOf(brought)).toBe('↳');
    expect(signOf(finding('policy-concentration', 'absent'))).toBe('✓');
  });

  it('stands after its cause, before what was not seen', () => {
    const cause = finding('dynamical-instability', 'present');
    const findings = [finding('reward-hacking', 'absent'), brought, cause];
    expect(orderFindings(findings)).toEqual([cause, brought, findings[0]]);
  });
});
