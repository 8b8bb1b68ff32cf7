import type { LogErrorParts } from '../../logs/logError';
import type { CalmFailure } from '../logView';
import { lastPart } from './lastPart';

/**
 * Why a comparison came to nothing, naming the folder or log that is to blame. A folder that stands for no log is
 * to blame where too few runs are left, and for nothing else.
 *
 * @param error what comparing threw
 * @param problems the folders that stand for no log
 * @param explain what to say of an error
 */
export function whyNotCompared(
  error: unknown,
  problems: readonly LogErrorParts[],
  explain: (error: unknown) => CalmFailure,
): Pick<CalmFailure, 'reason' | 'remedy'> {
  const { kind, reason, remedy } = explain(error);
  if (kind === 'aborted') return { reason, remedy };
  const problem = problems.at(0);
  if (kind === 'too-few-runs' && problem !== undefined) return named(problem.path, problem);
  return named(pathOf(error), { reason, remedy });
}

function named(path: string, { reason, remedy }: Pick<CalmFailure, 'reason' | 'remedy'>) {
  return { reason: path === '' ? reason : `${lastPart(path)}: ${reason}`, remedy };
}

/** An error of the engine is of a class of another bundle: known by what it carries. */
function pathOf(error: unknown): string {
  if (!(error instanceof Error) || !('path' in error)) return '';
  return typeof error.path === 'string' ? error.path : '';
}
