import type { Run } from '../run/run';
import { COLUMNS_OF_MODE } from './columnsOfMode';
import { FAILURE_MODES, type FailureMode, type Finding } from './finding';
import { stackOf } from './stackOf';

/**
 * One finding for each of the four failure modes, always. This version judges none of them: each says so, and
 * names the column the log has, or lacks, for that mode and how to log it.
 */
export function diagnose(run: Pick<Run, 'format' | 'metrics'>): Finding[] {
  return FAILURE_MODES.map((mode) => notJudgedYet(mode, run));
}

function notJudgedYet(mode: FailureMode, run: Pick<Run, 'format' | 'metrics'>): Finding {
  const { needs, needsInWords, advice } = COLUMNS_OF_MODE[mode];
  const present = needs.flatMap((name) => run.metrics.get(name) ?? []);
  const lacking = needs.length > 0 && present.length === 0;
  return {
    mode,
    verdict: 'not-assessable',
    severity: null,
    confidence: null,
    step: null,
    line: null,
    column: null,
    summary: `Not judged by this version; ${lacking ? `the log has no ${needsInWords}` : hasWhat(present)}.`,
    evidence: [],
    advice: lacking || wantsGradNorm(mode, run) ? [advice[stackOf(run)]] : [],
  };
}

function hasWhat(keys: readonly string[]): string {
  return keys.length === 0
    ? 'the reward itself is the column it needs'
    : `the log has the column it needs, ${keys.join(', ')}`;
}

function wantsGradNorm(mode: FailureMode, run: Pick<Run, 'metrics'>): boolean {
  return mode === 'dynamical-instability' && !run.metrics.has('gradNorm');
}
