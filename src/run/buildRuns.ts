import { t } from '@vscode/l10n';
import { LogError } from '../logs/logError';
import type { RawLog } from '../logs/logTable';
import { listed } from '../logs/listed';
import { armsOf } from './armsOf';
import { averageSteps } from './averageSteps';
import { buildRun } from './buildRun';
import type { Run } from './run';
import type { RunOptions } from './runOptions';
import type { Arm } from './splitArms';

/**
 * The training runs of a log: one, or one per arm of a tall table. `--run` selects by name. An arm without a finite
 * reward is left out and named in the others' notes. Throws a `LogError`: `no-reward`, `unknown-metric`, `unknown-run`,
 * `bad-option`.
 */
export function buildRuns(raw: RawLog, options: RunOptions): Run[] {
  const found = armsOf(raw, options.metric);
  const arms = chosenArms(raw.path, found.arms, options.run);
  const runs: Run[] = [];
  const failures: { readonly name: string; readonly error: LogError }[] = [];
  for (const arm of arms) {
    try {
      runs.push(averageSteps(buildRun(raw, arm, options)));
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      failures.push({ name: arm.name ?? '', error });
    }
  }
  const first = failures.at(0);
  if (first !== undefined && runs.length === 0) throw first.error;
  const left = failures.map(({ name }) => name);
  const notes = left.length === 0 ? [] : [t('Left out, no reward to fit: {0}.', listed(left, 8))];
  return runs.map((run) => ({ ...run, notes: [...run.notes, ...found.notes, ...notes] }));
}

function chosenArms(path: string, arms: readonly Arm[], name: string | undefined): readonly Arm[] {
  if (name === undefined) return arms;
  const chosen = arms.filter((arm) => arm.name === name);
  if (chosen.length > 0) return chosen;
  const names = arms.flatMap((arm) => (arm.name === null ? [] : [arm.name]));
  throw new LogError({
    kind: 'unknown-run',
    path,
    reason:
      names.length === 0
        ? t('it holds one run without a name')
        : t('no run "{0}" among: {1}', name, listed(names, 40)),
    remedy: names.length === 0 ? t('leave out --run') : t('name one of these with --run'),
  });
}
