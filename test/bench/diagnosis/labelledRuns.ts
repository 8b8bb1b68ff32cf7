import { readFileSync } from 'node:fs';
import { analyseRuns } from '../../../src/analysis/analyse';
import type { Truth } from '../../../src/bandit/scenarios/scenario';
import type { FailureMode } from '../../../src/diagnosis/finding';
import { nodeConfigPort } from '../../../src/platform/nodeConfigPort';
import { NodeFileSource } from '../../../src/platform/nodeFileSource';
import { shared } from '../../shared';
import { tailOf, type ScoredRun } from './scoredRun';

interface Label {
  readonly label: 'healthy' | 'failed' | 'ambiguous' | 'undecidable';
  readonly injected: string;
  readonly injectedAtStep: number | null;
  readonly fallsFromStep: number | null;
  readonly evalLogged: boolean;
}

/** What was injected, as a failure mode. */
function modeOf(injected: string): FailureMode {
  return /verifier|length bonus/.test(injected) ? 'reward-hacking' : 'dynamical-instability';
}

/** Small transformers really trained, with what was done to them; their held-out curve is truth and never read by us. */
export async function labelledRuns(): Promise<ScoredRun[]> {
  const labels = JSON.parse(readFileSync(shared('logs', 'labelled', 'labels.json'), 'utf8')) as Record<
    string,
    Label
  >;
  const runs: ScoredRun[] = [];
  for (const [path, label] of Object.entries(labels)) {
    const file = shared('logs', 'labelled', path);
    const [{ report, reward, series }] = await analyseRuns(
      new NodeFileSource(file),
      {},
      { config: nodeConfigPort(file) },
    );
    runs.push({
      id: path.replace('/log.jsonl', ''),
      family: 'real',
      shape: label.label,
      span: report.source.steps.last,
      truth: truthOf(label),
      isDecidable: {
        'reward-hacking': label.evalLogged,
        'advantage-degeneracy': true,
        'policy-concentration': true,
        'dynamical-instability': true,
      },
      findings: report.findings,
      lead: null,
      placed: null,
      features: {
        'step index': report.source.steps.last,
        reward: tailOf(reward.values),
        entropy: tailOf(series.get('entropy')?.values),
      },
    });
  }
  return runs;
}

function truthOf({ label, injected, injectedAtStep, fallsFromStep }: Label): ScoredRun['truth'] {
  const of = (mode: FailureMode): Truth => {
    if (label === 'healthy') return { verdict: 'absent' };
    if (label !== 'failed') return { verdict: 'ambiguous' };
    if (mode !== modeOf(injected)) return { verdict: 'absent' };
    return { verdict: 'present', onset: injectedAtStep ?? fallsFromStep ?? 1 };
  };
  return {
    'reward-hacking': of('reward-hacking'),
    'advantage-degeneracy': of('advantage-degeneracy'),
    'policy-concentration': of('policy-concentration'),
    'dynamical-instability': of('dynamical-instability'),
  };
}
