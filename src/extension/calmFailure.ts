import { t } from '@vscode/l10n';
import type { LogErrorKind } from '../logs/logError';
import { LogError } from '../logs/logError';
import { EngineError } from '../platform/jobFailure';
import type { CalmFailure } from './logView';

/** Where the engine's remedy is a flag of the command line, what a person can do from here. */
const REMEDIES: Partial<Record<LogErrorKind, () => string>> = {
  'no-reward': () =>
    t(
      'if a column of another name holds the reward, fit it from a terminal: grpo-dynamics fit FILE --metric NAME',
    ),
};

/** What to say about anything that was thrown: a reason and a remedy, never a stack trace. */
export function calmFailureOf(error: unknown): CalmFailure {
  if (error instanceof LogError) {
    const { kind, reason, line } = error;
    return { kind, reason, remedy: REMEDIES[kind]?.() ?? error.remedy, line };
  }
  const reason =
    error instanceof EngineError ? error.message : t('something went wrong inside GRPO Dynamics');
  return {
    kind: 'internal',
    reason,
    remedy: t(
      'the output channel “GRPO Dynamics” has the details; try again, and report it if it comes back',
    ),
    line: null,
  };
}

/** Everything there is to know about an error, for the output channel. */
export function detailOf(error: unknown): string {
  if (error instanceof EngineError) return `${error.message}\n${error.detail}`;
  if (error instanceof LogError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
