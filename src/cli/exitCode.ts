/** Exit codes of contract 1; of several paths the largest counts: 2 beats 1. */
export const EXIT = { ok: 0, finding: 1, failed: 2 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
