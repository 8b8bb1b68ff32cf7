import { t } from '@vscode/l10n';
import type { LogErrorParts } from '../logs/logError';
import { LogError } from '../logs/logError';
import type { JobFailure } from './engineJob';

/** A fault of ours, told in one sentence; `detail` (a stack) is for the output channel only. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** What was thrown, as data that survives a structured clone. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof LogError) return { kind: 'log', parts: partsOf(error) };
  if (error instanceof EngineError) {
    return { kind: 'internal', message: error.message, detail: error.detail };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'internal', message: t('The analysis stopped on an error of its own'), detail };
}

/** The error to throw on the side that asked: a `LogError` again, or an `EngineError`. */
export function errorOf(failure: JobFailure): LogError | EngineError {
  return failure.kind === 'log'
    ? new LogError(failure.parts)
    : new EngineError(failure.message, failure.detail);
}

function partsOf(error: LogError): LogErrorParts {
  const { kind, path, line, reason, remedy } = error;
  return { kind, path, line, reason, remedy };
}
