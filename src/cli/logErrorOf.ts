import { LogError } from '../logs/logError';

/** The error as one a person can read: a fault of ours says so, without a stack trace, and stops no other log. */
export function logErrorOf(error: unknown, path: string): LogError {
  if (error instanceof LogError) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new LogError({
    kind: 'not-a-log',
    path,
    reason: `grpo-dynamics failed on this log (${what})`,
    remedy: 'please report it',
  });
}
